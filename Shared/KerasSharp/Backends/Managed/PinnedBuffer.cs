namespace KerasSharp.Backends.Managed;

/// <summary>
/// Memory that does not move and starts at a multiple of 64 bytes (a cache line, an AVX-512 register), so that kernels may hold its
/// address. It is a managed array: when nothing refers to it, the garbage collector frees it.
/// </summary>
internal sealed unsafe class PinnedBuffer
{
    /// <summary>Alignment in bytes.</summary>
    public const int Alignment = 64;

    // Holds the memory alive; only its address is used.
    private readonly byte[] memory;

    /// <summary>Not initialised memory of <paramref name="bytes"/> bytes.</summary>
    public PinnedBuffer(int bytes)
    {
        Bytes = bytes;
        memory = GC.AllocateUninitializedArray<byte>(checked(bytes + Alignment), pinned: true);
        var address = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(memory));
        Pointer = (byte*)((address + Alignment - 1) & ~(nint)(Alignment - 1));
    }

    /// <summary>The usable size.</summary>
    public int Bytes { get; }

    /// <summary>The first byte.</summary>
    public byte* Pointer { get; }
}
