using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// <c>scale</c> · x + <c>offset</c>: pixels 0 … 255 become 0 … 1 with a scale of 1 / 255.
/// Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/"/>.
/// </summary>
/// <param name="scale">The factor.</param>
/// <param name="offset">The number to add afterwards.</param>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Rescaling")]
public class Rescaling(double scale, double offset = 0.0, LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <summary>The factor.</summary>
    public double scale { get; } = scale;

    /// <summary>The number to add afterwards.</summary>
    public double offset { get; } = offset;

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => (keras.ops.cast(inputs, "float32") * scale) + offset;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["scale"] = scale, ["offset"] = offset };
}
