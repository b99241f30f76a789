using System.Collections.Immutable;

namespace KerasSharp.Datasets;

/// <summary>
/// What an application may put behind every <c>load_data()</c>. The library itself puts nothing there: it never invents data and returns
/// what it read. The parts of the tutorial use both hooks (digits that they draw themselves where there is no MNIST; <c>--samples</c>).
/// </summary>
public static class DatasetHooks
{
    private static ImmutableList<KeyValuePair<string, Func<OSError, DatasetArrays>>> missing = [];
    private static ImmutableList<Func<string, DatasetArrays, DatasetArrays>> loaded = [];

    /// <summary>
    /// When the data set <paramref name="name"/> (<c>"mnist"</c>) is not found, <paramref name="make"/> makes it and nothing is thrown. It is
    /// given the error that lists what was tried.
    /// </summary>
    /// <returns>Dispose it to take the hook away.</returns>
    public static IDisposable OnMissing(string name, Func<OSError, DatasetArrays> make)
    {
        var hook = KeyValuePair.Create(name, make);
        ImmutableInterlocked.Update(ref missing, (list, item) => list.Add(item), hook);
        return new Registration(() => ImmutableInterlocked.Update(ref missing, (list, item) => list.Remove(item), hook));
    }

    /// <summary>Each data set passes through <paramref name="change"/>, which is given its name, before <c>load_data</c> returns it.</summary>
    /// <returns>Dispose it to take the hook away.</returns>
    public static IDisposable OnLoaded(Func<string, DatasetArrays, DatasetArrays> change)
    {
        ImmutableInterlocked.Update(ref loaded, (list, item) => list.Add(item), change);
        return new Registration(() => ImmutableInterlocked.Update(ref loaded, (list, item) => list.Remove(item), change));
    }

    /// <summary>Loads, asks the hooks of <see cref="OnMissing"/> where that fails, and passes the result through those of <see cref="OnLoaded"/>.</summary>
    internal static DatasetArrays Apply(string name, Func<DatasetArrays> load)
    {
        DatasetArrays arrays;
        try
        {
            arrays = load();
        }
        catch (DatasetNotFoundError error) when (missing.FindLast(hook => hook.Key == name).Value is { } make)
        {
            arrays = make(error);
        }

        return loaded.Aggregate(arrays, (current, change) => change(name, current));
    }

    private sealed class Registration(Action undo) : IDisposable
    {
        private Action? undo = undo;

        public void Dispose() => Interlocked.Exchange(ref undo, null)?.Invoke();
    }
}
