using System.Runtime.InteropServices;

namespace KerasSharp.Tests.Backends.Managed;

/// <summary>
/// Memory for a kernel, aligned to 64 bytes, with NaN before and behind it: a kernel that writes beyond its end is caught, and one that
/// uses what it read there gives NaN.
/// </summary>
internal sealed unsafe class GuardedBuffer : IDisposable
{
    private const int Guard = 64;
    private readonly float* memory;

    public GuardedBuffer(float[] values)
        : this(values.Length) => values.CopyTo(Span);

    public GuardedBuffer(int length)
    {
        Length = length;
        memory = (float*)NativeMemory.AlignedAlloc((nuint)(length + (2 * Guard)) * sizeof(float), 64);
        new Span<float>(memory, length + (2 * Guard)).Fill(float.NaN);
    }

    public int Length { get; }

    public float* Pointer => memory + Guard;

    public Span<float> Span => new(Pointer, Length);

    /// <summary>The values, after a look at the guards.</summary>
    public float[] Read()
    {
        for (var i = 0; i < Guard; i++)
        {
            Assert.True(float.IsNaN(memory[i]), $"A kernel wrote {Guard - i} floats before its buffer.");
            Assert.True(float.IsNaN(memory[Guard + Length + i]), $"A kernel wrote {i + 1} floats behind its buffer.");
        }

        return Span.ToArray();
    }

    public void Dispose() => NativeMemory.AlignedFree(memory);
}
