using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The arc cosine of each element, in radians.</summary>
            public static Tensor arccos(Tensor x) => Ops.Acos.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The arc cosine of each element, in radians.</summary>
    internal sealed class Acos() : UnaryOperation(UnaryOp.Acos)
    {
        public static readonly Acos Instance = new();

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => -ops.rsqrt(1 - ops.square(x));
    }
}
