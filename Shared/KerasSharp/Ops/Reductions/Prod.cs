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
            /// <summary>The product over the axes.</summary>
            public static Tensor prod(Tensor x, IntTuple axis = default, bool keepdims = false)
                => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("math.reduce_prod", x, axis, keepdims)
                    : new Ops.Prod(Shapes.Axes(axis, x.ndim), keepdims).apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The product over the axes.</summary>
    internal sealed class Prod(int[] axes, bool keepdims) : Reduction(ReduceOp.Prod, axes, keepdims)
    {
        /// <inheritdoc/>
        protected override Tensor Backward(Tensor x, Tensor y, Tensor dy) => Rest(x, y, dy);

        // y / x, and where x is 0 the product of the others: 0 if another is 0 too.
        private Tensor Rest(Tensor x, Tensor y, Tensor dy)
        {
            var isZero = ops.equal(x, ops.zeros_like(x));
            var zeros = ops.sum(ops.cast(isZero, x.dtype), Axes, keepdims: true);
            var filled = ops.where(isZero, ops.ones_like(x), x);
            var others = ops.divide(ops.prod(filled, Axes, keepdims: true), filled);
            var one = ops.cast(ops.equal(zeros, ops.ones_like(zeros)), x.dtype);
            var none = ops.cast(ops.equal(zeros, ops.zeros_like(zeros)), x.dtype);
            var share = ops.where(isZero, ops.broadcast_to(one, x.DimsArray), ops.broadcast_to(none, x.DimsArray));
            return ops.multiply(ops.multiply(others, share), dy);
        }
    }
}
