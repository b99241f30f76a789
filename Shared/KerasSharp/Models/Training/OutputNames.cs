using KerasSharp.Engine;

namespace KerasSharp.Models.Training;

/// <summary>Brings what <c>compile</c> or the data give (losses, metrics, targets, weights) to the outputs of a model, as Keras 2.15 does.</summary>
internal static class OutputNames
{
    /// <summary>The names of outputs that have none of their own: <c>output_1</c>, <c>output_2</c>, or the keys of a dictionary.</summary>
    public static IReadOnlyList<string> Of(Nest<Tensor> outputs)
    {
        var names = new List<string>();
        Add(outputs, [], names);
        return names;
    }

    /// <summary>What belongs to each of the flat outputs; null where it has nothing. A list too short leaves the last outputs out.</summary>
    /// <param name="outputs">The outputs of the model.</param>
    /// <param name="names">The names of the outputs, for a dictionary.</param>
    /// <param name="given">One thing for all, or a list or dictionary.</param>
    /// <exception cref="ValueError">A dictionary holds a name that no output has, in Keras's words.</exception>
    public static List<Nest<T>?> PerOutput<T>(Nest<Tensor> outputs, IReadOnlyList<string> names, Nest<T>? given)
    {
        var flat = new List<Nest<T>?>();
        if (given is { IsDictionary: true } && (outputs.IsLeaf || (outputs.IsList && outputs.All(o => o.IsLeaf))))
        {
            if (given.Keys.Except(names).Any())
            {
                throw new ValueError($"Found unexpected losses or metrics that do not correspond to any Model output: dict_keys({Names(given.Keys)}). "
                    + $"Valid mode output names: {Names(names)}. Received struct is: {given}.");
            }

            flat.AddRange(names.Select(name => given.Keys.Contains(name) ? given[name] : null));
            return flat;
        }

        if (given is { IsLeaf: true } && !outputs.IsLeaf)
        {
            flat.AddRange(outputs.flatten().Select(_ => given));
            return flat;
        }

        FlattenUpTo(outputs, given, flat);
        return flat;
    }

    /// <summary>As <see cref="PerOutput"/>, for what is one value for each output: of a list for a single output the first counts.</summary>
    public static List<T?> OnePerOutput<T>(Nest<Tensor> outputs, IReadOnlyList<string> names, Nest<T>? given)
        => [.. PerOutput(outputs, names, given).Select(n => n is null ? default : n.flatten().FirstOrDefault())];

    /// <summary>Refuses a list with more or fewer entries than there are outputs, at any depth.</summary>
    /// <exception cref="ValueError">In Keras's words.</exception>
    public static void RequireLengths<T>(Nest<Tensor> outputs, Nest<T>? given)
    {
        if (given is null || given.IsLeaf || given.IsDictionary || outputs.IsLeaf || outputs.IsDictionary)
        {
            return;
        }

        if (given.Count != outputs.Count)
        {
            throw new ValueError($"The two structures don't have the same sequence length. Input structure has length {given.Count}, "
                + $"while shallow structure has length {outputs.Count}.");
        }

        foreach (var (output, item) in outputs.Zip(given.Items))
        {
            RequireLengths(output, item);
        }
    }

    private static void FlattenUpTo<T>(Nest<Tensor> outputs, Nest<T>? given, List<Nest<T>?> flat)
    {
        if (outputs.IsLeaf || given is null)
        {
            flat.AddRange(outputs.flatten().Select(_ => given));
        }
        else if (outputs.IsDictionary)
        {
            foreach (var key in outputs.Keys.Order(StringComparer.Ordinal))
            {
                FlattenUpTo(outputs[key], given.Keys.Contains(key) ? given[key] : null, flat);
            }
        }
        else
        {
            foreach (var (output, item) in outputs.Zip(given.Items))
            {
                FlattenUpTo(output, item, flat);
            }
        }
    }

    private static void Add(Nest<Tensor> outputs, List<string> path, List<string> names)
    {
        if (outputs.IsLeaf)
        {
            names.Add(path.Count == 0 ? "output_1" : string.Join('_', path));
            return;
        }

        var keys = outputs.IsDictionary ? outputs.Keys.Order(StringComparer.Ordinal) : Enumerable.Range(1, outputs.Count).Select(i => i.ToString());
        foreach (var key in keys)
        {
            var child = outputs.IsDictionary ? outputs[key] : outputs[int.Parse(key) - 1];
            Add(child, [.. path, path.Count == 0 && !outputs.IsDictionary ? $"output_{key}" : key], names);
        }
    }

    private static string Names(IEnumerable<string> names) => $"[{string.Join(", ", names.Select(n => $"'{n}'"))}]";
}
