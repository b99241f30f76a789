using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Constraints;

/// <summary>
/// Vectors along <paramref name="axis"/> no longer than <paramref name="max_value"/>; for a convolution's kernel <c>axis: (0, 1, 2)</c>.
/// Source: <see href="https://keras.io/api/layers/constraints/#maxnorm-class"/>.
/// </summary>
[KerasExport("keras.constraints.MaxNorm", "keras.constraints.max_norm")]
public class MaxNorm(
    double max_value = 2, [KerasDefault(0)] IntTuple axis = default) : Constraint
{
    /// <summary>The greatest length.</summary>
    public double max_value { get; } = max_value;

    /// <summary>The axes along which the norms are taken.</summary>
    public IntTuple axis { get; } = axis.is_given ? axis : 0;

    /// <inheritdoc/>
    public override Tensor call(Tensor w)
    {
        var norms = Norms(w, axis);
        return w * (keras.ops.clip(norms, 0, max_value) / (Epsilon + norms));
    }

    /// <inheritdoc/>
    public override Config get_config() => new() { ["max_value"] = Config.Number(max_value), ["axis"] = axis.ToConfig() };
}
