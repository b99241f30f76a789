using KerasSharp.Engine;

namespace KerasSharp.Constraints;

/// <summary>Negative weights become 0. Source: <see href="https://keras.io/api/layers/constraints/#nonneg-class"/>.</summary>
[KerasExport("keras.constraints.NonNeg", "keras.constraints.non_neg")]
[KerasName("keras.constraints.nonneg")]
public class NonNeg : Constraint
{
    /// <inheritdoc/>
    public override Tensor call(Tensor w) => keras.ops.relu(w);
}
