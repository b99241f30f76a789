using KerasSharp.Engine;
using KerasSharp.Python;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// x where it is at least <c>threshold</c>, at most <c>max_value</c>; below the threshold <c>negative_slope</c> · (x - threshold).
/// Source: <see href="https://keras.io/api/layers/activation_layers/relu/"/>.
/// </summary>
/// <param name="max_value">The largest output; none if not given.</param>
/// <param name="negative_slope">The slope below the threshold; not negative.</param>
/// <param name="threshold">Where the output starts; not negative.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is negative.</exception>
[KerasExport("keras.layers.ReLU")]
[KerasName("keras.activations.ReLU")]
public class ReLU(double? max_value = null, double negative_slope = 0.0, double threshold = 0.0, LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <summary>The largest output, rounded to float32 as in Keras; null if there is none.</summary>
    public double? max_value { get; } = max_value is >= 0 or null ? (float?)max_value
        : throw new ValueError($"max_value of a ReLU layer cannot be a negative value. Received: {PythonFormat.Str(max_value)}");

    /// <summary>The slope below the threshold, rounded to float32.</summary>
    public double negative_slope { get; } = negative_slope >= 0 ? (float)negative_slope
        : throw new ValueError($"negative_slope of a ReLU layer cannot be a negative value. Received: {PythonFormat.Str(negative_slope)}");

    /// <summary>Where the output starts, rounded to float32.</summary>
    public double threshold { get; } = threshold >= 0 ? (float)threshold
        : throw new ValueError($"threshold of a ReLU layer cannot be a negative value. Received: {PythonFormat.Str(threshold)}");

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => keras.activations.relu(inputs, negative_slope, max_value, threshold);

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["max_value"] = max_value, ["negative_slope"] = negative_slope, ["threshold"] = threshold };
}
