using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The error function of each element.</summary>
            public static Tensor erf(Tensor x) => Ops.Erf.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The error function of each element.</summary>
    internal sealed class Erf() : UnaryOperation(UnaryOp.Erf)
    {
        public static readonly Erf Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.exp(-ops.square(x)) * (2 / Math.Sqrt(Math.PI));
    }
}
