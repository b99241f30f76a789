using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The natural logarithm of each element.</summary>
            public static Tensor log(Tensor x) => Ops.Log.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The natural logarithm of each element.</summary>
    internal sealed class Log() : UnaryOperation(UnaryOp.Log)
    {
        public static readonly Log Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.reciprocal(x);
    }
}
