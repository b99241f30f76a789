using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Reductions over any axes. Sums of floats run in double, in index order: the result depends neither on vector width nor on threads.
/// Those of integers run in int64, and wrap around.
/// </summary>
internal static unsafe class Reduction
{
    /// <summary>y = reduce(x) over sorted axes, computed in <typeparamref name="TSum"/>.</summary>
    public static void Run<T, TSum>(ReduceOp op, T* x, ReadOnlySpan<int> dims, ReadOnlySpan<int> axes, T* y, int outputSize)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
    {
        // The axes that stay are walked outside, those that go inside.
        Span<int> outerDims = stackalloc int[dims.Length];
        Span<int> outerStrides = stackalloc int[dims.Length];
        Span<int> innerDims = stackalloc int[dims.Length];
        Span<int> innerStrides = stackalloc int[dims.Length];
        int outer = 0, inner = 0, count = 1;
        Span<int> strides = stackalloc int[dims.Length];
        Engine.Shapes.Strides(dims, strides);
        for (var i = 0; i < dims.Length; i++)
        {
            if (axes.Contains(i))
            {
                (innerDims[inner], innerStrides[inner]) = (dims[i], strides[i]);
                inner++;
                count *= dims[i];
            }
            else
            {
                (outerDims[outer], outerStrides[outer]) = (dims[i], strides[i]);
                outer++;
            }
        }

        Span<int> index = stackalloc int[dims.Length];
        for (var o = 0; o < outputSize; o++)
        {
            var offset = 0L;
            for (var i = 0; i < outer; i++)
            {
                offset += (long)index[i] * outerStrides[i];
            }

            var value = Walk(op, x + offset, innerDims[..inner], innerStrides[..inner], Start<T, TSum>(op));
            y[o] = T.CreateTruncating(op == ReduceOp.Mean ? Divide(value, count) : value);
            for (var i = outer - 1; i >= 0 && ++index[i] == outerDims[i]; i--)
            {
                index[i] = 0;
            }
        }
    }

    // Integers start at the extremes of their own type.
    private static TSum Start<T, TSum>(ReduceOp op)
        where T : INumber<T>
        where TSum : INumber<TSum> => op switch
        {
            ReduceOp.Max => TSum.CreateTruncating(T.CreateSaturating(double.NegativeInfinity)),
            ReduceOp.Min => TSum.CreateTruncating(T.CreateSaturating(double.PositiveInfinity)),
            ReduceOp.Prod => TSum.One,
            _ => TSum.Zero,
        };

    private static TSum Divide<TSum>(TSum sum, int count)
        where TSum : INumber<TSum>
    {
        var divisor = TSum.CreateTruncating(count);
        return TSum.IsZero(divisor) && TSum.IsInteger(TSum.One / (TSum.One + TSum.One)) ? throw new ValueError("Integer division by zero") : sum / divisor;
    }

    private static TSum Walk<T, TSum>(ReduceOp op, T* x, ReadOnlySpan<int> dims, ReadOnlySpan<int> strides, TSum value)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
    {
        if (dims.IsEmpty)
        {
            return Combine(op, value, TSum.CreateTruncating(*x));
        }

        for (var i = 0; i < dims[0]; i++)
        {
            var p = x + ((long)i * strides[0]);
            value = dims.Length == 1 ? Combine(op, value, TSum.CreateTruncating(*p)) : Walk(op, p, dims[1..], strides[1..], value);
        }

        return value;
    }

    private static TSum Combine<TSum>(ReduceOp op, TSum a, TSum b)
        where TSum : INumber<TSum> => op switch
        {
            ReduceOp.Max => TSum.Max(a, b),
            ReduceOp.Min => TSum.Min(a, b),
            ReduceOp.Prod => a * b,
            _ => a + b,
        };
}
