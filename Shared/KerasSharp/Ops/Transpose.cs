using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>Reorders the axes: <c>y.shape[i] = x.shape[axes[i]]</c>; reverses them if none are given.</summary>
        /// <exception cref="ValueError">The axes are not a permutation.</exception>
        public static Tensor transpose(Tensor x, IntTuple axes = default)
        {
            var permutation = axes.is_given ? axes.to_array() : [.. Enumerable.Range(0, x.ndim).Reverse()];
            for (var i = 0; i < permutation.Length; i++)
            {
                permutation[i] = Shapes.Axis(permutation[i], x.ndim);
            }

            if (permutation.Length != x.ndim || permutation.Distinct().Count() != x.ndim)
            {
                throw new ValueError($"axes must be a permutation of the axes of shape {x.shape}. Received: axes={axes}");
            }

            var y = Tensor.Empty(x.dtype, Array.ConvertAll(permutation, axis => x.dim(axis)));
            Backend.Current.Transpose(x, permutation, y);
            if (GradientTape.IsRecording)
            {
                var inverse = new int[permutation.Length];
                for (var i = 0; i < inverse.Length; i++)
                {
                    inverse[permutation[i]] = i;
                }

                GradientTape.Record(y, [x], (dy, _) => [transpose(dy, inverse)]);
            }

            return y;
        }
    }
}
