using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What global poolings have in common: one value for each channel.</summary>
public abstract class BaseGlobalPooling : Layer
{
    private readonly int spatial;

    /// <summary>A pooling over all places.</summary>
    /// <exception cref="ValueError">The data format is unknown.</exception>
    private protected BaseGlobalPooling(int spatial, string? data_format, bool keepdims, LayerArguments kwargs)
        : base(kwargs)
    {
        this.spatial = spatial;
        this.data_format = Window.DataFormat(data_format);
        this.keepdims = keepdims;
        input_spec = new InputSpec(ndim: spatial + 2);
    }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string data_format { get; }

    /// <summary>Whether the pooled axes stay, with length 1.</summary>
    public bool keepdims { get; }

    /// <summary>The axes that are pooled.</summary>
    private protected int[] Axes => [.. Enumerable.Range(data_format == "channels_last" ? 1 : 2, spatial)];

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => new(
        [.. input_shape.Select((dim, i) => (Dim: dim, IsPooled: Axes.Contains(i))).Where(d => keepdims || !d.IsPooled).Select(d => d.IsPooled ? 1 : d.Dim)]);

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["data_format"] = data_format, ["keepdims"] = keepdims };
}
