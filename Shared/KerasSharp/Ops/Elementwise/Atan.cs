using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The arc tangent of each element, in radians.</summary>
            public static Tensor arctan(Tensor x) => Ops.Atan.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The arc tangent of each element, in radians.</summary>
    internal sealed class Atan() : UnaryOperation(UnaryOp.Atan)
    {
        public static readonly Atan Instance = new();

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.reciprocal(ops.square(x) + 1);
    }
}
