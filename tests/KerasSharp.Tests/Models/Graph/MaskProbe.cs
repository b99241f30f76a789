using KerasSharp.Engine;
using KerasSharp.Layers;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>A layer that notes the masks and the values of training that it is called with, and passes copies of its inputs on.</summary>
internal sealed class MaskProbe : Layer
{
    /// <summary>A probe.</summary>
    /// <param name="supports">Whether it passes the mask on.</param>
    public MaskProbe(bool supports = false) => supports_masking = supports;

    /// <summary>The masks, call by call.</summary>
    public List<Nest<Tensor>?> Seen { get; } = [];

    /// <summary>The values of training, call by call.</summary>
    public List<bool?> Training { get; } = [];

    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        Seen.Add(args.mask);
        Training.Add(args.training);
        return Tensors.Of(inputs.map(keras.ops.copy));
    }
}

/// <summary>A layer that doubles its input and knows nothing of masks.</summary>
internal sealed class Doubling : Layer
{
    public Doubling(bool supports) => supports_masking = supports;

    public override Tensor call(Tensor inputs, bool? training = null) => inputs * 2.0;
}

/// <summary>A layer with a mask of its own: it drops the first step.</summary>
internal sealed class DropFirst : Layer
{
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask is null ? null : Rest(mask);

    public override Tensor call(Tensor inputs, bool? training = null) => Rest(inputs);

    private static Tensor Rest(Tensor x)
    {
        var (start, shape) = (new int[x.ndim], x.Dims.ToArray());
        (start[1], shape[1]) = (1, shape[1] < 0 ? -1 : shape[1] - 1);
        return keras.ops.slice(x, start, shape);
    }
}
