using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class constraints
        {
            /// <summary>Vectors along <paramref name="axis"/> of length 1; for a convolution's kernel <c>axis: (0, 1, 2)</c>.</summary>
            public static Constraints.UnitNorm UnitNorm([KerasDefault(0)] IntTuple axis = default) => new(axis);

            /// <inheritdoc cref="UnitNorm"/>
            public static Constraints.UnitNorm unit_norm([KerasDefault(0)] IntTuple axis = default) => new(axis);
        }
    }
}

namespace KerasSharp.Constraints
{
    /// <summary>Scales vectors to length 1. Source: <see href="https://keras.io/api/layers/constraints/#unitnorm-class"/>.</summary>
    public class UnitNorm(IntTuple axis = default) : Constraint
    {
        /// <summary>The axes along which the norms are taken.</summary>
        public IntTuple axis { get; } = axis.is_given ? axis : 0;

        /// <inheritdoc/>
        public override Tensor call(Tensor w) => w / (Epsilon + Norms(w, axis));

        /// <inheritdoc/>
        public override Config get_config() => new() { ["axis"] = axis.ToConfig() };
    }
}
