using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>The mean of squared distances from the mean, over the axes.</summary>
        public static Tensor var(Tensor x, IntTuple axis = default, bool keepdims = false)
            => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("math.reduce_variance", x, axis, keepdims)
                : mean(square(x - mean(x, axis, keepdims: true)), axis, keepdims);

        /// <summary>The square root of <see cref="var"/>.</summary>
        public static Tensor std(Tensor x, IntTuple axis = default, bool keepdims = false)
            => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("math.reduce_std", x, axis, keepdims) : sqrt(var(x, axis, keepdims));

        /// <summary>log(sum(exp(x))) over the axes; large numbers do not overflow.</summary>
        public static Tensor logsumexp(Tensor x, IntTuple axis = default, bool keepdims = false)
        {
            if (SymbolicFunctions.Take(x))
            {
                return SymbolicFunctions.Current.Call("math.reduce_logsumexp", x, axis, keepdims);
            }

            var largest = stop_gradient(max(x, axis, keepdims: true));
            var sums = log(sum(exp(x - largest), axis, keepdims: true)) + largest;
            return keepdims ? sums : reshape(sums, Shapes.Reduced(x.DimsArray, Shapes.Axes(axis, x.ndim), keepdims: false));
        }
    }
}
