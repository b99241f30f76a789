using KerasSharp.Engine;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class constraints
        {
            /// <summary>Negative weights become 0.</summary>
            public static Constraints.NonNeg NonNeg() => new();

            /// <inheritdoc cref="NonNeg"/>
            public static Constraints.NonNeg non_neg() => new();
        }
    }
}

namespace KerasSharp.Constraints
{
    /// <summary>Keeps weights from being negative. Source: <see href="https://keras.io/api/layers/constraints/#nonneg-class"/>.</summary>
    public class NonNeg : Constraint
    {
        /// <inheritdoc/>
        public override Tensor call(Tensor w) => keras.ops.relu(w);
    }
}
