namespace KerasSharp.Backends.Managed;

/// <summary>Copies between contiguous memory and memory with strides (in elements, which may be negative), run by run.</summary>
internal static unsafe class Strided
{
    /// <summary>Gathers elements that lie <paramref name="strides"/> apart into contiguous memory of shape <paramref name="dims"/>.</summary>
    public static void Copy(byte* source, ReadOnlySpan<int> strides, byte* target, ReadOnlySpan<int> dims, int size)
        => Walk(source, strides, target, dims, size, gather: true);

    /// <summary>Scatters contiguous memory of shape <paramref name="dims"/> into elements that lie <paramref name="strides"/> apart.</summary>
    public static void Place(byte* source, byte* target, ReadOnlySpan<int> strides, ReadOnlySpan<int> dims, int size)
        => Walk(target, strides, source, dims, size, gather: false);

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

    private static void Walk(byte* strided, ReadOnlySpan<int> strides, byte* dense, ReadOnlySpan<int> dims, int size, bool gather)
    {
        if (dims.IsEmpty)
        {
            Move(strided, dense, size, gather);
            return;
        }

        var inner = dims[^1];
        var step = (long)strides[^1] * size;
        if (dims.Length == 1)
        {
            if (step == size)
            {
                Move(strided, dense, (long)inner * size, gather);
                return;
            }

            for (var i = 0; i < inner; i++)
            {
                Move(strided + (i * step), dense + ((long)i * size), size, gather);
            }

            return;
        }

        var block = (long)size;
        foreach (var dim in dims[1..])
        {
            block *= dim;
        }

        for (var i = 0; i < dims[0]; i++)
        {
            Walk(strided + ((long)i * strides[0] * size), strides[1..], dense + (i * block), dims[1..], size, gather);
        }
    }

    private static void Move(byte* strided, byte* dense, long bytes, bool gather)
    {
        if (gather) Move(strided, dense, bytes);
        else Move(dense, strided, bytes);
    }
}
