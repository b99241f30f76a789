using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>1 / (1 + exp(-x)) of each element. The result remembers x, which crossentropies compute from.</summary>
            public static Tensor sigmoid(Tensor x)
            {
                var y = Ops.Sigmoid.Instance.apply(x);
                y.Logits = x;
                return y;
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>1 / (1 + exp(-x)) of each element. The result remembers x, which crossentropies compute from.</summary>
    internal sealed class Sigmoid() : UnaryOperation(UnaryOp.Sigmoid)
    {
        public static readonly Sigmoid Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => y * (1 - y);
    }
}
