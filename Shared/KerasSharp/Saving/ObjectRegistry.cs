using System.Reflection;
using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>
/// Makes objects by the name of their class and back: by the factories of all that <c>[KerasExport]</c> names, whose parameters have
/// Keras's names. So a new class needs no entry anywhere.
/// </summary>
public static class ObjectRegistry
{
    /// <summary>The factory of a class, such as <c>Dense</c> in <c>layers</c>; null if there is none.</summary>
    /// <param name="module">The path under <c>keras</c>: <c>layers</c>, <c>optimizers.schedules</c>.</param>
    /// <param name="className">The class's name, or an alias that Keras knows.</param>
    public static MethodInfo? FindFactory(string module, string className) => ExportTable.FindClass(module, className)?.Factory();

    /// <summary>Calls the factory of a class.</summary>
    /// <param name="module">The path under <c>keras</c>: <c>layers</c>.</param>
    /// <param name="className">The class's name.</param>
    /// <param name="arguments">Arguments by name; those that are absent have their defaults. Values as in a <see cref="Config"/>.</param>
    /// <exception cref="ValueError">There is no such class.</exception>
    /// <exception cref="TypeError">There is no such argument, one is missing, or one has a wrong type.</exception>
    public static object Create(string module, string className, IReadOnlyDictionary<string, object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var factory = FindFactory(module, className) ?? throw Unknown(Singular(module), className);
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
            ["registered_name"] = isOurs ? null : type.Name,
        };
    }

    /// <summary>The object of a configuration that <see cref="Serialize"/> made.</summary>
    /// <param name="config"><c>{"module", "class_name", "config"}</c>.</param>
    /// <param name="module">The path under <c>keras</c> where the configuration names none.</param>
    /// <exception cref="ValueError">There is no such class.</exception>
    public static object Deserialize(Config config, string module)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (config.GetValueOrDefault("class_name") is not string className)
        {
            throw new ValueError($"A configuration of {module} has a 'class_name'. Received: {string.Join(", ", config.Keys)}");
        }

        if ((CustomObjects.FindClass(config.GetValueOrDefault("registered_name") as string ?? className) ?? CustomObjects.FindClass(className)) is { } custom)
        {
            return CustomObjects.Create(custom, config.GetValueOrDefault("config") as Config ?? []);
        }

        if (config.GetValueOrDefault("module") is string path)
        {
            if (path == "keras" && FindModel(className) is { } model)
            {
                return CustomObjects.Create(model, config.GetValueOrDefault("config") as Config ?? []);
            }

            module = path.StartsWith("keras.", StringComparison.Ordinal) ? path["keras.".Length..]
                : throw Unknown(Singular(module), className);
        }

        return Create(module, className, config.GetValueOrDefault("config") as Config ?? []);
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

    // A model inside a model: it makes itself of its configuration.
    private static Type? FindModel(string className) =>
        typeof(Models.Model).Assembly.GetType($"{typeof(Models.Model).Namespace}.{className}") is { IsAbstract: false } type && type.IsAssignableTo(typeof(Models.Model)) ? type : null;

    private static string Singular(string module) => module.TrimEnd('s');

    private static object? Default(ParameterInfo parameter) => parameter.DefaultValue is null && parameter.ParameterType.IsValueType
        ? Activator.CreateInstance(parameter.ParameterType)
        : parameter.DefaultValue;
}
