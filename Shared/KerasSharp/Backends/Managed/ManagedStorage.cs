using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

/// <summary>A tensor's memory in the managed backend: a pinned buffer from the pool.</summary>
internal sealed unsafe class ManagedStorage(DType dtype, int length, PinnedBuffer buffer, BufferPool pool) : Storage(dtype, length)
{
    /// <summary>The first element of a float tensor.</summary>
    public float* Floats => (float*)buffer.Pointer;

    /// <summary>The first element of an int tensor.</summary>
    public int* Ints => (int*)buffer.Pointer;

    /// <summary>The first byte.</summary>
    public byte* Bytes => buffer.Pointer;

    /// <summary>The elements.</summary>
    public Span<T> Span<T>()
        where T : unmanaged => new(buffer.Pointer, Length);

    /// <inheritdoc/>
    protected override void Free() => pool.Return(buffer);
}
