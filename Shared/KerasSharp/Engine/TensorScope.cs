using KerasSharp.Backends;

namespace KerasSharp.Engine;

/// <summary>
/// A span of time after which the memory of all tensors made in it goes back to the backend's pool: a training step, a batch of a
/// prediction. What must outlive it is kept. Scopes belong to one thread and may be nested.
/// </summary>
public sealed class TensorScope : IDisposable
{
    [ThreadStatic]
    private static TensorScope? current;

    // One scope object is reused per nesting level and thread, so that opening one allocates nothing in a warm step.
    [ThreadStatic]
    private static TensorScope? spare;

    private readonly List<Storage> storages = new(256);
    private TensorScope? outer;
    private bool paused;

    private TensorScope()
    {
    }

    /// <summary>The number of tensor memories that live in the scopes of this thread.</summary>
    internal static int LiveCount
    {
        get
        {
            var count = 0;
            for (var scope = current; scope is not null; scope = scope.outer)
            {
                count += scope.storages.Count;
            }

            return count;
        }
    }

    /// <summary>Opens a scope; dispose it to end it.</summary>
    public static TensorScope Begin()
    {
        var scope = spare ?? new TensorScope();
        spare = scope.outer;
        scope.outer = current;
        scope.paused = false;
        current = scope;
        return scope;
    }

    /// <summary>Opens a scope in which memory belongs to the garbage collector again: for variables that are made inside a step.</summary>
    internal static TensorScope BeginOutside()
    {
        var scope = Begin();
        scope.paused = true;
        return scope;
    }

    /// <summary>Lets a tensor outlive the scope: its memory then belongs to the garbage collector.</summary>
    public static Tensor Keep(Tensor tensor)
    {
        tensor.Storage.IsKept = true;
        return tensor;
    }

    /// <summary>Ends the scope and gives the memory back.</summary>
    public void Dispose()
    {
        if (current != this)
        {
            throw new InvalidOperationException("Tensor scopes end in the reverse order of their beginning, on the thread that began them.");
        }

        foreach (var storage in storages)
        {
            if (!storage.IsKept)
            {
                storage.Release();
            }
        }

        storages.Clear();
        current = outer;
        outer = spare;
        spare = this;
    }

    /// <summary>Notes memory that was just allocated.</summary>
    internal static void Track(Storage storage)
    {
        if (current is { paused: false } scope)
        {
            scope.storages.Add(storage);
        }
    }
}
