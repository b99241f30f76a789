using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Utils;

namespace KerasSharp.Saving.StateH5;

/// <summary>
/// Where each layer stands in a <c>.weights.h5</c> file: by the names of attributes, and in lists by its class (<c>layers/dense_1/</c>). A
/// layer stands once, where it is met first; Keras 2.15 walks the attributes from z to a.
/// </summary>
internal static class StatePaths
{
    /// <summary>The list of a model's layers, which is an attribute as well.</summary>
    public const string LayersGroup = "layers";

    /// <summary>The model and all layers inside it, each with its path, which ends in a slash; the model's own is empty.</summary>
    public static IEnumerable<(Layer Layer, string Path)> Of(Model model) => Walk(model, "", new(ReferenceEqualityComparer.Instance));

    private static IEnumerable<(Layer Layer, string Path)> Walk(Layer layer, string path, HashSet<Layer> seen)
    {
        if (!seen.Add(layer))
        {
            return [];
        }

        IEnumerable<(Layer, string)> found = [(layer, path)];
        foreach (var (name, layers, isList) in Attributes(layer).OrderByDescending(attribute => attribute.Name, StringComparer.Ordinal))
        {
            found = found.Concat(isList ? InList(layers, $"{path}{name}/", seen) : Walk(layers[0], $"{path}{name}/", seen));
        }

        return found;
    }

    // dense, dense_1, … by class; what stands elsewhere already is counted too.
    private static List<(Layer, string)> InList(IReadOnlyList<Layer> layers, string path, HashSet<Layer> seen)
    {
        var used = new Dictionary<string, int>();
        var found = new List<(Layer, string)>();
        foreach (var layer in layers)
        {
            var name = NameRegistry.ToSnakeCase(layer.ClassName);
            used[name] = used.TryGetValue(name, out var count) ? count + 1 : 0;
            found.AddRange(Walk(layer, $"{path}{name}{(used[name] > 0 ? $"_{used[name]}" : "")}/", seen));
        }

        return found;
    }

    // The fields of Keras's own kinds of models are no attributes of Python's.
    private static IEnumerable<(string Name, IReadOnlyList<Layer> Layers, bool IsList)> Attributes(Layer layer)
    {
        var fields = layer is Functional && layer.GetType().Assembly == typeof(Functional).Assembly ? [] : FieldTracking.Attributes(layer);
        return layer is Model model ? fields.Append((LayersGroup, model.layers, true)) : fields;
    }
}
