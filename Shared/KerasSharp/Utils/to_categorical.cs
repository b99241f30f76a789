using System.Numerics;
using NumSharp;

namespace KerasSharp;

public static partial class keras
{
    public static partial class utils
    {
        /// <summary>
        /// Labels as rows of 0 and one 1: (…) or (…, 1) → (…, num_classes).
        /// Source: <see href="https://keras.io/api/utils/python_utils/#tocategorical-function"/>.
        /// </summary>
        /// <param name="y">Whole numbers below <paramref name="num_classes"/>; floats are cut, negative ones count from the end.</param>
        /// <param name="num_classes">The number of classes; the largest label plus one if not given.</param>
        /// <param name="dtype">The type of the result, such as <c>float32</c>.</param>
        /// <exception cref="IndexError">A label is out of range.</exception>
        /// <exception cref="ValueError">There are no labels and <paramref name="num_classes"/> is not given, or they are no numbers.</exception>
        public static NDArray to_categorical(NDArray y, int? num_classes = null, string dtype = "float32")
        {
            ArgumentNullException.ThrowIfNull(y);
            var labels = Labels(y);
            if (num_classes is null or 0)
            {
                num_classes = labels.Length > 0 ? checked((int)labels.Max() + 1)
                    : throw new ValueError("zero-size array to reduction operation maximum which has no identity");
            }

            var shape = y.shape.Length > 1 && y.shape[^1] == 1 ? y.shape[..^1] : y.shape;
            return dtype switch
            {
                "float32" or "float" => OneHot<float>(labels, num_classes.Value, shape),
                "float64" => OneHot<double>(labels, num_classes.Value, shape),
                "int32" => OneHot<int>(labels, num_classes.Value, shape),
                "int64" or "int" => OneHot<long>(labels, num_classes.Value, shape),
                "uint8" => OneHot<byte>(labels, num_classes.Value, shape),
                _ => throw new TypeError($"Unsupported dtype: '{dtype}'. Expected one of: float32, float64, int32, int64, uint8."),
            };
        }

        private static NDArray OneHot<T>(long[] labels, int classes, long[] shape)
            where T : unmanaged, INumber<T>
        {
            var rows = new T[checked(labels.Length * classes)];
            for (var i = 0; i < labels.Length; i++)
            {
                var label = labels[i];
                if (label < -classes || label >= classes)
                {
                    throw new IndexError($"index {label} is out of bounds for axis 1 with size {classes}");
                }

                rows[(i * classes) + (label < 0 ? label + classes : label)] = T.One;
            }

            return new NDArray(rows, new Shape([.. shape, classes]));
        }

        private static long[] Labels(NDArray y)
        {
            if (y.typecode is NPTypeCode.String or NPTypeCode.Char or NPTypeCode.Complex)
            {
                throw new ValueError($"to_categorical expects labels that are numbers. Received: an array of {y.dtype.Name}.");
            }

            return y.size == 0 ? [] : y.astype(typeof(long)).flatten().ToArray<long>();
        }
    }
}
