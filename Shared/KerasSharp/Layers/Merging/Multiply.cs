using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The product of its inputs: a list of tensors of one shape → a tensor of that shape. Axes of length 1 stretch.
/// Source: <see href="https://keras.io/api/layers/merging_layers/multiply/"/>.
/// </summary>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Multiply")]
public class Multiply(LayerArguments kwargs = default) : BaseMerge(kwargs)
{
    /// <summary>The product of its inputs, as a function.</summary>
    /// <param name="inputs">A list of tensors: <c>multiply([a, b])</c>.</param>
    /// <param name="name">The layer's name.</param>
    [KerasExport("keras.layers.multiply")]
    internal static Tensor multiply(Tensor inputs, string? name = null) => new Multiply(new LayerArguments(name)).apply(inputs);

    private protected override Tensor Merge(IReadOnlyList<Tensor> inputs) => inputs.Aggregate(keras.ops.multiply);
}
