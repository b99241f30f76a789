using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>1 / x of each element.</summary>
            public static Tensor reciprocal(Tensor x) => Ops.Reciprocal.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>1 / x of each element.</summary>
    internal sealed class Reciprocal() : UnaryOperation(UnaryOp.Reciprocal)
    {
        public static readonly Reciprocal Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => -ops.square(y);
    }
}
