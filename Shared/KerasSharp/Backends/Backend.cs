using KerasSharp.Backends.Managed;

namespace KerasSharp.Backends;

/// <summary>The backend that computes. One serves a whole process: tensors of two backends do not mix.</summary>
public static class Backend
{
    /// <summary>The backend in use; the managed one unless another is set before the first tensor is made.</summary>
    public static IBackend Current { get; private set; } = new ManagedBackend();

    /// <summary>Replaces the backend. Tensors and models made before it belong to the old one and cannot be used any more.</summary>
    public static void Use(IBackend backend) => Current = backend;
}
