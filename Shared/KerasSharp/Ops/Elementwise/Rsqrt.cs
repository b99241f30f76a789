using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>1 / √x of each element.</summary>
            public static Tensor rsqrt(Tensor x) => Ops.Rsqrt.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>1 / √x of each element.</summary>
    internal sealed class Rsqrt() : UnaryOperation(UnaryOp.Rsqrt)
    {
        public static readonly Rsqrt Instance = new();

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => y * y * y * -0.5;
    }
}
