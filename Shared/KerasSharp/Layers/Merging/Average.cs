using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The mean of its inputs: a list of tensors of one shape → a tensor of that shape. Axes of length 1 stretch.
/// Source: <see href="https://keras.io/api/layers/merging_layers/average/"/>.
/// </summary>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Average")]
public class Average(LayerArguments kwargs = default) : BaseMerge(kwargs)
{
    /// <summary>The mean of its inputs, as a function.</summary>
    /// <param name="inputs">A list of tensors: <c>average([a, b])</c>.</param>
    /// <param name="name">The layer's name.</param>
    [KerasExport("keras.layers.average")]
    internal static Tensor average(Tensor inputs, string? name = null) => new Average(new LayerArguments(name)).apply(inputs);

    private protected override Tensor Merge(IReadOnlyList<Tensor> inputs) => inputs.Aggregate(keras.ops.add) / (double)inputs.Count;
}
