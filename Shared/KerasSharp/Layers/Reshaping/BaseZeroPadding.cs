using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>What zero paddings have in common.</summary>
public abstract class BaseZeroPadding : BaseMargins
{
    /// <summary>A padding of <paramref name="rank"/> axes.</summary>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    private protected BaseZeroPadding(int rank, Margins padding, int otherwise, string? data_format, LayerArguments kwargs)
        : base(rank, "padding", padding, otherwise, data_format, kwargs)
    {
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var widths = new int[inputs.ndim, 2];
        for (var i = 0; i < Pairs.Length; i++)
        {
            (widths[FirstAxis + i, 0], widths[FirstAxis + i, 1]) = (Pairs[i][0], Pairs[i][1]);
        }

        return keras.ops.pad(inputs, widths);
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => new(Changed(input_shape, 1));
}
