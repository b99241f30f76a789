using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The absolute value of each element. Its gradient at 0 is 0.</summary>
            public static Tensor abs(Tensor x) => Ops.Abs.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The absolute value of each element. Its gradient at 0 is 0.</summary>
    internal sealed class Abs() : UnaryOperation(UnaryOp.Abs)
    {
        public static readonly Abs Instance = new();

        /// <inheritdoc/>
        protected override bool TakesIntegers => true;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.sign(x);
    }
}
