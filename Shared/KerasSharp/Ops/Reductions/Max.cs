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
            /// <summary>The largest element over the axes. Where several are largest, they share the gradient.</summary>
            public static Tensor max(Tensor x, IntTuple axis = default, bool keepdims = false)
                => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("math.reduce_max", x, axis, keepdims)
                    : new Ops.Max(Shapes.Axes(axis, x.ndim), keepdims).apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The largest element over the axes. Where several are largest, they share the gradient.</summary>
    internal sealed class Max(int[] axes, bool keepdims) : Reduction(ReduceOp.Max, axes, keepdims)
    {
        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
        {
            if (inputs[0].size > 0)
            {
                base.run(backend, inputs, output);
                return;
            }

            // Of no elements it is the lowest value, as in TensorFlow.
            backend.Fill(output, output.dtype switch
            {
                DType.Int32 => int.MinValue,
                DType.Int64 => long.MinValue,
                DType.UInt8 => 0,
                _ => double.NegativeInfinity,
            });
        }

        /// <inheritdoc/>
        protected override Tensor Backward(Tensor x, Tensor y, Tensor dy) => Share(x, y, dy);

        private Tensor Share(Tensor x, Tensor y, Tensor dy)
        {
            var hits = ops.cast(ops.equal(x, y), x.dtype);
            return ops.multiply(ops.divide(hits, ops.sum(hits, Axes, keepdims: true)), dy);
        }
    }
}
