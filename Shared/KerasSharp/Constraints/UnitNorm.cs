using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Constraints;

/// <summary>
/// Vectors along <paramref name="axis"/> of length 1; for a convolution's kernel <c>axis: (0, 1, 2)</c>.
/// Source: <see href="https://keras.io/api/layers/constraints/#unitnorm-class"/>.
/// </summary>
[KerasExport("keras.constraints.UnitNorm", "keras.constraints.unit_norm")]
public class UnitNorm(
    [KerasDefault(0)] IntTuple axis = default) : Constraint
{
    /// <summary>The axes along which the norms are taken.</summary>
    public IntTuple axis { get; } = axis.is_given ? axis : 0;

    /// <inheritdoc/>
    public override Tensor call(Tensor w) => w / (Epsilon + Norms(w, axis));

    /// <inheritdoc/>
    public override Config get_config() => new() { ["axis"] = axis.ToConfig() };
}
