using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>What upsamplings have in common: the axes that grow, and by how much.</summary>
public abstract class BaseUpSampling : Layer
{
    /// <summary>An upsampling of as many axes as there are factors.</summary>
    /// <exception cref="ValueError">The data format is unknown.</exception>
    private protected BaseUpSampling(int[] factors, string? data_format, LayerArguments kwargs)
        : base(kwargs)
    {
        Factors = factors;
        Format = Window.DataFormat(data_format);
        input_spec = new InputSpec(ndim: factors.Length + 2);
    }

    /// <summary>One factor for each spatial axis.</summary>
    private protected int[] Factors { get; }

    private protected string Format { get; }

    /// <summary>The factors of all axes.</summary>
    private protected int[] AllFactors => Format == "channels_first" ? [1, 1, .. Factors] : [1, .. Factors, 1];

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => Upsampling.Run(inputs, AllFactors);

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => new(
        [.. input_shape.Zip(AllFactors, (length, factor) => length is { } known ? CheckedGeometry.Dimension((long)known * factor, "an upsampled axis") : (int?)null)]);
}
