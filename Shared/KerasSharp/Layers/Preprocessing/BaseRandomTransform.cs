using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>What random rotations, translations and zooms have in common: each image is seen through a map of its own.</summary>
public abstract class BaseRandomTransform : BaseAugmentation
{
    /// <summary>A layer of these arguments.</summary>
    /// <exception cref="NotImplementedError">The fill mode or the interpolation is unknown, in Keras's words.</exception>
    private protected BaseRandomTransform(string fill_mode, string interpolation, double fill_value, int? seed, LayerArguments kwargs)
        : base(seed, kwargs)
    {
        if (!EdgeRule.Names.Contains(fill_mode))
        {
            throw new NotImplementedError($"Unknown `fill_mode` {fill_mode}. Only `reflect`, `wrap`, `constant` and `nearest` are supported.");
        }

        if (interpolation is not ("nearest" or "bilinear"))
        {
            throw new NotImplementedError($"Unknown `interpolation` {interpolation}. Only `nearest` and `bilinear` are supported.");
        }

        (this.fill_mode, this.interpolation, this.fill_value) = (fill_mode, interpolation, fill_value);
    }

    /// <summary>What lies beyond the edge: <c>reflect</c>, <c>wrap</c>, <c>constant</c> or <c>nearest</c>.</summary>
    public string fill_mode { get; }

    /// <summary><c>nearest</c> or <c>bilinear</c>.</summary>
    public string interpolation { get; }

    /// <summary>The value beyond the edge with <c>constant</c>.</summary>
    public double fill_value { get; }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["fill_mode"] = fill_mode,
        ["fill_value"] = fill_value,
        ["interpolation"] = interpolation,
        ["seed"] = seed,
    };

    private protected override Tensor Augment(Tensor images)
    {
        if (images.ndim == 3)
        {
            return ops.squeeze(Augment(ops.expand_dims(images, 0)), 0);
        }

        var maps = Maps(images.dim(0), images.dim(1), images.dim(2));
        return new ProjectiveTransform(fill_mode, fill_value, interpolation).apply(images, Tensor.FromBeside<float>(images, maps, images.dim(0), 8));
    }

    /// <summary>The maps of so many images, of eight numbers each, in float32 as TensorFlow computes them.</summary>
    private protected abstract float[] Maps(int count, int height, int width);
}
