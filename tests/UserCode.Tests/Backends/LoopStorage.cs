using KerasSharp.Backends;
using KerasSharp.Engine;

namespace UserCode.Backends;

/// <summary>The memory of a tensor: one float per element, whatever its type.</summary>
internal sealed class LoopStorage(LoopBackend backend, DType dtype, int length) : Storage(backend, dtype, length)
{
    /// <summary>The elements.</summary>
    public float[] Values { get; } = new float[length];

    /// <inheritdoc/>
    protected override void Free()
    {
        // The garbage collector takes the array.
    }
}
