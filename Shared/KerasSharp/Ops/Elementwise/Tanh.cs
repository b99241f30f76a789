using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The hyperbolic tangent of each element.</summary>
            public static Tensor tanh(Tensor x) => Ops.Tanh.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The hyperbolic tangent of each element.</summary>
    internal sealed class Tanh() : UnaryOperation(UnaryOp.Tanh)
    {
        public static readonly Tanh Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => 1 - ops.square(y);
    }
}
