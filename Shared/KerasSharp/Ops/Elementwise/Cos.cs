using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The cosine of each element, in radians.</summary>
            public static Tensor cos(Tensor x) => Ops.Cos.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The cosine of each element, in radians.</summary>
    internal sealed class Cos() : UnaryOperation(UnaryOp.Cos)
    {
        public static readonly Cos Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => -ops.sin(x);
    }
}
