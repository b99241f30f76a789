using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
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
using KerasSharp.Utils;

namespace KerasSharp.Saving;

/// <summary>A class that a file may name.</summary>
/// <param name="Module">The path under <c>keras</c>: <c>optimizers.schedules</c>.</param>
/// <param name="Name">The class's name, or an alias.</param>
/// <param name="Type">What the factory makes.</param>
/// <param name="Factory">Its parameters are the names in a configuration.</param>
internal sealed record Export(string Module, string Name, Type Type, MethodInfo Factory);

/// <summary>
/// The closed list of what a file can make. A file is written by others, and names what it wants made; so nothing but an entry here is
/// ever called for it. An entry is a factory in its area's class of <c>keras</c> that returns a class of this library which derives from the
/// area's base, under that class's name (<c>HeNormal</c>, <c>he_normal</c>) or one of the aliases below. The class of CVE-2025-1550.
/// </summary>
internal static class ExportTable
{
    private static readonly Area[] Areas =
    [
        new("layers", "layer", typeof(Layer), typeof(keras.layers), "Convolution2D", "MaxPool2D", "AvgPool2D"),
        new("models", "layer", typeof(Model), typeof(keras.models)),
        new("initializers", "initializer", typeof(Initializer), typeof(keras.initializers)),
        new("regularizers", "regularizer", typeof(Regularizer), typeof(keras.regularizers), "l1_l2"),
        new("constraints", "constraint", typeof(Constraint), typeof(keras.constraints)),
        new("losses", "loss function", typeof(Loss), typeof(keras.losses)),
        new("metrics", "metric function", typeof(Metric), typeof(keras.metrics)),
        new("optimizers", "optimizer", typeof(Optimizer), typeof(keras.optimizers)),
        new("optimizers.schedules", "decay", typeof(LearningRateSchedule), typeof(keras.optimizers.schedules)),
        // Functions go by their names; an object that is an activation is a layer.
        new("activations", "activation function", typeof(ActivationFunction), null),
    ];

    private static readonly FrozenDictionary<(string Module, string Name), Export> Entries =
        Areas.SelectMany(Factories).ToFrozenDictionary(export => (export.Module, export.Name));

    /// <summary>All entries.</summary>
    public static IReadOnlyCollection<Export> All => Entries.Values;

    /// <summary>The entry of a class in an area; null if there is none.</summary>
    public static Export? Find(string module, string name) => Entries.GetValueOrDefault((module, name));

    /// <summary>The entry of a class in whatever area makes what is asked for; null if there is none.</summary>
    public static Export? Find(Type target, string name) =>
        Areas.Select(area => Find(area.Module, name)).FirstOrDefault(export => export is not null && Takes(target, export.Type));

    /// <summary>The base class of an area; null if there is no such area.</summary>
    public static Type? Base(string module) => Array.Find(Areas, area => area.Module == module)?.Base;

    /// <summary>Keras's word for what is asked for: <c>layer</c>, <c>loss function</c>.</summary>
    public static string Kind(Type target) =>
        (Array.Find(Areas, area => area.Base == target) ?? Array.Find(Areas, area => Takes(target, area.Base) || target.IsAssignableTo(area.Base)))?.Kind ?? target.Name;

    /// <summary>Whether an object of a class can stand where the target is asked for: as it is, or by a conversion of the target's own.</summary>
    public static bool Takes(Type target, Type type) => target.IsAssignableFrom(type)
        || target.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Any(m => m.Name == "op_Implicit" && m.ReturnType == target && m.GetParameters()[0].ParameterType.IsAssignableFrom(type));

    // Of overloads the first choice counts; the others take what only C# code can pass, a lambda for instance.
    private static IEnumerable<Export> Factories(Area area) => (area.Holder?.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly) ?? [])
        .Where(area.Holds)
        .GroupBy(m => m.Name)
        .Select(overloads => overloads.MaxBy(m => m.GetCustomAttribute<OverloadResolutionPriorityAttribute>()?.Priority ?? 0)!)
        .Select(m => new Export(area.Module, m.Name, m.ReturnType, m));

    private sealed record Area(string Module, string Kind, Type Base, Type? Holder, params string[] Aliases)
    {
        public bool Holds(MethodInfo method) =>
            method.ReturnType is { IsAbstract: false } type && type.IsAssignableTo(Base) && type.Assembly == typeof(ExportTable).Assembly
            && (method.Name == type.Name || method.Name == NameRegistry.ToSnakeCase(type.Name) || Aliases.Contains(method.Name));
    }
}
