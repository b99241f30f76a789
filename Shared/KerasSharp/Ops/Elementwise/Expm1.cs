using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>exp(x) - 1 of each element, exact near 0.</summary>
            public static Tensor expm1(Tensor x) => Ops.Expm1.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>exp(x) - 1 of each element, exact near 0.</summary>
    internal sealed class Expm1() : UnaryOperation(UnaryOp.Expm1)
    {
        public static readonly Expm1 Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => y + 1;
    }
}
