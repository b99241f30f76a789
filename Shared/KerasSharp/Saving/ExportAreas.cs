using System.Reflection;
using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Layers;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;
using KerasSharp.Optimizers;
using KerasSharp.Optimizers.Schedules;
using KerasSharp.Regularizers;

namespace KerasSharp.Saving;

/// <summary>A class that a file may name.</summary>
/// <param name="Module">Its area, a path under <c>keras</c>: <c>optimizers.schedules</c>.</param>
/// <param name="Type">The class.</param>
internal sealed record Registered(string Module, Type Type);

/// <summary>
/// What a file can make, area by area. A file is written by others, and names what it wants made; so nothing is made but the exported
/// classes (<see cref="ExportTable"/>) that derive from their area's base, and the few below that have no name under <c>keras</c>.
/// Python's Keras once called whatever a file named: CVE-2025-1550.
/// </summary>
internal static class ExportAreas
{
    private static readonly Area[] Areas =
    [
        new("layers", "layer", typeof(Layer)),
        new("models", "layer", typeof(Model)),
        new("initializers", "initializer", typeof(Initializer)),
        new("regularizers", "regularizer", typeof(Regularizer)),
        new("constraints", "constraint", typeof(Constraint)),
        new("losses", "loss function", typeof(Loss)),
        new("metrics", "metric function", typeof(Metric)),
        new("optimizers", "optimizer", typeof(Optimizer)),
        new("optimizers.schedules", "decay", typeof(LearningRateSchedule)),
        // Functions go by their names; an object that is an activation is a layer.
        new("activations", "activation function", typeof(ActivationFunction)),
    ];

    // Classes that files name and no factory makes.
    private static readonly Dictionary<(string Module, string Name), Registered> Unexported = new()
    {
        [("models", "Functional")] = new("models", typeof(Functional)),
        [("models", "Model")] = new("models", typeof(Functional)),
        [("layers", "TFOpLambda")] = new("layers", typeof(OpLambda)),
        [("layers", "SlicingOpLambda")] = new("layers", typeof(OpLambda)),
        [("layers", "AddLoss")] = new("layers", typeof(AddLoss)),
        [("layers", "AddMetric")] = new("layers", typeof(AddMetric)),
    };

    /// <summary>The class of a name in an area; null if there is none.</summary>
    public static Registered? Find(string module, string name)
    {
        if (Unexported.TryGetValue((module, name), out var known))
        {
            return known;
        }

        return Base(module) is { } wanted && ExportTable.FindClass(module, name) is { } export && export.Type.IsAssignableTo(wanted) ? new Registered(module, export.Type) : null;
    }

    /// <summary>The class of a name in whatever area makes what is asked for; null if there is none.</summary>
    public static Registered? Find(Type target, string name) =>
        Areas.Select(area => Find(area.Module, name)).FirstOrDefault(found => found is not null && Takes(target, found.Type));

    /// <summary>The area that a module's full name means: <c>keras.src.layers.core.tf_op_layer</c> is <c>layers</c>, <c>keras</c> the models; null if none.</summary>
    public static string? Module(string path) => path switch
    {
        "keras.src.engine.base_layer" => "layers",
        "keras" or "keras.src.engine.functional" or "keras.src.engine.sequential" => "models",
        _ when path.StartsWith("keras.src.", StringComparison.Ordinal) => path.Split('.')[2],
        _ when path.StartsWith("keras.", StringComparison.Ordinal) => path["keras.".Length..],
        _ => null,
    };

    /// <summary>The base class of an area; null if there is no such area.</summary>
    public static Type? Base(string module) => Array.Find(Areas, area => area.Module == module)?.Base;

    /// <summary>Keras's word for what is asked for: <c>layer</c>, <c>loss function</c>.</summary>
    public static string Kind(Type target) =>
        (Array.Find(Areas, area => area.Base == target) ?? Array.Find(Areas, area => Takes(target, area.Base) || target.IsAssignableTo(area.Base)))?.Kind ?? target.Name;

    /// <summary>Whether an object of a class can stand where the target is asked for: as it is, or by a conversion of the target's own.</summary>
    public static bool Takes(Type target, Type type) => target.IsAssignableFrom(type)
        || target.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Any(m => m.Name == "op_Implicit" && m.ReturnType == target && m.GetParameters()[0].ParameterType.IsAssignableFrom(type));

    private sealed record Area(string Module, string Kind, Type Base);
}
