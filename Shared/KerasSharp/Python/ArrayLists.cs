using KerasSharp.Engine;
using NumSharp;
using DType = KerasSharp.Engine.DType;

namespace KerasSharp.Python;

/// <summary>NumPy's <c>tolist</c>: an array as lists of numbers, as configurations hold constants.</summary>
internal static class ArrayLists
{
    /// <summary>Lists of lists; a number for an array of rank 0.</summary>
    public static object? Of(NDArray array)
    {
        var dims = Array.ConvertAll(array.shape, d => checked((int)d));
        var values = Tensor.From(array);
        double[] numbers = values.dtype == DType.Float32 ? [.. values.ToArray<float>().Select(v => (double)v)] : keras.ops.cast(values, DType.Float64).ToArray<double>();
        var next = 0;
        return Build(0);

        object? Build(int axis)
        {
            if (axis == dims.Length)
            {
                var number = numbers[next++];
                return values.dtype switch { DType.Float32 => number, DType.Bool => number != 0, _ => (long)number };
            }

            return Enumerable.Range(0, dims[axis]).Select(_ => Build(axis + 1)).ToList();
        }
    }
}
