using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Saving.Hdf5;
using KerasSharp.Utils;

namespace KerasSharp.Saving.LegacyH5;

/// <summary>
/// The weights of a model as a group of a legacy file: a group per layer, whose attribute lists its weights in order. They are loaded by
/// that order, or by the layers' names. Source: <see href="https://keras.io/api/models/model_saving_apis/weights_saving_and_loading/"/>.
/// </summary>
internal static class LegacyWeights
{
    /// <summary>The attribute that lists the layers.</summary>
    public const string LayerNames = "layer_names";

    private const string WeightNames = "weight_names";
    private const string TopLevel = "top_level_model_weights";

    /// <summary>Fills a group with the weights of a built model.</summary>
    public static void Save(Hdf5Group group, Model model)
    {
        KerasAttributes.SetNames(group, LayerNames, [.. model.layers.Select(layer => layer.name)]);
        group.Attributes["backend"] = LegacyH5File.BackendName;
        group.Attributes["keras_version"] = keras.__version__;
        foreach (var layer in model.layers)
        {
            SaveVariables(group.RequireGroup(layer.name), Weights(layer));
        }

        SaveVariables(group.RequireGroup(TopLevel), []);
    }

    /// <summary>Fills a group with variables, by their names, listed in order.</summary>
    public static void SaveVariables(Hdf5Group group, IReadOnlyList<Variable> variables)
    {
        KerasAttributes.SetNames(group, WeightNames, [.. variables.Select(variable => variable.name)]);
        foreach (var variable in variables)
        {
            group.Add(variable.name, VariableData.ToDataset(variable));
        }
    }

    /// <summary>Gives the layers that have weights, in order, the weights of the file's layers. Nothing is changed if one does not fit.</summary>
    /// <exception cref="ValueError">Numbers or shapes differ, in Keras's words.</exception>
    /// <exception cref="KeyError">The file lists what it does not hold.</exception>
    public static void Load(Hdf5Group group, Model model, string source)
    {
        var layers = model.layers.Where(layer => Weights(layer).Count > 0).ToList();
        var saved = (KerasAttributes.GetNames(group, LayerNames) ?? []).Select(name => (Name: name, Weights: ListWeights(group, name, source)))
            .Where(layer => layer.Weights.Count > 0).ToList();
        if (saved.Count != layers.Count)
        {
            throw new ValueError($"Layer count mismatch when loading weights from file. Model expected {layers.Count} layers, found {saved.Count} saved layers.");
        }

        var assignments = new List<(Variable, Hdf5Dataset)>();
        for (var k = 0; k < layers.Count; k++)
        {
            var variables = Weights(layers[k]);
            if (variables.Count != saved[k].Weights.Count)
            {
                throw new ValueError($"Weight count mismatch for layer #{k} (named {layers[k].name} in the current model, {saved[k].Name} in the save file). "
                    + $"Layer expects {variables.Count} weight(s). Received {saved[k].Weights.Count} saved weight(s)");
            }

            assignments.AddRange(variables.Zip(saved[k].Weights));
        }

        CheckTopLevel(group, source);
        foreach (var (variable, dataset) in assignments)
        {
            VariableData.CheckShape(variable, dataset, source);
        }

        Assign(assignments);
        model.WeightsReplaced();
    }

    /// <summary>Gives each layer the weights of the file's layer of its name; layers that the file does not name stay as they are.</summary>
    /// <param name="group">The group of the weights.</param>
    /// <param name="model">The model.</param>
    /// <param name="skip_mismatch">Whether a weight that does not fit is passed over with a warning.</param>
    /// <param name="source">The group and its file, for messages.</param>
    /// <exception cref="ValueError">Numbers or shapes differ and are not to be passed over, in Keras's words.</exception>
    public static void LoadByName(Hdf5Group group, Model model, bool skip_mismatch, string source)
    {
        var names = KerasAttributes.GetNames(group, LayerNames) ?? [];
        var assignments = new List<(Variable, Hdf5Dataset)>();
        for (var k = 0; k < names.Count; k++)
        {
            var saved = ListWeights(group, names[k], source);
            foreach (var layer in model.layers.Where(layer => layer.name == names[k]))
            {
                assignments.AddRange(Matching(layer, k, saved, skip_mismatch));
            }
        }

        CheckTopLevel(group, source);
        Assign(assignments);
        model.WeightsReplaced();
    }

    /// <summary>The datasets that a group's attribute lists.</summary>
    /// <exception cref="KeyError">One is not there.</exception>
    public static List<Hdf5Dataset> ListVariables(Hdf5Group group, string source) =>
        [.. (KerasAttributes.GetNames(group, WeightNames) ?? []).Select(name => group.Find(name) as Hdf5Dataset ?? throw Missing(name, $"{WeightNames} in {source} lists it"))];

    private static IEnumerable<(Variable, Hdf5Dataset)> Matching(Layer layer, int k, List<Hdf5Dataset> saved, bool skip_mismatch)
    {
        var variables = Weights(layer);
        if (variables.Count != saved.Count)
        {
            var counts = $"Layer expects {variables.Count} weight(s). Received {saved.Count} saved weight(s)";
            if (!skip_mismatch)
            {
                throw new ValueError($"Weight count mismatch for layer #{k} (named {layer.name}). {counts}");
            }

            KerasConsole.Warn($"Skipping loading of weights for layer #{k} (named {layer.name}) due to mismatch in number of weights. {counts}");
            yield break;
        }

        foreach (var (variable, dataset) in variables.Zip(saved))
        {
            if (variable.shape.ToDims().AsSpan().SequenceEqual(dataset.Shape))
            {
                yield return (variable, dataset);
                continue;
            }

            var shapes = $"Weight expects shape {variable.shape}. Received saved weight with shape {dataset.ShapeText}";
            if (!skip_mismatch)
            {
                throw new ValueError($"Shape mismatch in layer #{k} (named {layer.name}) for weight {variable.name}. {shapes}");
            }

            KerasConsole.Warn($"Skipping loading weights for layer #{k} (named {layer.name}) due to mismatch in shape for weight {variable.name}. {shapes}");
        }
    }

    // Trainable weights first, whatever order the layer itself has.
    private static List<Variable> Weights(Layer layer) => [.. layer.trainable_weights, .. layer.non_trainable_weights];

    private static List<Hdf5Dataset> ListWeights(Hdf5Group group, string name, string source) =>
        ListVariables(group.Find(name) as Hdf5Group ?? throw Missing(name, $"{LayerNames} of {source} lists it"), source);

    private static KeyError Missing(string name, string why) => new($"Unable to synchronously open object (object '{name}' doesn't exist): {why}");

    private static void CheckTopLevel(Hdf5Group group, string source)
    {
        if (group.Find(TopLevel) is Hdf5Group top && ListVariables(top, source) is { Count: > 0 } weights)
        {
            throw new ValueError("Weight count mismatch for top-level weights when loading weights from file. "
                + $"Model expects 0 top-level weight(s). Received {weights.Count} saved top-level weight(s)");
        }
    }

    // All are read before the first is assigned: a file that turns out damaged leaves the model whole.
    private static void Assign(List<(Variable Variable, Hdf5Dataset Dataset)> assignments)
    {
        foreach (var (variable, data) in assignments.Select(a => (a.Variable, a.Dataset.Read())).ToList())
        {
            VariableData.Assign(variable, data);
        }
    }
}
