using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Its inputs behind each other along one axis: a list of tensors whose other axes are the same → one tensor.
/// Source: <see href="https://keras.io/api/layers/merging_layers/concatenate/"/>.
/// </summary>
/// <param name="axis">The axis, with the batch as axis 0; a negative one counts from the end.</param>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Concatenate")]
public class Concatenate(int axis = -1, LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <summary>The axis.</summary>
    public int axis { get; } = axis;

    /// <summary>Its inputs behind each other along one axis, as a function.</summary>
    /// <param name="inputs">A list of tensors: <c>concatenate([a, b])</c>.</param>
    /// <param name="axis">The axis, with the batch as axis 0.</param>
    /// <param name="name">The layer's name.</param>
    [KerasExport("keras.layers.concatenate")]
    internal static Tensor concatenate(Tensor inputs, int axis = -1, string? name = null) => new Concatenate(axis, new LayerArguments(name)).apply(inputs);

    /// <inheritdoc/>
    /// <exception cref="ValueError">It is one shape, or the shapes differ along another axis, in Keras's words.</exception>
    public override void build(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        if (!input_shape.IsList || input_shape.Count < 1)
        {
            throw new ValueError($"A `Concatenate` layer should be called on a list of at least 1 input. Received: input_shape={input_shape}");
        }

        var shapes = input_shape.flatten();
        var first = shapes[0].rank;
        foreach (var shape in shapes)
        {
            for (var i = 0; i < first; i++)
            {
                if (shape.rank != first || (i != Engine.Shapes.Axis(axis, first) && shapes.Select(s => s[i]).Where(d => d is not null).Distinct().Count() > 1))
                {
                    throw new ValueError($"A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape={input_shape}");
                }
            }
        }

        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.IsList ? keras.ops.concatenate(inputs.flatten(), axis)
            : throw new ValueError($"A merge layer should be called on a list of inputs. Received: inputs={inputs} (not a list of tensors)");
    }

    /// <inheritdoc/>
    public override Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        if (!input_shape.IsList)
        {
            throw new ValueError($"A `Concatenate` layer should be called on a list of inputs. Received: input_shape={input_shape}");
        }

        var shapes = input_shape.flatten();
        var output = shapes[0].ToArray();
        var along = Engine.Shapes.Axis(axis, output.Length);
        for (var i = 0; i < output.Length; i++)
        {
            output[i] = i != along ? shapes.Select(s => s[i]).FirstOrDefault(d => d is not null)
                : shapes.TrueForAll(s => s[i] is not null) ? shapes.Sum(s => s[i]!.Value) : null;
        }

        return new TensorShape(output);
    }

    internal override Tensor InferOutputs(Nest<Tensor> inputs, in CallArguments args)
    {
        var types = inputs.flatten().ConvertAll(x => x.dtype);
        return types.Distinct().Count() < 2 ? base.InferOutputs(inputs, args)
            : throw new TypeError($"Tensors in list passed to 'values' of 'ConcatV2' Op have types [{string.Join(", ", types.Select(type => type.Name()))}] that don't all match.");
    }

    /// <inheritdoc/>
    public override Nest<Tensor>? compute_mask(Nest<Tensor> inputs, Nest<Tensor>? mask)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (mask is null)
        {
            return null;
        }

        BaseMerge.CheckMasks(inputs, mask);
        var masks = mask.flatten();
        if (masks.TrueForAll(one => one is null))
        {
            return null;
        }

        // A mask lacks the features' axis; an input without one counts everywhere.
        var full = inputs.flatten().Zip(masks, (x, one) => one is null ? Masks.AllTrue(x) : one.ndim < x.ndim ? keras.ops.expand_dims(one, -1) : one);
        return Masks.All(keras.ops.concatenate([.. full], axis), -1);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["axis"] = axis };
}
