using NumSharp;

namespace KerasSharp;

public static partial class keras
{
    public static partial class utils
    {
        /// <summary>
        /// Each vector along an axis divided by its length; a vector of zeros stays.
        /// Source: <see href="https://keras.io/api/utils/python_utils/#normalize-function"/>.
        /// </summary>
        /// <param name="x">Numbers.</param>
        /// <param name="axis">The axis of the vectors.</param>
        /// <param name="order">The norm: 2 is Euclid's length, 1 the sum of absolute values.</param>
        /// <returns>float32 for float32, float64 for all else.</returns>
        /// <exception cref="ValueError">The axis is out of range, or the order is not positive.</exception>
        public static NDArray normalize(NDArray x, int axis = -1, int order = 2)
        {
            ArgumentNullException.ThrowIfNull(x);
            if (axis < -x.ndim || axis >= x.ndim)
            {
                throw new ValueError($"axis {axis} is out of bounds for array of dimension {x.ndim}");
            }

            if (order < 1)
            {
                throw new ValueError($"`order` must be at least 1. Received: order={order}");
            }

            axis = axis < 0 ? axis + x.ndim : axis;
            var values = x.astype(typeof(double)).flatten().ToArray<double>();
            var length = checked((int)x.shape[axis]);
            var inner = checked((int)x.shape[(axis + 1)..].Aggregate(1L, (product, d) => product * d));
            for (var outer = 0; outer < values.Length; outer += length * inner)
            {
                for (var first = outer; first < outer + inner; first++)
                {
                    Normalize(values, first, length, inner, order);
                }
            }

            var result = new NDArray(values, new Shape(x.shape));
            return x.typecode == NPTypeCode.Single ? result.astype(typeof(float)) : result;
        }

        private static void Normalize(double[] values, int first, int length, int stride, int order)
        {
            var norm = 0.0;
            for (var i = 0; i < length; i++)
            {
                norm += Math.Pow(Math.Abs(values[first + (i * stride)]), order);
            }

            norm = order == 1 ? norm : order == 2 ? Math.Sqrt(norm) : Math.Pow(norm, 1.0 / order);
            for (var i = 0; i < length && norm != 0; i++)
            {
                values[first + (i * stride)] /= norm;
            }
        }
    }
}
