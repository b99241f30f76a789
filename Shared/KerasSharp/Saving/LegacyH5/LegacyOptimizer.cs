using KerasSharp.Engine;
using KerasSharp.Models;
using KerasSharp.Optimizers;
using KerasSharp.Saving.Hdf5;
using KerasSharp.Utils;

namespace KerasSharp.Saving.LegacyH5;

/// <summary>The state of an optimizer as a group of a legacy file: the number of steps, then the slots of each weight.</summary>
internal static class LegacyOptimizer
{
    /// <summary>The name of the group.</summary>
    public const string GroupName = "optimizer_weights";

    /// <summary>Puts the group into a file. An optimizer that has done no step has only its counter.</summary>
    public static void Save(Hdf5Group root, Optimizer optimizer)
    {
        var group = root.RequireGroup(GroupName);
        LegacyWeights.SaveVariables(group, optimizer.variables);

        // The counter is an int32 here, and Keras's is an int64.
        var counter = optimizer.variables[0].name;
        group.Members[counter] = new Hdf5Dataset([optimizer.iterations]);
    }

    /// <summary>Builds the optimizer and gives it the state of the file. If that does not fit, a warning says so and it begins anew.</summary>
    public static void Load(Hdf5Group root, Model model, string file)
    {
        if (root.Find(GroupName) is not Hdf5Group group)
        {
            return;
        }

        var optimizer = model.optimizer;
        if (!optimizer.built)
        {
            optimizer.build(model.trainable_weights);
        }

        var variables = optimizer.variables;
        var saved = LegacyWeights.ListVariables(group, $"'{file}'");
        if (saved.Count != variables.Count)
        {
            WarnNotRestored($"The file '{file}' holds {saved.Count} variables of it, and {optimizer.name} needs {variables.Count}.");
        }
        else if (variables.Zip(saved).FirstOrDefault(p => !p.First.shape.ToDims().AsSpan().SequenceEqual(p.Second.Shape)) is { First: { } odd } pair)
        {
            WarnNotRestored($"Optimizer variable {odd.name} has shape {odd.shape} not compatible with the shape {pair.Second.ShapeText} in '{file}'.");
        }
        else
        {
            Restore(variables, [.. saved.Select(dataset => dataset.Read())]);
        }
    }

    private static void Restore(IReadOnlyList<Variable> variables, List<Array> data)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            VariableData.Assign(variables[i], data[i]);
        }
    }

    private static void WarnNotRestored(string why) => KerasConsole.Warn(
        $"Error in loading the saved optimizer state. As a result, your model is starting with a freshly initialized optimizer. {why}");
}
