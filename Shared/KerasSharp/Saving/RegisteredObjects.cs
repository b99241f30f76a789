using System.Collections.Concurrent;

namespace KerasSharp.Saving;

/// <summary>The user's own classes that files may name in every program, without <c>custom_objects</c>.</summary>
internal static class RegisteredObjects
{
    private static readonly ConcurrentDictionary<string, Type> Classes = new();
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    /// <summary>
    /// Makes a class of your own known to all that reads configurations, under <c>package&gt;name</c>, which files then hold.
    /// Source: <see href="https://keras.io/api/saving/serialization_utils/"/>.
    /// </summary>
    /// <param name="cls">The class: <c>typeof(MyLayer)</c>.</param>
    /// <param name="package">What keeps classes of one name apart.</param>
    /// <param name="name">The name; the class's own if not given.</param>
    /// <exception cref="ValueError">Another class is registered under this name.</exception>
    [KerasExport("keras.utils.register_keras_serializable", "keras.saving.register_keras_serializable")]
    internal static void register_keras_serializable(Type cls, string package = "Custom", string? name = null)
    {
        ArgumentNullException.ThrowIfNull(cls);
        var full = $"{package}>{name ?? cls.Name}";
        if (Classes.GetOrAdd(full, cls) is var known && known != cls)
        {
            throw new ValueError($"{full} has already been registered to {known}");
        }

        Names[cls] = full;
    }

    /// <summary>The name under which a class is registered; its own name if it is not.</summary>
    [KerasExport("keras.utils.get_registered_name", "keras.saving.get_registered_name")]
    internal static string get_registered_name(Type obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return Names.GetValueOrDefault(obj) ?? obj.Name;
    }

    /// <summary>The class of a registered name; null if there is none.</summary>
    [KerasExport("keras.utils.get_registered_object", "keras.saving.get_registered_object")]
    internal static Type? get_registered_object(string name) => Classes.GetValueOrDefault(name);
}
