using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Working memory of the kernels: a stack per thread, which grows to the largest need and is reused, so that a warm call allocates
/// nothing. Leases must end in the opposite order of their start, which <c>using</c> guarantees. Other thread-static state stands in
/// <c>Engine/EngineState.cs</c>; this one stays here, since a kernel knows no engine.
/// </summary>
internal static unsafe class Scratch
{
    private const int Alignment = 16;
    private const int FirstBlock = 64 * 1024;

    private static readonly nint MaxFloats = (Array.MaxLength - Alignment) / Alignment * Alignment;

    [ThreadStatic]
    private static Arena? arena;

    /// <summary>Memory for so many floats, aligned to 64 bytes, not initialised. May be handed to other threads while the lease lives.</summary>
    /// <exception cref="ValueError">More than fit into an array.</exception>
    public static ScratchLease Rent(nint floats) => (arena ??= new Arena()).Rent(floats);

    /// <summary>The blocks of one thread. A full block is kept beside its larger successor: leases point into it.</summary>
    internal sealed class Arena
    {
        private readonly List<Block> blocks = [];
        private int current = -1;
        private nint used;

        public ScratchLease Rent(nint floats)
        {
            floats = (floats + Alignment - 1) / Alignment * Alignment;
            int formerBlock = current;
            var formerUsed = used;
            if (current < 0 || used + floats > blocks[current].Length)
            {
                // What can fail comes first: a thread goes on with the blocks it has.
                var next = current + 1;
                if (next == blocks.Count || blocks[next].Length < floats)
                {
                    var block = new Block(Math.Max(floats, next == 0 ? FirstBlock : Math.Min(2 * blocks[current].Length, MaxFloats)));

                    // Blocks behind are free: none of their leases is alive, since leases end in order.
                    blocks.RemoveRange(next, blocks.Count - next);
                    blocks.Add(block);
                }

                current = next;
                used = 0;
            }

            var start = blocks[current].Start + used;
            used += floats;
            return new ScratchLease(this, start, formerBlock, formerUsed);
        }

        public void Return(int formerBlock, nint formerUsed)
        {
            current = formerBlock;
            used = formerUsed;
        }
    }

    private sealed class Block
    {
        // Holds the memory alive; only its address is used.
        private readonly float[] memory;

        public Block(nint length)
        {
            memory = GC.AllocateUninitializedArray<float>(length <= MaxFloats ? (int)length + Alignment
                : throw new ValueError($"A kernel needs {length:N0} floats of working memory for these sizes: at most {MaxFloats:N0} fit."), pinned: true);
            var address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory));
            Start = (float*)((address + 63) & ~(nint)63);
            Length = length;
        }

        public float* Start { get; }

        public nint Length { get; }
    }
}

/// <summary>A piece of <see cref="Scratch"/>.</summary>
internal readonly unsafe ref struct ScratchLease(Scratch.Arena arena, float* pointer, int formerBlock, nint formerUsed)
{
    /// <summary>The first float.</summary>
    public float* Pointer { get; } = pointer;

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => arena.Return(formerBlock, formerUsed);
}
