using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>What croppings have in common.</summary>
public abstract class BaseCropping : BaseMargins
{
    /// <summary>A cropping of <paramref name="rank"/> axes.</summary>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    private protected BaseCropping(int rank, Margins cropping, int otherwise, string? data_format, LayerArguments kwargs)
        : base(rank, "cropping", cropping, otherwise, data_format, kwargs)
    {
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var start = new int[inputs.ndim];
        for (var i = 0; i < Pairs.Length; i++)
        {
            start[FirstAxis + i] = Pairs[i][0];
        }

        return keras.ops.slice(inputs, start, compute_output_shape(inputs.shape).ToDims());
    }

    /// <inheritdoc/>
    /// <exception cref="ValueError">Nothing would be left.</exception>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        var dims = Changed(input_shape, -1);
        return dims.Skip(FirstAxis).Take(Pairs.Length).All(d => d is null or > 0) ? new(dims)
            : throw new ValueError((Pairs.Length == 1 ? "cropping parameter of Cropping layer" : "Argument `cropping`")
                + $" must be greater than the input shape. Received: inputs.shape={input_shape}, and cropping={Text}");
    }
}
