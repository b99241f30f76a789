using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The tangent of each element, in radians.</summary>
            public static Tensor tan(Tensor x) => Ops.Tan.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The tangent of each element, in radians.</summary>
    internal sealed class Tan() : UnaryOperation(UnaryOp.Tan)
    {
        public static readonly Tan Instance = new();

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.square(y) + 1;
    }
}
