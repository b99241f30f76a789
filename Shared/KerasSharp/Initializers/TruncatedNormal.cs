using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Normally distributed values; those more than two standard deviations from the mean are drawn again.
/// Source: <see href="https://keras.io/api/layers/initializers/#truncatednormal-class"/>.
/// </summary>
[KerasExport("keras.initializers.TruncatedNormal", "keras.initializers.truncated_normal")]
public class TruncatedNormal(double mean = 0.0, double stddev = 0.05, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>The mean.</summary>
    public double mean { get; } = mean;

    /// <summary>The standard deviation before values are drawn again.</summary>
    public double stddev { get; } = stddev;

    /// <inheritdoc/>
    public override Config get_config() => new() { ["mean"] = mean, ["stddev"] = stddev, ["seed"] = seed };

    /// <inheritdoc/>
    private protected override void Fill(Span<float> values, ReadOnlySpan<int> shape, Philox random) => Draw.TruncatedNormal(values, random, (float)mean, (float)stddev);
}
