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
            /// <summary>x where positive, else negative_slope · x.</summary>
            public static Tensor leaky_relu(Tensor x, double negative_slope = 0.2)
                => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("nn.leaky_relu", x, negative_slope) : new Ops.LeakyRelu((float)negative_slope).apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>x where positive, else negative_slope · x.</summary>
    internal sealed class LeakyRelu(float slope) : UnaryOperation(UnaryOp.LeakyRelu, slope)
    {
        /// <inheritdoc/>
        public override Config attributes => new() { ["alpha"] = Alpha };

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.where(ops.greater(x, ops.zeros_like(x)), ops.ones_like(x), ops.full_like(x, Alpha));
    }
}
