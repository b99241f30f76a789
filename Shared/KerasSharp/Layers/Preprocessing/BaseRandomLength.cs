using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>What random heights and widths have in common: one length of the images changes, by one factor for all images of a batch.</summary>
public abstract class BaseRandomLength : BaseAugmentation
{
    private readonly AugmentationFactor range;
    private readonly string method;

    /// <summary>A layer of these arguments.</summary>
    /// <exception cref="ValueError">The range is none, in Keras's words.</exception>
    /// <exception cref="NotImplementedError">The interpolation is unknown, in Keras's words.</exception>
    private protected BaseRandomLength(FloatTuple factor, string interpolation, int? seed, LayerArguments kwargs)
        : base(seed, kwargs)
    {
        range = AugmentationFactor.Of(factor, nameof(factor));
        if (range.Upper < range.Lower)
        {
            throw new ValueError($"`factor` argument cannot have an upper bound lesser than the lower bound. Received: factor={factor}");
        }

        if (range.Lower < -1 || range.Upper < -1)
        {
            throw new ValueError($"`factor` argument must have values larger than -1. Received: factor={factor}");
        }

        (this.factor, this.interpolation, method) = (factor, interpolation, Interpolation.Of(interpolation));
    }

    /// <summary>By which share the length grows or shrinks, or the range.</summary>
    public FloatTuple factor { get; }

    /// <summary>How new pixels follow from old ones.</summary>
    public string interpolation { get; }

    /// <summary>The axis that changes, from the end.</summary>
    private protected abstract int Axis { get; }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        int?[] dims = [.. input_shape];
        dims[dims.Length + Axis] = null;
        return dims;
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["factor"] = factor.ToConfig(), ["interpolation"] = interpolation, ["seed"] = seed };

    private protected override Tensor Augment(Tensor images)
    {
        if (images.ndim == 3)
        {
            return ops.squeeze(Augment(ops.expand_dims(images, 0)), 0);
        }

        var length = (int)(Draw(1, 1 + range.Lower, 1 + range.Upper)[0] * images.dim(Axis));
        return ImageResize.Run(images, Axis == -3 ? length : images.dim(1), Axis == -2 ? length : images.dim(2), method);
    }
}
