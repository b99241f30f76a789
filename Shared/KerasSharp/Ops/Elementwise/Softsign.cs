using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>x / (1 + |x|) of each element.</summary>
            public static Tensor softsign(Tensor x) => Ops.Softsign.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>x / (1 + |x|) of each element.</summary>
    internal sealed class Softsign() : UnaryOperation(UnaryOp.Softsign)
    {
        public static readonly Softsign Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.reciprocal(ops.square(ops.abs(x) + 1));
    }
}
