using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

// Moving elements about without computing with them.
public sealed unsafe partial class ManagedBackend
{
    /// <inheritdoc/>
    public void UploadRows<T>(ReadOnlySpan<T> source, int rowLength, ReadOnlySpan<int> rows, Storage target)
        where T : unmanaged
    {
        var elements = ((ManagedStorage)target).Span<T>();
        for (var i = 0; i < rows.Length; i++)
        {
            source.Slice(checked(rows[i] * rowLength), rowLength).CopyTo(elements[(i * rowLength)..]);
        }
    }

    /// <inheritdoc/>
    public void Fill(Tensor output, float value)
    {
        switch (output.dtype)
        {
            case DType.Float32:
                FloatSpan(output).Fill(value);
                break;
            case DType.Int32:
                new Span<int>(Ints(output), output.size).Fill((int)value);
                break;
            default:
                new Span<byte>(Bytes(output), output.size).Fill((byte)value);
                break;
        }
    }

    /// <inheritdoc/>
    public void Cast(Tensor x, Tensor output)
    {
        for (var i = 0; i < x.size; i++)
        {
            var value = x.dtype switch
            {
                DType.Float32 => Floats(x)[i],
                DType.Int32 => Ints(x)[i],
                _ => (double)Bytes(x)[i],
            };
            switch (output.dtype)
            {
                case DType.Float32:
                    Floats(output)[i] = (float)value;
                    break;
                case DType.Int32:
                    Ints(output)[i] = (int)value;
                    break;
                case DType.UInt8:
                    Bytes(output)[i] = (byte)(int)value;
                    break;
                default:
                    Bytes(output)[i] = value != 0 ? (byte)1 : (byte)0;
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public void Select(Tensor condition, Tensor a, Tensor b, Tensor output)
    {
        var take = Bytes(condition);
        float* pa = Floats(a), pb = Floats(b), y = Floats(output);
        for (var i = 0; i < output.size; i++)
        {
            y[i] = take[i] != 0 ? pa[i] : pb[i];
        }
    }

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
    public void Slice(Tensor x, ReadOnlySpan<int> start, Tensor output)
    {
        Span<int> strides = stackalloc int[x.ndim];
        Shapes.Strides(x.Dims, strides);
        Strided.Copy(Bytes(x) + ((long)Offset(strides, start) * x.dtype.Size()), strides, Bytes(output), output.Dims, x.dtype.Size());
    }

    /// <inheritdoc/>
    public void SetSlice(Tensor x, ReadOnlySpan<int> start, Tensor output)
    {
        Span<int> strides = stackalloc int[output.ndim];
        Shapes.Strides(output.Dims, strides);
        Strided.Place(Bytes(x), Bytes(output) + ((long)Offset(strides, start) * x.dtype.Size()), strides, x.Dims, x.dtype.Size());
    }

    private static int Offset(ReadOnlySpan<int> strides, ReadOnlySpan<int> start)
    {
        var offset = 0;
        for (var i = 0; i < start.Length; i++)
        {
            offset += strides[i] * start[i];
        }

        return offset;
    }
}
