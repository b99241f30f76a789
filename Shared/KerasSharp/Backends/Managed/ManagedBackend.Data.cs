using System.Numerics;
using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

// Moving elements about without computing with them.
public sealed unsafe partial class ManagedBackend
{
    /// <inheritdoc/>
    public void Fill(Tensor output, double value)
    {
        switch (output.dtype)
        {
            case DType.Float32: Fill(output, (float)value); break;
            case DType.Float64: Fill<double>(output, value); break;
            case DType.Float16: Fill(output, (Half)(float)value); break;
            case DType.BFloat16: Fill(output, (BFloat16)(float)value); break;
            case DType.Int32: Fill(output, (int)value); break;
            case DType.Int64: Fill(output, (long)value); break;
            case DType.UInt8: Fill(output, (byte)(int)value); break;
            default: Fill(output, value != 0 ? (byte)1 : (byte)0); break;
        }
    }

    /// <inheritdoc/>
    public void Cast(Tensor x, Tensor output) => Casting.Run(x.dtype, Bytes(x), output.dtype, Bytes(output), x.size);

    /// <inheritdoc/>
    public void Transpose(Tensor x, ReadOnlySpan<int> permutation, Tensor output)
    {
        Span<int> strides = stackalloc int[x.ndim];
        Span<int> reordered = stackalloc int[x.ndim];
        Shapes.Strides(x.Dims, strides);
        for (var i = 0; i < permutation.Length; i++)
        {
            reordered[i] = strides[permutation[i]];
        }

        Strided.Copy(Bytes(x), reordered, Bytes(output), output.Dims, x.dtype.Size());
    }

    /// <inheritdoc/>
    public void Slice(Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Tensor output)
    {
        if (output.size == 0) return;
        Span<int> strides = stackalloc int[x.ndim];
        var offset = Places(x, start, step, output, strides);
        Strided.Copy(Bytes(x) + (offset * x.dtype.Size()), strides, Bytes(output), output.Dims, x.dtype.Size());
    }

    /// <inheritdoc/>
    public void SetSlice(Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Tensor output)
    {
        if (x.size == 0) return;
        Span<int> strides = stackalloc int[output.ndim];
        var offset = Places(output, start, step, x, strides);
        Strided.Place(Bytes(x), Bytes(output) + (offset * x.dtype.Size()), strides, x.Dims, x.dtype.Size());
    }

    /// <inheritdoc/>
    public void Gather(Tensor x, Tensor indices, int axis, Tensor output)
    {
        if (indices.dtype == DType.Int64) Gather<long>(x, indices, axis, output);
        else Gather<int>(x, indices, axis, output);
    }

    private static void Gather<TIndex>(Tensor x, Tensor indices, int axis, Tensor output)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        var places = Elements<TIndex>(indices);
        Gathering.Check(places, indices.size, indices.Dims, x.dim(axis));
        if (output.size == 0) return;
        var (outer, length, inner) = Around(x, axis);
        Gathering.Gather(Bytes(x), places, indices.size, outer, length, (long)inner * x.dtype.Size(), Bytes(output));
    }

    private static void Fill<T>(Tensor output, T value)
        where T : unmanaged => new Span<T>(Bytes(output), output.size).Fill(value);

    /// <summary>The strides of a slice of <paramref name="whole"/>, and the place of its first element.</summary>
    private static long Places(Tensor whole, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Tensor part, Span<int> strides)
    {
        Shapes.Strides(whole.Dims, strides);
        var offset = 0L;
        for (var i = 0; i < strides.Length; i++)
        {
            offset += (long)strides[i] * start[i];

            // Of one element the step does not matter, and could be too large a number to multiply by.
            strides[i] = part.Dims[i] == 1 ? strides[i] : strides[i] * step[i];
        }

        return offset;
    }

    /// <summary>The sizes before, of and behind an axis.</summary>
    private static (int Outer, int Length, int Inner) Around(Tensor x, int axis)
        => (Shapes.Size(x.Dims[..axis]), x.dim(axis), Shapes.Size(x.Dims[(axis + 1)..]));
}
