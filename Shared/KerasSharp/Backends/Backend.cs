using KerasSharp.Backends.Managed;

namespace KerasSharp.Backends;

/// <summary>The backend that computes. One serves a whole process: tensors of two backends do not mix.</summary>
public static class Backend
{
    private static IBackend ofProcess = new ManagedBackend();

    [ThreadStatic]
    private static IBackend? ofThread;

    /// <summary>The backend in use; the managed one unless another is set before the first tensor is made.</summary>
    public static IBackend Current => ofThread ?? ofProcess;

    /// <summary>Replaces the backend. Tensors and models made before it belong to the old one and cannot be used any more.</summary>
    public static void Use(IBackend backend) => ofProcess = backend;

    /// <summary>Replaces the backend for this thread until the result is disposed: a test compares two in one process.</summary>
    internal static IDisposable UseOnThisThread(IBackend backend)
    {
        var restore = new Restorer(ofThread);
        ofThread = backend;
        return restore;
    }

    private sealed class Restorer(IBackend? before) : IDisposable
    {
        public void Dispose() => ofThread = before;
    }
}
