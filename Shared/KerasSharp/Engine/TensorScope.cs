using KerasSharp.Backends;

namespace KerasSharp.Engine;

/// <summary>
/// A span of time after which the memory of all tensors made in it goes back to the backend's pool: a training step, a batch of a
/// prediction. What must outlive it is kept. Scopes belong to one thread and may be nested.
/// </summary>
public sealed class TensorScope : IDisposable
{
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
            for (var scope = EngineState.Current.Scope; scope is not null; scope = scope.outer)
            {
                count += scope.storages.Count;
            }

            return count;
        }
    }

    /// <summary>Opens a scope; dispose it to end it.</summary>
    public static TensorScope Begin()
    {
        var state = EngineState.Current;
        var scope = state.SpareScope ?? new TensorScope();
        state.SpareScope = scope.outer;
        scope.outer = state.Scope;
        scope.paused = false;
        state.Scope = scope;
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
        var state = EngineState.Current;
        if (state.Scope != this)
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
        state.Scope = outer;
        outer = state.SpareScope;
        state.SpareScope = this;
    }

    /// <summary>Lets the memory of tensors, which belonged to no scope, end with this one.</summary>
    internal void Take(Tensor tensors)
    {
        foreach (var tensor in tensors.Nest.flatten())
        {
            storages.Add(tensor.Storage);
        }
    }

    /// <summary>Hands tensors out of the scope, which no longer ends their memory.</summary>
    /// <returns>Whether all of it was the scope's own: then nobody else holds it.</returns>
    internal bool Hand(Tensor tensors)
    {
        var handed = tensors.Nest.flatten().Select(t => t.Storage).Distinct().ToList();
        var found = storages.RemoveAll(handed.Contains);
        return found == handed.Count;
    }

    /// <summary>Notes memory that was just allocated.</summary>
    internal static void Track(Storage storage)
    {
        if (EngineState.Current.Scope is { paused: false } scope)
        {
            scope.storages.Add(storage);
        }
    }
}
