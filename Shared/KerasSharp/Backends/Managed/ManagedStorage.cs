using System.Runtime.CompilerServices;
using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

/// <summary>A tensor's memory in the managed backend: a pinned buffer from the pool.</summary>
internal sealed unsafe class ManagedStorage(ManagedBackend backend, DType dtype, int length, PinnedBuffer buffer) : Storage(backend, dtype, length)
{
    /// <summary>The first byte.</summary>
    public byte* Bytes => buffer.Pointer;

    /// <summary>The elements.</summary>
    /// <exception cref="TypeError"><typeparamref name="T"/> has another size than the element type.</exception>
    public Span<T> Span<T>()
        where T : unmanaged => Unsafe.SizeOf<T>() == DType.Size() ? new(buffer.Pointer, Length)
            : throw new TypeError($"A tensor of dtype {DType.Name()} has no elements of type {typeof(T).Name}.");

    /// <inheritdoc/>
    protected override void Free() => backend.Pool.Return(buffer);
}
