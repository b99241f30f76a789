using System.Runtime.CompilerServices;

namespace KerasSharp;

/// <summary>
/// One value, or a list or dictionary of nests: the form of a model's inputs, outputs, losses, shapes. A dictionary is flattened in the
/// order of its sorted keys, as Keras does. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/nest"/>.
/// </summary>
[CollectionBuilder(typeof(Nest), nameof(Nest.List))]
public sealed class Nest<T> : IEnumerable<Nest<T>>
{
    private readonly T? value;
    private IReadOnlyList<Nest<T>>? items;
    private string[]? keys;

    /// <summary>An empty dictionary, to be filled: <c>new() { ["size"] = y }</c>.</summary>
    public Nest() => (items, keys) = ([], []);

    internal Nest(T value) => this.value = value;

    internal Nest(IReadOnlyList<Nest<T>> items, string[]? keys, bool isTuple)
    {
        (this.items, this.keys) = (items, keys);
        IsTuple = isTuple;
    }

    /// <summary>Whether it is one value.</summary>
    public bool IsLeaf => items is null;

    /// <summary>Whether it is a dictionary.</summary>
    public bool IsDictionary => keys is not null;

    /// <summary>Whether it is a list (or a tuple).</summary>
    public bool IsList => items is not null && keys is null;

    /// <summary>Whether the list was a tuple in Python: configurations and messages tell them apart.</summary>
    public bool IsTuple { get; }

    /// <summary>The one value.</summary>
    /// <exception cref="ValueError">It is a list or a dictionary.</exception>
    public T Value => items is null ? value! : throw new ValueError($"Expected a single value, but received a {Kind} of {items.Count}.");

    /// <summary>The number of entries of a list or dictionary; 1 for one value.</summary>
    public int Count => items?.Count ?? 1;

    /// <summary>The entries of a list, or of a dictionary in the order of <see cref="Keys"/>; for one value just that value.</summary>
    public IReadOnlyList<Nest<T>> Items => items ?? [this];

    /// <summary>The keys of a dictionary in the order they were given in; none for a list.</summary>
    public IReadOnlyList<string> Keys => keys ?? [];

    internal string Kind => IsLeaf ? "value" : IsDictionary ? "dict" : IsTuple ? "tuple" : "list";

    /// <summary>The entry at a position of a list.</summary>
    public Nest<T> this[int index] => Items[index];

    /// <summary>The entry of a key.</summary>
    /// <exception cref="KeyError">There is no such key; the message lists those that are there.</exception>
    public Nest<T> this[string key]
    {
        get => keys is not null && Array.IndexOf(keys, key) is >= 0 and var index ? items![index]
            : throw new KeyError($"'{key}'. The keys are: [{string.Join(", ", Keys.Select(k => $"'{k}'"))}]");
        set
        {
            keys = [.. Keys.Where(k => k != key), key];
            items = [.. (items ?? []).Take(keys.Length - 1), value];
        }
    }

    /// <summary>A nest of the same structure, each value replaced by what the function makes of it.</summary>
    public Nest<TOut> map<TOut>(Func<T, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return items is null ? new(function(value!)) : new([.. items.Select(item => item.map(function))], keys, IsTuple);
    }

    /// <summary>All values from left to right; dictionaries in the order of their sorted keys.</summary>
    public List<T> flatten()
    {
        var flat = new List<T>();
        AddTo(flat);
        return flat;
    }

    /// <summary>A nest of this structure that holds other values, in the order of <see cref="flatten"/>.</summary>
    /// <exception cref="ValueError">The number of values differs.</exception>
    public Nest<TOut> pack<TOut>(IReadOnlyList<TOut> flat_sequence)
    {
        ArgumentNullException.ThrowIfNull(flat_sequence);
        var count = flatten().Count;
        if (count != flat_sequence.Count)
        {
            throw new ValueError($"Could not pack sequence. Structure had {count} atoms, but flat_sequence had {flat_sequence.Count} items.");
        }

        var next = 0;
        return Pack(flat_sequence, ref next);
    }

    /// <summary>Whether another nest has the same lists and keys, whatever its values.</summary>
    public bool HasStructureOf<TOther>(Nest<TOther> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsLeaf ? other.IsLeaf
            : !other.IsLeaf && IsDictionary == other.IsDictionary && Count == other.Count
                && (IsDictionary ? keys!.All(k => other.Keys.Contains(k) && this[k].HasStructureOf(other[k])) : items!.Zip(other.Items).All(p => p.First.HasStructureOf(p.Second)));
    }

    /// <summary>Python's text, each value by its own.</summary>
    public override string ToString()
    {
        if (items is null)
        {
            return value?.ToString() ?? "None";
        }

        var parts = items.Select((item, i) => keys is null ? item.ToString() : $"'{keys[i]}': {item}");
        return IsDictionary ? $"{{{string.Join(", ", parts)}}}"
            : IsTuple ? $"({string.Join(", ", parts)}{(items.Count == 1 ? "," : "")})"
            : $"[{string.Join(", ", parts)}]";
    }

    /// <inheritdoc/>
    public IEnumerator<Nest<T>> GetEnumerator() => Items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A list of values.</summary>
    public static implicit operator Nest<T>(T[] values) => KerasSharp.Nest.List(values.Select(v => new Nest<T>(v)));

    /// <summary>A list of values: <c>Model(model.inputs, …)</c>.</summary>
    public static implicit operator Nest<T>(List<T> values) => KerasSharp.Nest.List(values.Select(v => new Nest<T>(v)));

    /// <summary>One value.</summary>
    public static implicit operator Nest<T>(T value) => new(value);

    private void AddTo(List<T> flat)
    {
        if (items is null)
        {
            flat.Add(value!);
        }
        else
        {
            foreach (var index in Order())
            {
                items[index].AddTo(flat);
            }
        }
    }

    private Nest<TOut> Pack<TOut>(IReadOnlyList<TOut> flat, ref int next)
    {
        if (items is null)
        {
            return new(flat[next++]);
        }

        var packed = new Nest<TOut>[items.Count];
        foreach (var index in Order())
        {
            packed[index] = items[index].Pack(flat, ref next);
        }

        return new(packed, keys, IsTuple);
    }

    private IEnumerable<int> Order() => keys is null ? Enumerable.Range(0, items!.Count)
        : Enumerable.Range(0, keys.Length).OrderBy(i => keys[i], StringComparer.Ordinal);
}

/// <summary>Makes nests.</summary>
public static class Nest
{
    /// <summary>A list.</summary>
    public static Nest<T> List<T>(ReadOnlySpan<Nest<T>> items) => new(items.ToArray(), null, false);

    /// <summary>A list of single values.</summary>
    public static Nest<T> List<T>(IEnumerable<T> items) => new([.. items.Select(item => new Nest<T>(item))], null, false);

    /// <summary>A list of nests.</summary>
    public static Nest<T> List<T>(IEnumerable<Nest<T>> items) => new([.. items], null, false);

    /// <summary>What Python has as a tuple.</summary>
    public static Nest<T> Tuple<T>(params ReadOnlySpan<Nest<T>> items) => new(items.ToArray(), null, true);

    /// <summary>A dictionary, in the order given.</summary>
    public static Nest<T> Dictionary<T>(IEnumerable<KeyValuePair<string, Nest<T>>> entries)
    {
        var pairs = entries.ToArray();
        return new(Array.ConvertAll(pairs, p => p.Value), Array.ConvertAll(pairs, p => p.Key), false);
    }
}
