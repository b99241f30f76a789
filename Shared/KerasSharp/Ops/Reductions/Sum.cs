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
            /// <summary>The sum over the axes, all if none is given; float32 is summed in double, in a fixed order.</summary>
            public static Tensor sum(Tensor x, IntTuple axis = default, bool keepdims = false)
                => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("math.reduce_sum", x, axis, keepdims)
                    : new Ops.Sum(Shapes.Axes(axis, x.ndim), keepdims).apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The sum over the axes, all if none is given; float32 is summed in double, in a fixed order.</summary>
    internal sealed class Sum(int[] axes, bool keepdims) : Reduction(ReduceOp.Sum, axes, keepdims)
    {
        /// <inheritdoc/>
        protected override Tensor Backward(Tensor x, Tensor y, Tensor dy) => ops.broadcast_to(dy, x.DimsArray);
    }
}
