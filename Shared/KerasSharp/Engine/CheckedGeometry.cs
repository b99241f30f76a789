using KerasSharp.Backends;

namespace KerasSharp.Engine;

/// <summary>
/// The arithmetic of sizes, in 64 bits. Numbers come from users and from files of others, and kernels trust them; so every size passes
/// here before a kernel runs, and one that is too large ends in a <see cref="ValueError"/> that names it. What passes fits the kernels' int
/// arithmetic: products of dimensions, the reach of a window, a padded image.
/// </summary>
internal static class CheckedGeometry
{
    /// <summary>The most axes of a tensor, as in TensorFlow. Kernels keep their strides on the stack.</summary>
    public const int MaxRank = 254;

    /// <summary>The number of elements of a tensor. Axes of length 0 count as 1 for the limit: so every product of some dimensions fits too.</summary>
    /// <exception cref="ValueError">More than 2^31 - 1 elements, more than <see cref="MaxRank"/> axes, or a negative dimension.</exception>
    public static int Size(ReadOnlySpan<int> dims)
    {
        if (dims.Length > MaxRank)
        {
            throw new ValueError($"A tensor has at most {MaxRank} axes. Received: {dims.Length} axes.");
        }

        long size = 1, limit = 1;
        foreach (var dim in dims)
        {
            size *= dim >= 0 ? dim : throw new ValueError($"The dimensions of a tensor cannot be negative. Received: shape {Shapes.Text(dims)}.");
            limit *= Math.Max(1, dim);
            if (limit > int.MaxValue)
            {
                throw new ValueError($"A tensor holds at most {int.MaxValue} elements. Received: shape {Shapes.Text(dims)}.");
            }
        }

        return (int)size;
    }

    /// <summary>The number of elements of a weight whose first values are drawn on the host.</summary>
    /// <exception cref="ValueError">More than 2 GB of float32.</exception>
    public static int Weights(ReadOnlySpan<int> dims) => Size(dims) is var size and <= int.MaxValue / sizeof(float) ? size
        : throw new ValueError($"A weight holds at most {int.MaxValue / sizeof(float)} elements of float32. Received: shape {Shapes.Text(dims)}.");

    /// <summary>The product of dimensions, of which one may be negative as a sign of "unknown".</summary>
    /// <exception cref="ValueError">It does not fit into 64 bits.</exception>
    public static long Product(ReadOnlySpan<int> dims)
    {
        var product = 1L;
        foreach (var dim in dims)
        {
            if (Math.BigMul(product, dim, out var low) != low >> 63)
            {
                throw new ValueError($"A shape has at most {long.MaxValue} elements. Received: shape {Shapes.Text(dims)}.");
            }

            product = low;
        }

        return product;
    }

    /// <summary>A number as a dimension.</summary>
    /// <exception cref="ValueError">It is negative or above 2^31 - 1.</exception>
    public static int Dimension(long value, string what) => value is >= 0 and <= int.MaxValue ? (int)value
        : throw new ValueError($"A dimension is at most {int.MaxValue}. Received: {value} for {what}.");

    /// <summary>The number of rows under the last axis, which may have length 0.</summary>
    public static int Rows(ReadOnlySpan<int> dims) => Size(dims[..^1]);

    /// <summary>Whether a piece lies inside an axis.</summary>
    public static bool IsInside(int start, int length, int whole) => start >= 0 && length >= 0 && (long)start + length <= whole;

    /// <summary>The number of places of a window; 0 or less where it does not fit.</summary>
    public static int OutputLength(int length, int window, bool same, int stride, int dilation)
    {
        var places = same ? length : length - (dilation * (window - 1L));
        return (int)(places <= 0 ? Math.Max(places, int.MinValue) : (places + stride - 1) / stride);
    }

