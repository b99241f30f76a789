using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>x² of each element.</summary>
            public static Tensor square(Tensor x) => Ops.Square.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>x² of each element.</summary>
    internal sealed class Square() : UnaryOperation(UnaryOp.Square)
    {
        public static readonly Square Instance = new();

        /// <inheritdoc/>
        protected override bool TakesIntegers => true;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => x * 2;
    }
}
