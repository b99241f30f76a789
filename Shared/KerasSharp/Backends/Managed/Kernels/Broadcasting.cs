using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>Functions of two tensors of different shapes, aligned at the end as NumPy does: a stride of 0 repeats an element.</summary>
internal static unsafe class Broadcasting
{
    /// <summary>y = f(a, b).</summary>
    public static void Run(BinaryOp op, float* a, ReadOnlySpan<int> aDims, float* b, ReadOnlySpan<int> bDims, float* y, ReadOnlySpan<int> dims)
    {
        Span<int> aStrides = stackalloc int[dims.Length];
        Span<int> bStrides = stackalloc int[dims.Length];
        Strides(aDims, dims, aStrides);
        Strides(bDims, dims, bStrides);
        Walk(op, a, aStrides, b, bStrides, y, dims);
    }

    /// <summary>y = a ? b of any comparable type; y is bool.</summary>
    public static void Compare<T>(CompareOp op, T* a, ReadOnlySpan<int> aDims, T* b, ReadOnlySpan<int> bDims, byte* y, ReadOnlySpan<int> dims)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        Span<int> aStrides = stackalloc int[dims.Length];
        Span<int> bStrides = stackalloc int[dims.Length];
        Strides(aDims, dims, aStrides);
        Strides(bDims, dims, bStrides);
        WalkCompare(op, a, aStrides, b, bStrides, y, dims);
    }

    /// <summary>The strides of a tensor under the output's shape: 0 along the axes where it has length 1 or none.</summary>
    private static void Strides(ReadOnlySpan<int> dims, ReadOnlySpan<int> output, Span<int> strides)
    {
        var stride = 1;
        for (var i = 1; i <= output.Length; i++)
        {
            var dim = i <= dims.Length ? dims[^i] : 1;
            strides[^i] = dim == 1 ? 0 : stride;
            stride *= dim;
        }
    }

    private static float* Walk(BinaryOp op, float* a, ReadOnlySpan<int> aStrides, float* b, ReadOnlySpan<int> bStrides, float* y, ReadOnlySpan<int> dims)
    {
        if (dims.Length <= 1)
        {
            var n = dims.IsEmpty ? 1 : dims[0];
            var (sa, sb) = dims.IsEmpty ? (0, 0) : (aStrides[0], bStrides[0]);
            Row(op, a, sa, b, sb, y, n);
            return y + n;
        }

        for (var i = 0; i < dims[0]; i++)
        {
            y = Walk(op, a + ((long)i * aStrides[0]), aStrides[1..], b + ((long)i * bStrides[0]), bStrides[1..], y, dims[1..]);
        }

        return y;
    }

    private static void Row(BinaryOp op, float* a, int sa, float* b, int sb, float* y, int n)
    {
        if (sa == 1 && sb == 1)
        {
            Elementwise.Apply(op, new ReadOnlySpan<float>(a, n), new ReadOnlySpan<float>(b, n), new Span<float>(y, n));
            return;
        }

        for (var i = 0; i < n; i++)
        {
            y[i] = Elementwise.Apply(op, a[(long)i * sa], b[(long)i * sb]);
        }
    }

    private static byte* WalkCompare<T>(CompareOp op, T* a, ReadOnlySpan<int> aStrides, T* b, ReadOnlySpan<int> bStrides, byte* y, ReadOnlySpan<int> dims)
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
                y = WalkCompare(op, a + ((long)i * aStrides[0]), aStrides[1..], b + ((long)i * bStrides[0]), bStrides[1..], y, dims[1..]);
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
