using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The smallest of its inputs, element by element: a list of tensors of one shape → a tensor of that shape. Axes of length 1 stretch.
/// Source: <see href="https://keras.io/api/layers/merging_layers/minimum/"/>.
/// </summary>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Minimum")]
public class Minimum(LayerArguments kwargs = default) : BaseMerge(kwargs)
{
    /// <summary>The smallest of its inputs, element by element, as a function.</summary>
    /// <param name="inputs">A list of tensors: <c>minimum([a, b])</c>.</param>
    /// <param name="name">The layer's name.</param>
    [KerasExport("keras.layers.minimum")]
    internal static Tensor minimum(Tensor inputs, string? name = null) => new Minimum(new LayerArguments(name)).apply(inputs);

    private protected override Tensor Merge(IReadOnlyList<Tensor> inputs) => inputs.Aggregate(keras.ops.minimum);
}
