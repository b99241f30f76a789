using NumSharp;

namespace KerasSharp;

/// <summary>
/// Mean and standard deviation of images. NumSharp's own <c>std()</c> takes seconds for one channel of CIFAR-10, since it goes through a float64 copy
/// element by element; an extension cannot take the place of a member, so that these are the forms with NumPy's <c>dtype</c>.
/// </summary>
public static class NumpyMoments
{
    extension(NDArray array)
    {
        /// <summary>
        /// The mean of all elements, as a float64 of no dimensions. Of bytes it comes from exact sums.
        /// Source: <see href="https://numpy.org/doc/1.26/reference/generated/numpy.ndarray.mean.html"/>.
        /// </summary>
        /// <param name="dtype">What to compute in: <c>float64</c>, NumPy's choice for whole numbers, is supported.</param>
        /// <exception cref="ValueError">Another dtype.</exception>
        public NDArray mean(string dtype)
        {
            Check(dtype, nameof(mean));
            return array.dtype == typeof(byte) ? NDArray.Scalar(ByteMoments.Of(array).Mean) : array.mean();
        }

        /// <summary>
        /// The standard deviation of all elements (divided by their number), as a float64 of no dimensions. Of bytes it comes from exact sums, at memory speed.
        /// Source: <see href="https://numpy.org/doc/1.26/reference/generated/numpy.ndarray.std.html"/>.
        /// </summary>
        /// <param name="dtype">What to compute in: <c>float64</c>, NumPy's choice for whole numbers, is supported.</param>
        /// <exception cref="ValueError">Another dtype.</exception>
        public NDArray std(string dtype)
        {
            Check(dtype, nameof(std));
            return array.dtype == typeof(byte) ? NDArray.Scalar(ByteMoments.Of(array).Deviation) : array.std();
        }
    }

    private static void Check(string dtype, string function)
    {
        if (dtype != "float64")
        {
            throw new ValueError($"{function}: dtype must be 'float64'. Received: dtype={dtype}");
        }
    }

    /// <summary>How many bytes there are, and the sums of them and of their squares: all exact.</summary>
    private readonly record struct ByteMoments(long Count, long Sum, long Squares)
    {
        public double Mean => (double)Sum / Count;

        // n Σx² - (Σx)² loses nothing in 128 bits, where doubles would cancel.
        public double Deviation => Math.Sqrt((double)(((Int128)Count * Squares) - ((Int128)Sum * Sum))) / Count;

        public static unsafe ByteMoments Of(NDArray array)
        {
            var shape = array.Shape;
            var (dims, strides) = (shape.Dimensions, shape.Strides);
            var first = (byte*)array.Unsafe.Storage.Address + shape.Offset;

            // Neighbouring axes that continue each other are one: a channel of many images is a single run of equal steps.
            var (runs, length, step) = (new List<(long Count, long Stride)>(), 1L, 1L);
            for (var axis = dims.Length - 1; axis >= 0; axis--)
            {
                if (dims[axis] == 1)
                {
                    continue;
                }

                if (length == 1)
                {
                    (length, step) = (dims[axis], strides[axis]);
                }
                else if (runs.Count == 0 && strides[axis] == length * step)
                {
                    length *= dims[axis];
                }
                else
                {
                    runs.Add((dims[axis], strides[axis]));
                }
            }

            var total = default(ByteMoments);
            Walk(first, runs.Count - 1);
            GC.KeepAlive(array);
            return total;

            void Walk(byte* from, int axis)
            {
                if (axis < 0)
                {
                    total = array.size == 0 ? total : total.With(from, length, step);
                    return;
                }

                for (long i = 0; i < runs[axis].Count; i++)
                {
                    Walk(from + (i * runs[axis].Stride), axis - 1);
                }
            }
        }

        private unsafe ByteMoments With(byte* from, long length, long step)
        {
            var (sum, squares) = (Sum, Squares);
            for (long i = 0; i < length; i++)
            {
                long value = from[i * step];
                sum += value;
                squares += value * value;
            }

            return new(Count + length, sum, squares);
        }
    }
}
