using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The sine of each element, in radians.</summary>
            public static Tensor sin(Tensor x) => Ops.Sin.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The sine of each element, in radians.</summary>
    internal sealed class Sin() : UnaryOperation(UnaryOp.Sin)
    {
        public static readonly Sin Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.cos(x);
    }
}
