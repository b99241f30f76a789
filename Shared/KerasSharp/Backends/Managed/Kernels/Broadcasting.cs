using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>Functions of two tensors of different shapes, aligned at the end as NumPy does: a stride of 0 repeats an element.</summary>
internal static unsafe class Broadcasting
{
    /// <summary>y = f(a, b).</summary>
    public static void Run<T, TFunctions>(BinaryOp op, T* a, ReadOnlySpan<int> aDims, T* b, ReadOnlySpan<int> bDims, T* y, ReadOnlySpan<int> dims)
        where T : unmanaged, INumber<T>
        where TFunctions : IBinaryFunctions<T>
    {
        Span<int> aStrides = stackalloc int[dims.Length];
        Span<int> bStrides = stackalloc int[dims.Length];
        Strides(aDims, dims, aStrides);
        Strides(bDims, dims, bStrides);
        Walk<T, TFunctions>(op, a, aStrides, b, bStrides, y, dims);
    }

    /// <summary>The strides of a tensor under the output's shape: 0 along the axes where it has length 1 or none.</summary>
    public static void Strides(ReadOnlySpan<int> dims, ReadOnlySpan<int> output, Span<int> strides)
    {
        var stride = 1;
        for (var i = 1; i <= output.Length; i++)
        {
            var dim = i <= dims.Length ? dims[^i] : 1;
            strides[^i] = dim == 1 ? 0 : stride;
            stride *= dim;
        }
    }

    private static T* Walk<T, TFunctions>(
        BinaryOp op, T* a, ReadOnlySpan<int> aStrides, T* b, ReadOnlySpan<int> bStrides, T* y, ReadOnlySpan<int> dims)
        where T : unmanaged, INumber<T>
        where TFunctions : IBinaryFunctions<T>
    {
        if (dims.Length <= 1)
        {
            var n = dims.IsEmpty ? 1 : dims[0];
            var (sa, sb) = dims.IsEmpty ? (0, 0) : (aStrides[0], bStrides[0]);
            Row<T, TFunctions>(op, a, sa, b, sb, y, n);
            return y + n;
        }

        for (var i = 0; i < dims[0]; i++)
        {
            y = Walk<T, TFunctions>(op, a + ((long)i * aStrides[0]), aStrides[1..], b + ((long)i * bStrides[0]), bStrides[1..], y, dims[1..]);
        }

        return y;
    }

    private static void Row<T, TFunctions>(BinaryOp op, T* a, int sa, T* b, int sb, T* y, int n)
        where T : unmanaged, INumber<T>
        where TFunctions : IBinaryFunctions<T>
    {
        if (sa == 1 && sb == 1)
        {
            BinaryRows.Apply<T, TFunctions>(op, new ReadOnlySpan<T>(a, n), new ReadOnlySpan<T>(b, n), new Span<T>(y, n));
            return;
        }

        for (var i = 0; i < n; i++)
        {
            y[i] = TFunctions.Apply(op, a[(long)i * sa], b[(long)i * sb]);
        }
    }
}
