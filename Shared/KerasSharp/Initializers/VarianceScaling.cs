using KerasSharp.Engine;
using KerasSharp.Python;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Values whose variance is <c>scale</c> divided by the number of inputs, outputs or their mean.
/// Source: <see href="https://keras.io/api/layers/initializers/#variancescaling-class"/>.
/// </summary>
[KerasExport("keras.initializers.VarianceScaling", "keras.initializers.variance_scaling")]
public class VarianceScaling : RandomInitializer
{
    // The standard deviation of a standard normal distribution that is cut at two.
    private const double TruncatedStddev = 0.87962566103423978;

    /// <summary>Made of these arguments.</summary>
    /// <param name="scale">A positive factor.</param>
    /// <param name="mode"><c>fan_in</c>, <c>fan_out</c> or <c>fan_avg</c>: what to divide by.</param>
    /// <param name="distribution"><c>truncated_normal</c>, <c>untruncated_normal</c> or <c>uniform</c>.</param>
    /// <param name="seed">Makes the values reproducible.</param>
    /// <exception cref="ValueError">The scale is not positive, or a name is unknown.</exception>
    public VarianceScaling(double scale = 1.0, string mode = "fan_in", string distribution = "truncated_normal", int? seed = null)
        : base(seed)
    {
        if (scale <= 0)
        {
            throw new ValueError($"`scale` must be positive float. Received: scale={PythonFormat.Str(scale)}.");
        }

        if (mode is not ("fan_in" or "fan_out" or "fan_avg"))
        {
            throw new ValueError($"Invalid `mode` argument: {mode}. Please use one of the {{'fan_avg', 'fan_in', 'fan_out'}}.");
        }

        (this.scale, this.mode) = (scale, mode);
        this.distribution = distribution?.ToLowerInvariant() switch
        {
            "truncated_normal" or "normal" => "truncated_normal",
            "untruncated_normal" => "untruncated_normal",
            "uniform" => "uniform",
            _ => throw new ValueError($"Invalid `distribution` argument: {distribution}."
                + "Allowed distributions: {'truncated_normal', 'uniform', 'untruncated_normal'}."),
        };
    }

    /// <summary>The factor.</summary>
    public double scale { get; }

    /// <summary>The number to divide by.</summary>
    public string mode { get; }

    /// <summary>The distribution.</summary>
    public string distribution { get; }

    /// <inheritdoc/>
    public override Config get_config() => new() { ["scale"] = scale, ["mode"] = mode, ["distribution"] = distribution, ["seed"] = seed };

    /// <inheritdoc/>
    private protected override void Fill(Span<float> values, ReadOnlySpan<int> shape, Philox random)
    {
        var (fanIn, fanOut) = Fans(shape);
        var n = mode switch { "fan_in" => fanIn, "fan_out" => fanOut, _ => (fanIn + fanOut) / 2 };
        var variance = scale / Math.Max(1, n);
        switch (distribution)
        {
            case "uniform":
                var limit = Math.Sqrt(3 * variance);
                Draw.Uniform(values, random, (float)-limit, (float)limit);
                break;
            case "truncated_normal":
                Draw.TruncatedNormal(values, random, 0, (float)(Math.Sqrt(variance) / TruncatedStddev));
                break;
            default:
                Draw.Normal(values, random, 0, (float)Math.Sqrt(variance));
                break;
        }
    }

    /// <summary>The inputs and outputs of one unit: of a kernel (height, width, in, out) all inputs that its window sees.</summary>
    private static (double In, double Out) Fans(ReadOnlySpan<int> shape)
    {
        if (shape.Length < 2)
        {
            var length = shape.Length == 0 ? 1 : shape[0];
            return (length, length);
        }

        var window = 1.0;
        foreach (var d in shape[..^2])
        {
            window *= d;
        }

        return (window * shape[^2], window * shape[^1]);
    }
}
