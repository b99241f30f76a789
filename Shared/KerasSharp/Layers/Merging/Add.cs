using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The sum of its inputs: a list of tensors of one shape → a tensor of that shape. Axes of length 1 stretch.
/// Source: <see href="https://keras.io/api/layers/merging_layers/add/"/>.
/// </summary>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Add")]
public class Add(LayerArguments kwargs = default) : BaseMerge(kwargs)
{
    /// <summary>The sum of its inputs, as a function.</summary>
    /// <param name="inputs">A list of tensors: <c>add([a, b])</c>.</param>
    /// <param name="name">The layer's name.</param>
    [KerasExport("keras.layers.add")]
    internal static Tensor add(Tensor inputs, string? name = null) => new Add(new LayerArguments(name)).apply(inputs);

    private protected override Tensor Merge(IReadOnlyList<Tensor> inputs) => inputs.Aggregate(keras.ops.add);
}
