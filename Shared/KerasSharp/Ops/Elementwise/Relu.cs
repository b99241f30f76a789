using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>max(x, 0) of each element. Its gradient at 0 is 0.</summary>
            public static Tensor relu(Tensor x) => Ops.Relu.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>max(x, 0) of each element. Its gradient at 0 is 0.</summary>
    internal sealed class Relu() : UnaryOperation(UnaryOp.Relu)
    {
        public static readonly Relu Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.cast(ops.greater(x, ops.zeros_like(x)), x.dtype);
    }
}
