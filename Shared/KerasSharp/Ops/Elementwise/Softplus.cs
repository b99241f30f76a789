using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>log(1 + exp(x)) of each element.</summary>
            public static Tensor softplus(Tensor x) => Ops.Softplus.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>log(1 + exp(x)) of each element.</summary>
    internal sealed class Softplus() : UnaryOperation(UnaryOp.Softplus)
    {
        public static readonly Softplus Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.sigmoid(x);
    }
}
