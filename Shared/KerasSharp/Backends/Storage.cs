using KerasSharp.Engine;

namespace KerasSharp.Backends;

/// <summary>
/// The memory behind a tensor: a handle that only its backend can look into. Several tensors (a reshape) may share one. The backend that
/// holds it computes with it.
/// </summary>
public abstract class Storage(IBackend backend, DType dtype, int length)
{
    /// <summary>The backend that holds this memory.</summary>
    public IBackend Backend { get; } = backend;

    /// <summary>The element type.</summary>
    public DType DType { get; } = dtype;

    /// <summary>The number of elements.</summary>
    public int Length { get; } = length;

    /// <summary>Whether the memory went back to its backend. The tensor must no longer be read.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>Whether a <see cref="TensorScope"/> must let this memory live when it ends.</summary>
    internal bool IsKept { get; set; }

    /// <summary>Gives the memory back; once.</summary>
    internal void Release()
    {
        if (!IsReleased)
        {
            IsReleased = true;
            Free();
        }
    }

    /// <summary>Gives the memory back to the backend.</summary>
    protected abstract void Free();
}
