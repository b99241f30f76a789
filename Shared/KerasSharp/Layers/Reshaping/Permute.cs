using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// The axes of each sample in another order: with <c>(2, 1)</c> (batch, a, b) → (batch, b, a).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/permute/"/>.
/// </summary>
[KerasExport("keras.layers.Permute")]
public class Permute : Layer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="dims">The old axes in their new order, counted from 1: the batch stays.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">They are not 1 … n, each once.</exception>
    public Permute(IntTuple dims, LayerArguments kwargs = default)
        : base(kwargs)
    {
        this.dims = dims.to_array();
        if (!this.dims.Order().SequenceEqual(Enumerable.Range(1, this.dims.Length)))
        {
            throw new ValueError("Invalid permutation argument `dims` for Permute Layer. The set of indices in `dims` must be consecutive and start from 1. "
                + $"Received dims={dims}");
        }

        input_spec = new InputSpec(ndim: this.dims.Length + 1);
    }

    /// <summary>The old axes in their new order, counted from 1.</summary>
    public int[] dims { get; }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => keras.ops.transpose(inputs, (int[])[0, .. dims]);

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => new([input_shape[0], .. dims.Select(d => input_shape[d])]);

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["dims"] = dims };
}
