namespace KerasSharp.Engine;

/// <summary>Arithmetic of shapes that operations and kernels share.</summary>
internal static class Shapes
{
    /// <summary>The shape of a scalar.</summary>
    public static readonly int[] Scalar = [];

    /// <summary>The number of elements.</summary>
    /// <exception cref="ValueError">More than 2^31 - 1 elements, too many axes, or a negative dimension.</exception>
    public static int Size(ReadOnlySpan<int> dims) => CheckedGeometry.Size(dims);

    /// <summary>Python's text of a shape.</summary>
    public static string Text(ReadOnlySpan<int> dims) => TensorShape.FromDims(dims.ToArray()).ToString();

    /// <summary>Whether two shapes are the same as far as they are known: -1 fits anything.</summary>
    public static bool Fit(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var fit = a.Length == b.Length;
        for (var i = 0; fit && i < a.Length; i++)
        {
            fit = a[i] == b[i] || a[i] < 0 || b[i] < 0;
        }

        return fit;
    }

    /// <summary>Whether two shapes are the same.</summary>
    public static bool Same(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => a.SequenceEqual(b);

    /// <summary>The shape that two shapes broadcast to, as NumPy does: aligned at the end, 1 stretches.</summary>
    /// <exception cref="ValueError">They do not fit.</exception>
    public static int[] Broadcast(int[] a, int[] b, string operation = "broadcast")
    {
        if (Same(a, b))
        {
            return a;
        }

        var rank = Math.Max(a.Length, b.Length);
        var result = new int[rank];
        for (var i = rank; i >= 1; i--)
        {
            var x = i <= a.Length ? a[^i] : 1;
            var y = i <= b.Length ? b[^i] : 1;
            // An unknown dimension (-1) beside one above 1 must be the same, or 1.
            result[rank - i] = x == y || y == 1 ? x : x == 1 ? y : x < 0 ? y : y < 0 ? x
                : a.Contains(-1) || b.Contains(-1) ? throw new ValueError($"Dimensions must be equal, but are {x} and {y}")
                : throw new InvalidArgumentError($"Incompatible shapes: {Ops.Operation.PlainShape(a)} vs. {Ops.Operation.PlainShape(b)} [Op:{operation}]");
        }

        return result;
    }

    /// <summary>An axis counted from the front.</summary>
    /// <exception cref="ValueError">The axis is out of range.</exception>
    public static int Axis(int axis, int rank) => axis >= -rank && axis < rank
        ? (axis < 0 ? axis + rank : axis)
        : throw new ValueError($"axis {axis} is out of bounds for a tensor of rank {rank}: expected a value in [{-rank}, {rank}).");

    /// <summary>Axes counted from the front, sorted; none given means all.</summary>
    public static int[] Axes(IntTuple axes, int rank)
    {
        if (!axes.is_given)
        {
            return [.. Enumerable.Range(0, rank)];
        }

        var result = axes.to_array();
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Axis(result[i], rank);
        }

        Array.Sort(result);
        return result;
    }

    /// <summary>The shape after reducing over sorted axes.</summary>
    public static int[] Reduced(int[] dims, ReadOnlySpan<int> axes, bool keepdims)
    {
        var result = new List<int>(dims.Length);
        for (var i = 0; i < dims.Length; i++)
        {
            if (!axes.Contains(i))
            {
                result.Add(dims[i]);
            }
            else if (keepdims)
            {
                result.Add(1);
            }
        }

        return [.. result];
    }

    /// <summary>Row-major strides.</summary>
    public static void Strides(ReadOnlySpan<int> dims, Span<int> strides)
    {
        var stride = 1;
        for (var i = dims.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= dims[i];
        }
    }
}
