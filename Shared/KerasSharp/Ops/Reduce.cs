using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>The sum over the axes, all if none is given; in double, in a fixed order.</summary>
        public static Tensor sum(Tensor x, IntTuple axis = default, bool keepdims = false)
        {
            var (y, axes) = Reduce(ReduceOp.Sum, x, axis, keepdims);
            RecordReduction(y, x, dy => Stretch(dy, x, axes));
            return y;
        }

        /// <summary>The mean over the axes, all if none is given.</summary>
        public static Tensor mean(Tensor x, IntTuple axis = default, bool keepdims = false)
        {
            var (y, axes) = Reduce(ReduceOp.Mean, x, axis, keepdims);
            RecordReduction(y, x, dy => Stretch(dy * ((float)y.size / Math.Max(1, x.size)), x, axes));
            return y;
        }

        /// <summary>The largest element over the axes. Where several are largest, they share the gradient.</summary>
        public static Tensor max(Tensor x, IntTuple axis = default, bool keepdims = false) => Extreme(ReduceOp.Max, x, axis, keepdims);

        /// <summary>The smallest element over the axes. Where several are smallest, they share the gradient.</summary>
        public static Tensor min(Tensor x, IntTuple axis = default, bool keepdims = false) => Extreme(ReduceOp.Min, x, axis, keepdims);

        /// <summary>The product over the axes; its gradient needs elements that are not 0.</summary>
        public static Tensor prod(Tensor x, IntTuple axis = default, bool keepdims = false)
        {
            var (y, axes) = Reduce(ReduceOp.Prod, x, axis, keepdims);
            RecordReduction(y, x, dy => divide(Stretch(multiply(dy, y), x, axes), x));
            return y;
        }

        /// <summary>The mean of squared distances from the mean, over the axes.</summary>
        public static Tensor var(Tensor x, IntTuple axis = default, bool keepdims = false)
            => mean(square(x - mean(x, axis, keepdims: true)), axis, keepdims);

        private static Tensor Extreme(ReduceOp op, Tensor x, IntTuple axis, bool keepdims)
        {
            var (y, axes) = Reduce(op, x, axis, keepdims);
            RecordReduction(y, x, dy =>
            {
                var hits = Mask(CompareOp.Equal, x, Stretch(y, x, axes));
                return multiply(divide(hits, Stretch(sum(hits, axes), x, axes)), Stretch(dy, x, axes));
            });
            return y;
        }

        private static (Tensor Output, int[] Axes) Reduce(ReduceOp op, Tensor x, IntTuple axis, bool keepdims)
        {
            RequireFloat(x, op.ToString());
            var axes = Shapes.Axes(axis, x.ndim);
            var y = Tensor.Empty(DType.Float32, Shapes.Reduced(x.DimsArray, axes, keepdims));
            Backend.Current.Reduce(op, x, axes, y);
            return (y, axes);
        }

        private static void RecordReduction(Tensor y, Tensor x, Func<Tensor, Tensor> backward)
        {
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, [x], (dy, _) => [backward(dy)]);
            }
        }

        /// <summary>Repeats a reduced tensor along the axes that were reduced.</summary>
        private static Tensor Stretch(Tensor reduced, Tensor like, int[] axes)
            => add(Tensor.Full(0, like.DimsArray), reduced.Reshaped(Shapes.Reduced(like.DimsArray, axes, keepdims: true)));
    }
}
