using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Values between two bounds, each equally likely.
/// Source: <see href="https://keras.io/api/layers/initializers/#randomuniform-class"/>.
/// </summary>
[KerasExport("keras.initializers.RandomUniform", "keras.initializers.random_uniform")]
[KerasName("keras.initializers.uniform")]
public class RandomUniform(double minval = -0.05, double maxval = 0.05, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>The lower bound.</summary>
    public double minval { get; } = minval;

    /// <summary>The upper bound.</summary>
    public double maxval { get; } = maxval;

    /// <inheritdoc/>
    public override Config get_config() => new() { ["minval"] = minval, ["maxval"] = maxval, ["seed"] = seed };

    /// <inheritdoc/>
    private protected override void Fill(Span<float> values, ReadOnlySpan<int> shape, Philox random) => Draw.Uniform(values, random, (float)minval, (float)maxval);
}
