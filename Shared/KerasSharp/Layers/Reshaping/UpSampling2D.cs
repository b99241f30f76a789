using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Larger images: (batch, height, width, channels) → (batch, height · size[0], width · size[1], channels).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/up_sampling2d/"/>.
/// </summary>
/// <param name="size">The factors of height and width, one int means both; (2, 2) if not given.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="interpolation"><c>nearest</c>, <c>bilinear</c>, <c>bicubic</c>, <c>area</c>, <c>lanczos3</c>, <c>lanczos5</c>, <c>gaussian</c> or
/// <c>mitchellcubic</c>. Only the nearest keeps integers; the others give float32.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
/// <exception cref="NotImplementedError">The interpolation is unknown.</exception>
[KerasExport("keras.layers.UpSampling2D")]
public class UpSampling2D([KerasDefault(2, 2)] IntTuple size = default, string? data_format = null, string interpolation = "nearest", LayerArguments kwargs = default)
    : BaseUpSampling(Window.Tuple(size, 2, "size", 2), data_format, kwargs)
{
    /// <summary>The factors of height and width.</summary>
    public int[] size => Factors;

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string data_format => Format;

    /// <summary>How new pixels follow from old ones.</summary>
    public string interpolation { get; } = Interpolation.Of(interpolation);

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (interpolation == "nearest")
        {
            return base.call(inputs, training);
        }

        var x = data_format == "channels_first" ? ImageLayout.ToChannelsLast(inputs) : inputs;
        var y = ImageResize.Run(
            x, CheckedGeometry.Dimension((long)x.dim(1) * size[0], "the upsampled height"), CheckedGeometry.Dimension((long)x.dim(2) * size[1], "the upsampled width"), interpolation);
        return data_format == "channels_first" ? ImageLayout.ToChannelsFirst(y) : y;
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["size"] = size, ["data_format"] = data_format, ["interpolation"] = interpolation };

    private protected override DType InferDType(DType input) => interpolation == "nearest" ? base.InferDType(input) : DType.Float32;
}
