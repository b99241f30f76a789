using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The inverse hyperbolic sine of each element.</summary>
            public static Tensor arcsinh(Tensor x) => Ops.Asinh.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The inverse hyperbolic sine of each element.</summary>
    internal sealed class Asinh() : UnaryOperation(UnaryOp.Asinh)
    {
        public static readonly Asinh Instance = new();

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.rsqrt(ops.square(x) + 1);
    }
}
