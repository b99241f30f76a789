namespace KerasSharp.Backends.Managed;

/// <summary>Copies between contiguous memory and memory with strides (in elements, which may be negative); of any type, by its size.</summary>
internal static unsafe class Strided
{
    /// <summary>Gathers elements that lie <paramref name="strides"/> apart into contiguous memory of shape <paramref name="dims"/>.</summary>
    public static void Copy(byte* source, ReadOnlySpan<int> strides, byte* target, ReadOnlySpan<int> dims, int size)
        => Run(source, strides, target, dims, size, gather: true);

    /// <summary>Scatters contiguous memory of shape <paramref name="dims"/> into elements that lie <paramref name="strides"/> apart.</summary>
    public static void Place(byte* source, byte* target, ReadOnlySpan<int> strides, ReadOnlySpan<int> dims, int size)
        => Run(target, strides, source, dims, size, gather: false);

    /// <summary>Copies a run of bytes; fast where it is one element.</summary>
    public static void Move(byte* from, byte* to, long bytes)
    {
        switch (bytes)
        {
            case 4:
                *(int*)to = *(int*)from;
                break;
            case 1:
                *to = *from;
                break;
            case 8:
                *(long*)to = *(long*)from;
                break;
            case 2:
                *(short*)to = *(short*)from;
                break;
            default:
                Buffer.MemoryCopy(from, to, bytes, bytes);
                break;
        }
    }

    private static void Run(byte* strided, ReadOnlySpan<int> strides, byte* dense, ReadOnlySpan<int> dims, int size, bool gather)
    {
        switch (size)
        {
            case 1: Run(strided, strides, dense, dims, gather); break;
            case 2: Run((short*)strided, strides, (short*)dense, dims, gather); break;
            case 4: Run((int*)strided, strides, (int*)dense, dims, gather); break;
            default: Run((long*)strided, strides, (long*)dense, dims, gather); break;
        }
    }

    private static void Run<T>(T* strided, ReadOnlySpan<int> strides, T* dense, ReadOnlySpan<int> dims, bool gather)
        where T : unmanaged
    {
        Span<StridedAxis> axes = stackalloc StridedAxis[dims.Length + 1];
        axes = axes[..Collapse(strides, dims, axes)];
        var elements = 1L;
        foreach (var axis in axes) elements *= axis.Length;
        if (elements == 0) return;

        // Where another axis than the last lies without gaps (a transposition), both are walked in tiles, so that a line of the cache serves whole.
        var last = axes[^1];
        var cross = last.Length < 4 || last.Stride == 1 ? default : Gapless(axes[..^1]);
        var outer = Without(axes[..^1], cross);
        var unit = (long)last.Length * Math.Max(1, cross.Length);
        fixed (StridedAxis* pointer = axes)
        {
            var job = new StridedJob<T> { Strided = strided, Dense = dense, Gather = gather, Last = last, Cross = cross, Outer = pointer, OuterRank = outer };
            Chunked.Run(ref job, checked((int)(elements / unit * job.Parts)), (int)Math.Max(1, Chunked.PieceSize / Math.Max(1, unit / job.Parts)));
        }
    }

    // From the last axis to the first, then turned around: an axis that only goes on where the one behind it ends is one with it.
    private static int Collapse(ReadOnlySpan<int> strides, ReadOnlySpan<int> dims, Span<StridedAxis> axes)
    {
        var count = 0;
        var denseStride = 1L;
        for (var i = 1; i <= dims.Length; denseStride *= dims[^i++])
        {
            if (dims[^i] == 1) continue;
            var behind = count > 0 ? axes[count - 1] : default;
            if (count > 0 && strides[^i] == behind.Stride * behind.Length) axes[count - 1] = behind with { Length = behind.Length * dims[^i] };
            else axes[count++] = new(dims[^i], strides[^i], denseStride);
        }

        if (count == 0) axes[count++] = new(1, 1, 1);
        axes[..count].Reverse();
        return count;
    }

    private static StridedAxis Gapless(ReadOnlySpan<StridedAxis> axes)
    {
        foreach (var axis in axes)
        {
            if (axis.Stride == 1 && axis.Length >= 4) return axis;
        }

        return default;
    }

    // Moves the other axes to the front; their number.
    private static int Without(Span<StridedAxis> axes, StridedAxis taken)
    {
        var count = 0;
        foreach (var axis in axes)
        {
            if (axis != taken) axes[count++] = axis;
        }

        return count;
    }
}

/// <summary>An axis, and how far apart its elements are in the one memory and in the other.</summary>
internal readonly record struct StridedAxis(int Length, long Stride, long DenseStride);
