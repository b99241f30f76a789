using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>Comparisons of two tensors, broadcasting; the result is bool.</summary>
internal static unsafe class Comparison
{
    /// <summary>y = a ? b of any comparable type.</summary>
    public static void Run<T>(CompareOp op, T* a, ReadOnlySpan<int> aDims, T* b, ReadOnlySpan<int> bDims, byte* y, ReadOnlySpan<int> dims)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        Span<int> aStrides = stackalloc int[dims.Length];
        Span<int> bStrides = stackalloc int[dims.Length];
        Broadcasting.Strides(aDims, dims, aStrides);
        Broadcasting.Strides(bDims, dims, bStrides);
        Walk(op, a, aStrides, b, bStrides, y, dims);
    }

    private static byte* Walk<T>(CompareOp op, T* a, ReadOnlySpan<int> aStrides, T* b, ReadOnlySpan<int> bStrides, byte* y, ReadOnlySpan<int> dims)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        if (dims.IsEmpty)
        {
            *y = Holds(op, *a, *b) ? (byte)1 : (byte)0;
            return y + 1;
        }

        for (var i = 0; i < dims[0]; i++)
        {
            if (dims.Length == 1)
            {
                *y++ = Holds(op, a[(long)i * aStrides[0]], b[(long)i * bStrides[0]]) ? (byte)1 : (byte)0;
            }
            else
            {
                y = Walk(op, a + ((long)i * aStrides[0]), aStrides[1..], b + ((long)i * bStrides[0]), bStrides[1..], y, dims[1..]);
            }
        }

        return y;
    }

    private static bool Holds<T>(CompareOp op, T a, T b)
        where T : unmanaged, IComparisonOperators<T, T, bool> => op switch
        {
            CompareOp.Equal => a == b,
            CompareOp.NotEqual => a != b,
            CompareOp.Less => a < b,
            CompareOp.LessEqual => a <= b,
            CompareOp.Greater => a > b,
            _ => a >= b,
        };
}
