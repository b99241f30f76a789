using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>-1, 0 or 1 of each element. Its gradient is 0.</summary>
            public static Tensor sign(Tensor x) => Ops.Sign.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>-1, 0 or 1 of each element. Its gradient is 0.</summary>
    internal sealed class Sign() : UnaryOperation(UnaryOp.Sign)
    {
        public static readonly Sign Instance = new();

        /// <inheritdoc/>
        protected override bool TakesIntegers => true;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.zeros_like(x);
    }
}
