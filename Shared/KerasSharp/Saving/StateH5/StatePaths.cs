using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Utils;

namespace KerasSharp.Saving.StateH5;

/// <summary>
/// Where each layer's own variables stand in a file: <c>layers/dense_1/vars</c>, by class in the order of the model; of layers inside of
/// others behind the name of the attribute that holds them: <c>layers/lstm/cell/vars</c>.
/// </summary>
internal static class StatePaths
{
    /// <summary>The group of a model's layers.</summary>
    public const string Layers = "layers";

    /// <summary>The group of a layer's variables.</summary>
    public const string Variables = "vars";

    /// <summary>All layers of a model, those inside of others too.</summary>
    /// <exception cref="NotImplementedError">A layer of the user's own holds layers.</exception>
    public static IEnumerable<(Layer Layer, IReadOnlyList<Variable> Variables, string Path)> Of(Model model) => OfList(model.layers, Layers);

    private static IEnumerable<(Layer Layer, IReadOnlyList<Variable> Variables, string Path)> OfList(IEnumerable<Layer> layers, string prefix)
    {
        var used = new Dictionary<string, int>();
        foreach (var layer in layers)
        {
            var name = NameRegistry.ToSnakeCase(layer.GetType().Name);
            used[name] = used.TryGetValue(name, out var count) ? count + 1 : 0;
            foreach (var entry in OfLayer(layer, $"{prefix}/{name}{(used[name] > 0 ? $"_{used[name]}" : "")}"))
            {
                yield return entry;
            }
        }
    }

    private static IEnumerable<(Layer Layer, IReadOnlyList<Variable> Variables, string Path)> OfLayer(Layer layer, string path)
    {
        var inner = Inside(layer, path).ToList();
        var held = inner.SelectMany(entry => entry.Variables).ToHashSet();
        yield return (layer, [.. layer.weights.Where(variable => !held.Contains(variable))], $"{path}/{Variables}");
        foreach (var entry in inner)
        {
            yield return entry;
        }
    }

    private static IEnumerable<(Layer Layer, IReadOnlyList<Variable> Variables, string Path)> Inside(Layer layer, string path) => layer switch
    {
        Model model => OfList(model.layers, $"{path}/{Layers}"),
        Bidirectional both => OfLayer(both.backward_layer, $"{path}/backward_layer")
            .Concat(OfLayer(both.forward_layer, $"{path}/forward_layer")).Concat(OfLayer(both.layer, $"{path}/layer")),
        Wrapper wrapper => OfLayer(wrapper.layer, $"{path}/layer"),
        RNN rnn => OfLayer(rnn.cell, $"{path}/cell"),
        StackedRNNCells stack => OfList(stack.cells, $"{path}/cells"),
        _ when layer.SubLayers.Any(inner => inner.weights.Count > 0) => throw new NotImplementedError(
            $"The layer {layer.name} holds layers, whose weights this form of file cannot keep yet: use a name that ends in `.h5` alone."),
        _ => [],
    };
}
