using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The mean over the axes, all if none is given.</summary>
            public static Tensor mean(Tensor x, IntTuple axis = default, bool keepdims = false)
                => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("math.reduce_mean", x, axis, keepdims)
                    : new Ops.Mean(Shapes.Axes(axis, x.ndim), keepdims).apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The mean over the axes, all if none is given.</summary>
    internal sealed class Mean(int[] axes, bool keepdims) : Reduction(ReduceOp.Mean, axes, keepdims)
    {
        /// <inheritdoc/>
        protected override Tensor Backward(Tensor x, Tensor y, Tensor dy) => ops.broadcast_to(dy * ((double)y.size / Math.Max(1, x.size)), x.DimsArray);
    }
}
