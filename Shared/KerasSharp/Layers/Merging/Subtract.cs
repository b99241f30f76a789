using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The first of two inputs less the second: a list of two tensors of one shape → a tensor of that shape. Axes of length 1 stretch.
/// Source: <see href="https://keras.io/api/layers/merging_layers/subtract/"/>.
/// </summary>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Subtract")]
public class Subtract(LayerArguments kwargs = default) : BaseMerge(kwargs)
{
    /// <summary>The first of two inputs less the second, as a function.</summary>
    /// <param name="inputs">A list of two tensors: <c>subtract([a, b])</c>.</param>
    /// <param name="name">The layer's name.</param>
    [KerasExport("keras.layers.subtract")]
    internal static Tensor subtract(Tensor inputs, string? name = null) => new Subtract(new LayerArguments(name)).apply(inputs);

    /// <inheritdoc/>
    /// <exception cref="ValueError">There are not two shapes, or they do not fit, in Keras's words.</exception>
    public override void build(Nest<TensorShape> input_shape)
    {
        base.build(input_shape);
        if (input_shape.Count != 2)
        {
            throw new ValueError($"A `Subtract` layer should be called on exactly 2 inputs. Received: input_shape={input_shape}");
        }
    }

    private protected override Tensor Merge(IReadOnlyList<Tensor> inputs) => inputs.Count == 2 ? keras.ops.subtract(inputs[0], inputs[1])
        : throw new ValueError($"A `Subtract` layer should be called on exactly 2 inputs. Received: inputs=[{string.Join(", ", inputs)}]");
}