    /// <summary>What padding <c>same</c> puts in front; an odd element goes behind.</summary>
    /// <exception cref="ValueError">The windows reach over more than 2^31 - 1 elements.</exception>
    public static int PadBefore(int length, int window, int stride, int dilation)
    {
        var reach = Reach(OutputLength(length, window, true, stride, dilation), window, stride, dilation);
        return (int)(Math.Max(0, reach - length) / 2);
    }

    /// <summary>
    /// A dilation that sees the same elements and is not larger than need be: with padding <c>same</c> all elements of a window but its
    /// middle lie in the padding once the dilation is twice the length, and a window of one element has no distances at all.
    /// </summary>
    public static int Dilation(int length, int window, bool same, int dilation) =>
        window == 1 ? 1 : same ? (int)Math.Min(dilation, Math.Max(1, 2L * length)) : dilation;

    /// <summary>Checks what a convolution's kernels compute with.</summary>
    /// <exception cref="ValueError">A size is out of range; the message names it.</exception>
    public static void Check(in Conv2DGeometry g)
    {
        if (g.Groups < 1 || g.Filters < 1 || g.Channels % g.Groups != 0 || g.Filters % g.Groups != 0)
        {
            throw new ValueError($"The channels and filters of a convolution are multiples of its groups. Received: channels={g.Channels}, filters={g.Filters}, groups={g.Groups}");
        }

        Size([g.Batch, g.Height, g.Width, g.Channels]);
        Size([g.KernelHeight, g.KernelWidth, g.Channels / g.Groups, g.Filters]);
        Size([g.Batch, g.OutputHeight, g.OutputWidth, g.Filters]);
        var rows = CheckAxis("height", g.Height, g.KernelHeight, g.OutputHeight, g.StrideHeight, g.DilationHeight, g.PadTop);
        var columns = CheckAxis("width", g.Width, g.KernelWidth, g.OutputWidth, g.StrideWidth, g.DilationWidth, g.PadLeft);
        if ((Int128)Math.Max(rows, g.Height) * Math.Max(columns, g.Width) * Math.Max(1, g.Channels) > int.MaxValue)
        {
            throw new ValueError($"An image with its padding holds at most {int.MaxValue} elements. Received: {rows} x {columns} x {g.Channels} "
                + $"for a kernel of {g.KernelHeight} x {g.KernelWidth}, dilation {g.DilationHeight} x {g.DilationWidth}, on an image of {g.Height} x {g.Width}.");
        }
    }

    /// <summary>Checks what a pooling's kernels compute with.</summary>
    /// <exception cref="ValueError">A size is out of range; the message names it.</exception>
    public static void Check(in Pool2DGeometry g)
    {
        Size([g.Batch, g.Height, g.Width, g.Channels]);
        Size([g.Batch, g.OutputHeight, g.OutputWidth, g.Channels]);
        CheckAxis("height", g.Height, g.PoolHeight, g.OutputHeight, g.StrideHeight, 1, g.PadTop);
        CheckAxis("width", g.Width, g.PoolWidth, g.OutputWidth, g.StrideWidth, 1, g.PadLeft);
    }

    // The elements under all windows, padding included. Every window must lie on the data with some part.
    private static long CheckAxis(string name, int length, int window, int places, int stride, int dilation, int pad)
    {
        if (length < 1 || window < 1 || places < 1 || stride < 1 || dilation < 1 || pad < 0 || ((places - 1L) * stride) - pad >= length)
        {
            throw new ValueError($"The {name} of a window operation is out of range. "
                + $"Received: input={length}, window={window}, output={places}, stride={stride}, dilation={dilation}, padding={pad}");
        }

        return Reach(places, window, stride, dilation);
    }

    private static long Reach(int places, int window, int stride, int dilation)
    {
        var reach = ((places - 1L) * stride) + ((window - 1L) * dilation) + 1;
        return reach <= int.MaxValue ? reach
            : throw new ValueError($"Windows reach over at most {int.MaxValue} elements, padding included. "
                + $"Received: window={window}, stride={stride}, dilation={dilation}, {places} places: {reach} elements.");
    }
}
