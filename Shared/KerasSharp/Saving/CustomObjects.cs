using System.Reflection;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Models.Graph;

namespace KerasSharp.Saving;

/// <summary>
/// The user's own classes and functions by name, for files that hold them: <c>load_model(…, custom_objects: …)</c> and
/// <c>keras.utils.custom_object_scope</c>. Source: <see href="https://keras.io/api/saving/serialization_utils/"/>.
/// </summary>
internal static class CustomObjects
{
    private static readonly AsyncLocal<IReadOnlyDictionary<string, object>?> Current = new();

    /// <summary>
    /// Makes classes and functions of your own known to all that reads configurations, until the result is disposed:
    /// <c>using (keras.utils.custom_object_scope(new() { ["MyLayer"] = typeof(MyLayer) })) { … }</c>.
    /// Source: <see href="https://keras.io/api/saving/serialization_utils/"/>.
    /// </summary>
    /// <param name="args">Classes (<c>typeof(…)</c>) and functions by the names that files have for them.</param>
    /// <exception cref="TypeError">A value is neither a class nor a function.</exception>
    [KerasExport("keras.utils.custom_object_scope")]
    internal static IDisposable custom_object_scope(Dictionary<string, object> args) => Use(args);

    /// <summary>Adds names to those that are known, for the calling code, until the result is disposed.</summary>
    /// <exception cref="TypeError">A value is neither a class nor a function.</exception>
    public static IDisposable Use(IReadOnlyDictionary<string, object>? objects)
    {
        var before = Current.Value;
        var all = new Dictionary<string, object>(before ?? new Dictionary<string, object>());
        foreach (var (name, value) in objects ?? new Dictionary<string, object>())
        {
            all[name] = value is Type or Delegate ? value
                : throw new TypeError($"A custom object is a class (typeof(…)) or a function. Received: '{name}', a {value?.GetType().Name ?? "None"}");
        }

        Current.Value = all;
        return new Scope(before);
    }

    /// <summary>The class of a name, as files write it (<c>MyLayer</c> or <c>package&gt;MyLayer</c>); null if there is none.</summary>
    public static Type? FindClass(string name) => Current.Value?.GetValueOrDefault(name) as Type ?? RegisteredObjects.get_registered_object(name);

    /// <summary>The function of a name; null if there is none of this kind.</summary>
    public static T? FindFunction<T>(string name)
        where T : Delegate => Current.Value?.GetValueOrDefault(name) as T;

    /// <summary>
    /// An object of a user's class: by its static <c>from_config(Config)</c> if it has one, else by the constructor whose parameters have
    /// the configuration's names; those that all layers have go into a parameter of type <see cref="LayerArguments"/>. A functional model
    /// of a user's class is made by its constructor with <c>inputs</c>, <c>outputs</c> and <c>name</c>.
    /// </summary>
    /// <exception cref="TypeError">No constructor takes the configuration.</exception>
    public static object Create(Type type, IReadOnlyDictionary<string, object?> config)
    {
        if (type.GetMethod("from_config", BindingFlags.Public | BindingFlags.Static, [typeof(Config)]) is { } make)
        {
            return make.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [AsConfig(config)], null)!;
        }

        if (type.IsSubclassOf(typeof(Functional)) && config.ContainsKey("layers"))
        {
            return GraphConfig.Read(AsConfig(config), (inputs, outputs, name) =>
                (Functional)Create(type, new Config { ["inputs"] = inputs, ["outputs"] = outputs, ["name"] = name }));
        }

        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)
            ?? throw new TypeError($"{type.Name} has no public constructor.");
        var unused = config.Keys.ToHashSet();
        var values = Array.ConvertAll(constructor.GetParameters(), p => Value(p, config, unused, type.Name));
        return unused.Count == 0 ? constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, values, null)
            : throw new TypeError($"{type.Name}.__init__() got an unexpected keyword argument '{unused.First()}'");
    }

    private static object? Value(ParameterInfo parameter, IReadOnlyDictionary<string, object?> config, HashSet<string> unused, string className)
    {
        if (parameter.ParameterType == typeof(LayerArguments))
        {
            return CommonArguments(config, unused, className);
        }

        if (config.TryGetValue(parameter.Name!, out var value))
        {
            unused.Remove(parameter.Name!);
            return ArgumentConverter.Convert(value, parameter, className);
        }

        return !parameter.HasDefaultValue ? throw new TypeError($"{className}.__init__() missing 1 required positional argument: '{parameter.Name}'")
            : parameter.DefaultValue is null && parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
            : parameter.DefaultValue;
    }

    // LayerArguments is a record: its constructor's parameters have Keras's names.
    private static object CommonArguments(IReadOnlyDictionary<string, object?> config, HashSet<string> unused, string className)
    {
        var constructor = typeof(LayerArguments).GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke(Array.ConvertAll(constructor.GetParameters(), p => Value(p, config, unused, className)));
    }

    private static Config AsConfig(IReadOnlyDictionary<string, object?> entries)
    {
        var config = new Config();
        foreach (var (key, value) in entries)
        {
            config[key] = value;
        }

        return config;
    }

    private sealed class Scope(IReadOnlyDictionary<string, object>? before) : IDisposable
    {
        public void Dispose() => Current.Value = before;
    }
}
