using System.Reflection;
using KerasSharp.Activations;
using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>
/// Makes objects by the name of their class and back, by the factories in <c>keras.layers</c>, <c>keras.initializers</c> and so on, whose
/// parameters have Keras's names. It makes classes of this library (<see cref="ExportAreas"/>) and the user's <c>custom_objects</c>, and
/// calls nothing else.
/// </summary>
public static class ObjectRegistry
{
    /// <summary>The factory of a class, such as <c>Dense</c> in <c>layers</c>; null if there is none.</summary>
    /// <param name="module">The path under <c>keras</c>: <c>layers</c>, <c>optimizers.schedules</c>.</param>
    /// <param name="className">The class's name, or an alias that Keras knows.</param>
    public static MethodInfo? FindFactory(string module, string className) => ExportAreas.Find(module, className) is null ? null : ExportTable.FindClass(module, className)?.Factory();

    /// <summary>Calls the factory of a class.</summary>
    /// <param name="module">The path under <c>keras</c>: <c>layers</c>.</param>
    /// <param name="className">The class's name.</param>
    /// <param name="arguments">Arguments by name; those that are absent have their defaults. Values as in a <see cref="Config"/>.</param>
    /// <exception cref="ValueError">There is no such class.</exception>
    /// <exception cref="TypeError">There is no such argument, one is missing, or one has a wrong type.</exception>
    public static object Create(string module, string className, IReadOnlyDictionary<string, object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var factory = FindFactory(module, className) ?? throw Unknown(ExportAreas.Base(module) is { } kind ? ExportAreas.Kind(kind) : module, className);
        return Create(factory, className, arguments);
    }

    /// <summary>Calls a factory with arguments by name, whatever it makes.</summary>
    internal static object Create(MethodInfo factory, string className, IReadOnlyDictionary<string, object?> arguments)
    {
        var parameters = factory.GetParameters();
        foreach (var name in arguments.Keys)
        {
            if (!Array.Exists(parameters, p => p.Name == name))
            {
                throw new TypeError($"{className}.__init__() got an unexpected keyword argument '{name}'");
            }
        }

        var values = Array.ConvertAll(parameters, p =>
            arguments.TryGetValue(p.Name!, out var value) ? ArgumentConverter.Convert(value, p, className)
            : p.HasDefaultValue ? Default(p)
            : throw new TypeError($"{className}.__init__() missing 1 required positional argument: '{p.Name}'"));
        return factory.Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, null)!;
    }

    /// <summary><c>{"module", "class_name", "config", "registered_name"}</c> of an object; null for null.</summary>
    public static Config? Serialize(IConfigurable? instance)
    {
        if (instance is null)
        {
            return null;
        }

        var type = instance.GetType();
        var isOurs = type.Assembly == typeof(ObjectRegistry).Assembly;
        return new Config
        {
            ["module"] = !isOurs ? type.Namespace : instance is Models.Model ? "keras" : "keras." + Module(type),
            ["class_name"] = type.Name,
            ["config"] = instance.get_config(),
            ["registered_name"] = isOurs ? null : RegisteredObjects.get_registered_name(type),
        };
    }

    /// <summary>The object of a configuration that <see cref="Serialize"/> made.</summary>
    /// <param name="config"><c>{"module", "class_name", "config"}</c>.</param>
    /// <param name="module">The area that the object is of, as a path under <c>keras</c>: <c>layers</c>. Nothing else is made.</param>
    /// <exception cref="ValueError">There is no such class in that area.</exception>
    public static object Deserialize(Config config, string module) =>
        Deserialize(config, ExportAreas.Base(module) ?? throw Unknown(module, config?.GetValueOrDefault("class_name") as string ?? ""));

    /// <summary>The object of a configuration, for a place that asks for a certain type.</summary>
    /// <param name="config"><c>{"module", "class_name", "config"}</c>.</param>
    /// <param name="target">The type. A class that is none of it, and does not convert to it, is not made.</param>
    /// <exception cref="ValueError">There is no such class.</exception>
    internal static object Deserialize(Config config, Type target)
    {
        ArgumentNullException.ThrowIfNull(config);
        var kind = ExportAreas.Kind(target);
        if (config.GetValueOrDefault("class_name") is not string className)
        {
            throw new ValueError($"The configuration of a {kind} has a 'class_name'. Received: {string.Join(", ", config.Keys)}");
        }

        // A function of the user's own is known by its name alone.
        if (className == "function" && target == typeof(ActivationFunction) && config.GetValueOrDefault("config") is string function)
        {
            return keras.activations.get(function);
        }

        var arguments = config.GetValueOrDefault("config") as Config ?? [];
        if ((CustomObjects.FindClass(config.GetValueOrDefault("registered_name") as string ?? className) ?? CustomObjects.FindClass(className)) is { } custom)
        {
            return ExportAreas.Takes(target, custom) ? CustomObjects.Create(custom, arguments) : throw Unknown(kind, className);
        }

        var export = config.GetValueOrDefault("module") switch
        {
            null => ExportAreas.Find(target, className),
            string path when ExportAreas.Module(path) is { } area => ExportAreas.Find(area, className),
            _ => null,
        };
        if (export is null || !ExportAreas.Takes(target, export.Type))
        {
            throw Unknown(kind, className);
        }

        // Models, op layers and layers without a factory make themselves of their configurations.
        var made = export.Type.GetMethod("from_config", BindingFlags.Public | BindingFlags.Static, [typeof(Config)]) is not null
            ? CustomObjects.Create(export.Type, arguments) : Create(export.Module, className, arguments);

        if (made is Layer layer)
        {
            layer.BuildShapeOfConfig = TensorShape.FromConfig((config.GetValueOrDefault("build_config") as Config)?.GetValueOrDefault("input_shape"));
        }

        return made;
    }

    /// <summary>The same configuration without some arguments of the object: what Keras writes down, but no factory takes.</summary>
    internal static Config Without(Config config, params ReadOnlySpan<string> names)
    {
        var arguments = config.GetValueOrDefault("config") is Config given ? new Config(given) : [];
        foreach (var name in names)
        {
            arguments.Remove(name);
        }

        return new Config(config) { ["config"] = arguments };
    }

    /// <summary>Keras's words for a name that is none.</summary>
    internal static ValueError Unknown(string kind, string name) => new(
        $"Unknown {kind}: '{name}'. Please ensure you are using a `keras.utils.custom_object_scope` and that this object is included in the scope. "
        + "See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details.");

    /// <summary>Where the factory of a class stands: <c>KerasSharp.Optimizers.Schedules</c> gives <c>optimizers.schedules</c>.</summary>
    internal static string Module(Type type) => type.Namespace!["KerasSharp.".Length..].ToLowerInvariant();

    private static object? Default(ParameterInfo parameter) => parameter.DefaultValue is null && parameter.ParameterType.IsValueType
        ? Activator.CreateInstance(parameter.ParameterType)
        : parameter.DefaultValue;
}
