using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The largest of its inputs, element by element: a list of tensors of one shape → a tensor of that shape. Axes of length 1 stretch.
/// Source: <see href="https://keras.io/api/layers/merging_layers/maximum/"/>.
/// </summary>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Maximum")]
public class Maximum(LayerArguments kwargs = default) : BaseMerge(kwargs)
{
    /// <summary>The largest of its inputs, element by element, as a function.</summary>
    /// <param name="inputs">A list of tensors: <c>maximum([a, b])</c>.</param>
    /// <param name="name">The layer's name.</param>
    [KerasExport("keras.layers.maximum")]
    internal static Tensor maximum(Tensor inputs, string? name = null) => new Maximum(new LayerArguments(name)).apply(inputs);

    private protected override Tensor Merge(IReadOnlyList<Tensor> inputs) => inputs.Aggregate(keras.ops.maximum);
}
