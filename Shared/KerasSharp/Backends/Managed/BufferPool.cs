using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Keeps memory that steps gave back, by size, and hands it out again: after the first step a training step allocates no new buffer.
/// Sizes are rounded up to a quarter of a power of two, so at most a fifth is unused.
/// </summary>
internal sealed class BufferPool
{
    private const int SmallestBytes = 256;

    private readonly Lock gate = new();
    private readonly Dictionary<int, Stack<PinnedBuffer>> free = [];
    private long pooledBytes;
    private long createdBuffers;

    /// <summary>Bytes that lie in the pool now, ready to be handed out.</summary>
    public long PooledBytes => Volatile.Read(ref pooledBytes);

    /// <summary>How many buffers were ever made: flat once training is warm.</summary>
    public long CreatedBuffers => Volatile.Read(ref createdBuffers);

    /// <summary>A buffer of at least this many bytes, not initialised.</summary>
    public PinnedBuffer Rent(long bytes)
    {
        var size = SizeClass(bytes);
        lock (gate)
        {
            if (free.TryGetValue(size, out var stack) && stack.TryPop(out var buffer))
            {
                pooledBytes -= size;
                return buffer;
            }

            createdBuffers++;
        }

        return new PinnedBuffer(size);
    }

    /// <summary>Takes a buffer back. In debug builds it is filled with NaN, so that a late read shows.</summary>
    public unsafe void Return(PinnedBuffer buffer)
    {
#if DEBUG
        new Span<byte>(buffer.Pointer, buffer.Bytes).Fill(0xFF);
#endif
        lock (gate)
        {
            if (!free.TryGetValue(buffer.Bytes, out var stack))
            {
                free[buffer.Bytes] = stack = new Stack<PinnedBuffer>();
            }

            stack.Push(buffer);
            pooledBytes += buffer.Bytes;
        }
    }

    /// <summary>Forgets all free buffers: the garbage collector takes them.</summary>
    public void Clear()
    {
        lock (gate)
        {
            free.Clear();
            pooledBytes = 0;
        }
    }

    private static int SizeClass(long bytes)
    {
        if (bytes <= SmallestBytes)
        {
            return SmallestBytes;
        }

        var quarter = (long)BitOperations.RoundUpToPowerOf2((ulong)bytes) / 8;
        var size = (bytes + quarter - 1) / quarter * quarter;
        return size <= int.MaxValue - PinnedBuffer.Alignment ? (int)size : bytes <= int.MaxValue - PinnedBuffer.Alignment ? (int)bytes
            : throw new ValueError($"A tensor of {bytes:N0} bytes is too large: at most {int.MaxValue - PinnedBuffer.Alignment:N0} bytes fit.");
    }
}
