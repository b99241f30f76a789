using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>x where positive, else alpha · (exp(x) - 1).</summary>
            [TfFunction("keras.ops.elu")]
            public static Tensor elu(Tensor x, double alpha = 1.0) => !SymbolicFunctions.Take(x) ? new Ops.Elu((float)alpha).apply(x)
                : alpha == 1 ? SymbolicFunctions.Current.Call("nn.elu", x, null) : SymbolicFunctions.Current.Call("keras.ops.elu", x, alpha);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>x where positive, else alpha · (exp(x) - 1).</summary>
    internal sealed class Elu(float slope) : UnaryOperation(UnaryOp.Elu, slope)
    {
        /// <inheritdoc/>
        public override Config attributes => new() { ["alpha"] = Alpha };

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.where(ops.greater(x, ops.zeros_like(x)), ops.ones_like(x), y + Alpha);
    }
}
