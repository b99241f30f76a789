using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>Normally distributed values. Source: <see href="https://keras.io/api/layers/initializers/#randomnormal-class"/>.</summary>
[KerasExport("keras.initializers.RandomNormal", "keras.initializers.random_normal")]
[KerasName("keras.initializers.normal")]
public class RandomNormal(double mean = 0.0, double stddev = 0.05, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>The mean.</summary>
    public double mean { get; } = mean;

    /// <summary>The standard deviation.</summary>
    public double stddev { get; } = stddev;

    /// <inheritdoc/>
    public override Config get_config() => new() { ["mean"] = mean, ["stddev"] = stddev, ["seed"] = seed };

    /// <inheritdoc/>
    private protected override void Fill(Span<float> values, ReadOnlySpan<int> shape, Philox random) => Draw.Normal(values, random, (float)mean, (float)stddev);
}
