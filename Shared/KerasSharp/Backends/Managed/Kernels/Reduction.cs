namespace KerasSharp.Backends.Managed;

/// <summary>
/// Reductions over any axes. Sums run in double, in index order: the result depends neither on vector width nor on threads.
/// </summary>
internal static unsafe class Reduction
{
    /// <summary>y = reduce(x) over sorted axes.</summary>
    public static void Run(ReduceOp op, float* x, ReadOnlySpan<int> dims, ReadOnlySpan<int> axes, float* y, int outputSize)
    {
        // The axes that stay are walked outside, those that go inside.
        Span<int> outerDims = stackalloc int[dims.Length];
        Span<int> outerStrides = stackalloc int[dims.Length];
        Span<int> innerDims = stackalloc int[dims.Length];
        Span<int> innerStrides = stackalloc int[dims.Length];
        int outer = 0, inner = 0, stride = 1;
        Span<int> strides = stackalloc int[dims.Length];
        Engine.Shapes.Strides(dims, strides);
        for (var i = 0; i < dims.Length; i++)
        {
            if (axes.Contains(i))
            {
                (innerDims[inner], innerStrides[inner]) = (dims[i], strides[i]);
                inner++;
                stride *= dims[i];
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

            var value = Walk(op, x + offset, innerDims[..inner], innerStrides[..inner], Start(op));
            y[o] = (float)(op == ReduceOp.Mean ? value / stride : value);
            for (var i = outer - 1; i >= 0 && ++index[i] == outerDims[i]; i--)
            {
                index[i] = 0;
            }
        }
    }

    /// <summary>The index of the first largest or smallest element along one axis: x is (outer, length, inner). NaN counts as the extreme, as in NumPy.</summary>
    public static void Arg(bool max, float* x, int outer, int length, int inner, int* y)
    {
        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < inner; i++)
            {
                var p = x + ((long)o * length * inner) + i;
                var best = 0;
                for (var k = 1; k < length; k++)
                {
                    var value = p[(long)k * inner];
                    var record = p[(long)best * inner];
                    if (max ? value > record : value < record)
                    {
                        best = k;
                    }
                    else if (float.IsNaN(value) && !float.IsNaN(record))
                    {
                        best = k;
                    }
                }

                y[(o * inner) + i] = best;
            }
        }
    }

    private static double Start(ReduceOp op) => op switch
    {
        ReduceOp.Max => double.NegativeInfinity,
        ReduceOp.Min => double.PositiveInfinity,
        ReduceOp.Prod => 1,
        _ => 0,
    };

    private static double Walk(ReduceOp op, float* x, ReadOnlySpan<int> dims, ReadOnlySpan<int> strides, double value)
    {
        if (dims.IsEmpty)
        {
            return Combine(op, value, *x);
        }

        for (var i = 0; i < dims[0]; i++)
        {
            var p = x + ((long)i * strides[0]);
            value = dims.Length == 1 ? Combine(op, value, *p) : Walk(op, p, dims[1..], strides[1..], value);
        }

        return value;
    }

    private static double Combine(ReduceOp op, double a, double b) => op switch
    {
        ReduceOp.Max => Math.Max(a, b),
        ReduceOp.Min => Math.Min(a, b),
        ReduceOp.Prod => a * b,
        _ => a + b,
    };
}
