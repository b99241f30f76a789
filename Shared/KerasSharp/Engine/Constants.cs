using System.Collections;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KerasSharp.Engine;

/// <summary>Tensors of Python values: numbers, lists of lists of numbers, .NET arrays.</summary>
internal static class Constants
{
    /// <summary>
    /// A tensor of a number, a tensor, or lists of them, as <c>tf.constant</c> makes it: int32, float32 or bool. A .NET array keeps its shape and
    /// its type, but for double, which stands for Python's numbers with a fraction.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="wanted">The type that the tensor is for: float64 and int64 keep all digits. The tensor may yet have another type.</param>
    /// <exception cref="ValueError">The lists do not form a box, or hold something else than numbers.</exception>
    public static Tensor Of(object? value, DType? wanted = null)
    {
        if (value is Tensor tensor)
        {
            return tensor;
        }

        if (value is Array array && OfArray(array, wanted) is { } copied)
        {
            return copied;
        }

        var numbers = new List<IConvertible>();
        var kind = 0;
        int[] dims = [.. Measure(value)];
        Collect(value, 0);
        return kind switch
        {
            2 when wanted == DType.Float64 => Tensor.From<double>([.. numbers.Select(n => n.ToDouble(null))], dims),
            2 => Tensor.From<float>([.. numbers.Select(n => (float)n.ToDouble(null))], dims),
            1 when wanted is DType.Int64 or DType.Float64 => Tensor.From<long>([.. numbers.Select(n => n.ToInt64(null))], dims),
            1 => Tensor.From<int>([.. numbers.Select(n => n.ToInt32(null))], dims),
            _ => Tensor.From<bool>([.. numbers.Select(n => n.ToBoolean(null))], dims),
        };

        void Collect(object? item, int depth)
        {
            switch (item)
            {
                case Array { Rank: > 1 } box:
                    Collect(ToLists(box), depth);
                    break;
                case IEnumerable list and not string:
                    var count = 0;
                    foreach (var one in list)
                    {
                        Collect(one, depth + 1);
                        count++;
                    }

                    if (depth >= dims.Length || count != dims[depth])
                    {
                        throw new ValueError("Can't convert non-rectangular Python sequence to Tensor.");
                    }

                    break;
                case IConvertible number and not string when depth == dims.Length:
                    kind = Math.Max(kind, number is bool ? 0 : number is float or double or decimal ? 2 : 1);
                    numbers.Add(number);
                    break;
                default:
                    throw new ValueError($"Can't convert Python sequence with mixed types to Tensor. Received: {item ?? "None"}");
            }
        }
    }

    /// <summary>An array of several axes as lists of lists, which is what configurations hold.</summary>
    public static object?[] ToLists(Array box)
    {
        var next = box.GetEnumerator();
        return Build(0);

        object?[] Build(int axis)
        {
            var items = new object?[box.GetLength(axis)];
            for (var i = 0; i < items.Length; i++)
            {
                items[i] = axis < box.Rank - 1 ? Build(axis + 1) : next.MoveNext() ? next.Current : null;
            }

            return items;
        }
    }

    // Copies memory as it lies; null for arrays of something else, as lists in an array.
    private static Tensor? OfArray(Array array, DType? wanted)
    {
        int[] dims = [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)];
        return Type.GetTypeCode(array.GetType().GetElementType()) switch
        {
            TypeCode.Single => Tensor.From(Elements<float>(array), dims),
            TypeCode.Double when wanted == DType.Float64 => Tensor.From(Elements<double>(array), dims),
            TypeCode.Double => Tensor.From<float>(ToSingle(Elements<double>(array)), dims),
            TypeCode.Int32 when array.GetType().GetElementType() == typeof(int) => Tensor.From(Elements<int>(array), dims),
            TypeCode.Int64 when array.GetType().GetElementType() == typeof(long) => Tensor.From(Elements<long>(array), dims),
            TypeCode.Byte when array.GetType().GetElementType() == typeof(byte) => Tensor.From(Elements<byte>(array), dims),
            TypeCode.Boolean => Tensor.From(Elements<bool>(array), dims),
            _ => array.GetType().GetElementType() == typeof(Half) ? Tensor.From(Elements<Half>(array), dims) : null,
        };
    }

    private static ReadOnlySpan<T> Elements<T>(Array array)
        where T : unmanaged => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static float[] ToSingle(ReadOnlySpan<double> values)
    {
        var floats = new float[values.Length];
        TensorPrimitives.ConvertTruncating(values, floats.AsSpan());
        return floats;
    }

    private static IEnumerable<int> Measure(object? value)
    {
        while (value is IEnumerable list and not string)
        {
            object?[] items = list is Array { Rank: > 1 } box ? ToLists(box) : [.. list.Cast<object?>()];
            yield return items.Length;
            value = items.Length > 0 ? items[0] : null;
        }
    }
}
