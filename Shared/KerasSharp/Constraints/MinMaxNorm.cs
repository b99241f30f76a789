using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Constraints;

/// <summary>
/// Moves the length of vectors along <paramref name="axis"/> into the bounds: <paramref name="rate"/> 1 at once, below 1 step by step.
/// Source: <see href="https://keras.io/api/layers/constraints/#minmaxnorm-class"/>.
/// </summary>
[KerasExport("keras.constraints.MinMaxNorm", "keras.constraints.min_max_norm")]
public class MinMaxNorm(
    double min_value = 0.0, double max_value = 1.0, double rate = 1.0, [KerasDefault(0)] IntTuple axis = default) : Constraint
{
    /// <summary>The least length.</summary>
    public double min_value { get; } = min_value;

    /// <summary>The greatest length.</summary>
    public double max_value { get; } = max_value;

    /// <summary>How much of the way is gone at each update.</summary>
    public double rate { get; } = rate;

    /// <summary>The axes along which the norms are taken.</summary>
    public IntTuple axis { get; } = axis.is_given ? axis : 0;

    /// <inheritdoc/>
    public override Tensor call(Tensor w)
    {
        var norms = Norms(w, axis);
        var desired = (rate * keras.ops.clip(norms, min_value, max_value)) + ((1 - rate) * norms);
        return w * (desired / (Epsilon + norms));
    }

    /// <inheritdoc/>
    public override Config get_config()
        => new() { ["min_value"] = min_value, ["max_value"] = max_value, ["rate"] = rate, ["axis"] = axis.ToConfig() };
}
