using KerasSharp.Backends;
using KerasSharp.Saving;

namespace KerasSharp.Ops;

/// <summary>The settings of a convolution under TensorFlow's names.</summary>
internal static class ConvAttributes
{
    public static Config Of(in Conv2DGeometry g, FusedActivation activation = FusedActivation.None) => new()
    {
        ["strides"] = new[] { g.StrideHeight, g.StrideWidth },
        ["padding"] = new[] { g.PadTop, g.PadLeft },
        ["dilations"] = new[] { g.DilationHeight, g.DilationWidth },
        ["groups"] = g.Groups,
        ["activation"] = activation.ToString(),
    };
}
