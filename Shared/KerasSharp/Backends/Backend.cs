using KerasSharp.Engine;

namespace KerasSharp.Backends;

/// <summary>The backend that makes new tensors. What exists is computed by the backend that holds it; tensors of two backends do not mix.</summary>
public static class Backend
{
    private static readonly Lock Gate = new();
    private static volatile IBackend? ofProcess;

    /// <summary>The backend in use: what <c>KERAS_BACKEND</c> names (<c>managed</c> if it is not set), unless another was chosen in code.</summary>
    /// <exception cref="ValueError"><c>KERAS_BACKEND</c> names no backend of this library, or one that is not beside the program.</exception>
    public static IBackend Current => EngineState.Current.Backend ?? ofProcess ?? FromEnvironment();

    /// <summary>Chooses the backend of new tensors. Tensors and models made before stay with their own.</summary>
    public static void Use(IBackend backend) => ofProcess = backend;

    /// <summary>Replaces the backend by the one of a name: <c>managed</c> or <c>torch</c>.</summary>
    /// <exception cref="ValueError">There is no such backend, or it is not beside the program.</exception>
    /// <exception cref="RuntimeError">It is there, and its native library cannot be loaded.</exception>
    public static void Use(string name) => Use(NamedBackend.Create(name));

    /// <summary>Replaces the backend for this thread until the result is disposed: a test compares two in one process.</summary>
    internal static IDisposable UseOnThisThread(IBackend backend)
    {
        var restore = new Restorer(EngineState.Current.Backend);
        EngineState.Current.Backend = backend;
        return restore;
    }

    private static IBackend FromEnvironment()
    {
        lock (Gate)
        {
            return ofProcess ??= NamedBackend.Create(Environment.GetEnvironmentVariable("KERAS_BACKEND") is { Length: > 0 } name ? name : "managed");
        }
    }

    private sealed class Restorer(IBackend? before) : IDisposable
    {
        public void Dispose() => EngineState.Current.Backend = before;
    }
}
