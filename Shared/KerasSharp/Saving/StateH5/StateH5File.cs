using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Python;
using KerasSharp.Saving.Hdf5;
using KerasSharp.Saving.LegacyH5;

namespace KerasSharp.Saving.StateH5;

/// <summary>
/// The file that Keras 2.13 and later write for a name that ends in <c>.weights.h5</c>: the variables of each layer, numbered, in a group
/// named after its place in the model (<see cref="StatePaths"/>), and those of the optimizer. The running values of metrics, which no reader
/// needs, are left out.
/// Source: <see href="https://keras.io/api/models/model_saving_apis/weights_saving_and_loading/"/>, and files of real Keras.
/// </summary>
internal static class StateH5File
{
    private const string OptimizerGroup = "optimizer";
    private const string VariablesGroup = "vars";

    /// <summary>Whether a file is of this kind, by what it holds.</summary>
    public static bool Is(Hdf5File file) => file.Root.Find(StatePaths.LayersGroup) is Hdf5Group && KerasAttributes.GetNames(file.Root, LegacyWeights.LayerNames) is null;

    /// <summary>Writes weights and optimizer of a built model.</summary>
    public static void Save(string filepath, Model model)
    {
        var root = new Hdf5Group();
        foreach (var (layer, path) in StatePaths.Of(model))
        {
            SaveVariables(root.RequireGroup(path + VariablesGroup), layer.WeightsAlone);
        }

        if (model.is_compiled)
        {
            var group = root.RequireGroup($"{OptimizerGroup}/{VariablesGroup}");
            SaveVariables(group, model.optimizer.variables);

            // The counter is an int32 here, and Keras's is an int64.
            group.Members["0"] = new Hdf5Dataset([model.optimizer.iterations]);
        }

        Hdf5Writer.Write(filepath, root);
    }

    /// <summary>Gives a built model the weights of a file, and its optimizer the state if it has one. Nothing is changed if a weight does not fit.</summary>
    /// <param name="file">The file.</param>
    /// <param name="model">The model.</param>
    /// <param name="skip_mismatch">Whether a layer that does not fit is passed over with a warning.</param>
    /// <exception cref="ValueError">Numbers or shapes differ, in Keras's words.</exception>
    public static void Load(Hdf5File file, Model model, bool skip_mismatch)
    {
        var assignments = new List<(Variable, Hdf5Dataset)>();
        foreach (var (layer, path) in StatePaths.Of(model))
        {
            try
            {
                assignments.AddRange(Matching(file, path + VariablesGroup, layer));
            }
            catch (ValueError e) when (skip_mismatch)
            {
                PythonWarnings.Warn($"Could not load weights in object {layer.name}. Skipping object. Exception encountered: {e.Message}");
            }
        }

        if (model.is_compiled && file.Root.Find($"{OptimizerGroup}/{VariablesGroup}") is Hdf5Group saved)
        {
            assignments.AddRange(MatchingOptimizer(model, saved, $"{OptimizerGroup}/{VariablesGroup} in '{file.Path}'"));
        }

        // All are read before the first is assigned.
        foreach (var (variable, data) in assignments.Select(a => (a.Item1, a.Item2.Read())).ToList())
        {
            VariableData.Assign(variable, data);
        }

        model.WeightsReplaced();
    }

    private static void SaveVariables(Hdf5Group group, IReadOnlyList<Variable> variables)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            group.Members[$"{i}"] = VariableData.ToDataset(variables[i]);
        }
    }

    private static List<(Variable, Hdf5Dataset)> Matching(Hdf5File file, string path, Layer layer)
    {
        var group = file.Root.Find(path) as Hdf5Group;
        var variables = layer.WeightsAlone;
        var count = group?.Members.Count ?? 0;
        if (count != variables.Count)
        {
            var names = string.Join(", ", variables.Select(v => $"'{v.name}'"));
            throw new ValueError($"Layer '{layer.name}' expected {variables.Count} variables, but received {count} variables during loading. Expected: [{names}]. "
                + (group is null ? $"The file '{file.Path}' has no group {path}." : $"They are in {path} of '{file.Path}'."));
        }

        return Checked(variables, group, $"{path} in '{file.Path}'");
    }

    private static List<(Variable, Hdf5Dataset)> Checked(IReadOnlyList<Variable> variables, Hdf5Group? group, string source)
    {
        var found = variables.Select((variable, i) => (variable, Numbered(group, i, source))).ToList();
        foreach (var (variable, dataset) in found)
        {
            VariableData.CheckShape(variable, dataset, source);
        }

        return found;
    }

    private static List<(Variable, Hdf5Dataset)> MatchingOptimizer(Model model, Hdf5Group saved, string source)
    {
        var optimizer = model.optimizer;
        var variables = optimizer.variables;
        if (saved.Members.Count != variables.Count)
        {
            PythonWarnings.Warn($"Skipping variable loading for optimizer '{optimizer.name}', because it has {variables.Count} variables whereas the saved optimizer "
                + $"has {saved.Members.Count} variables. ");
            return [];
        }

        return Checked(variables, saved, source);
    }

    private static Hdf5Dataset Numbered(Hdf5Group? group, int i, string source) => group?.Find($"{i}") as Hdf5Dataset
        ?? throw new ValueError($"Variable {i} is missing in {source}.");
}
