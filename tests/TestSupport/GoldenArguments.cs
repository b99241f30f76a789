using System.Reflection;
using System.Text.Json;
using KerasSharp.Saving;

namespace KerasSharp.TestSupport;

/// <summary>
/// The <c>args</c> of golden cases as the library takes them: numbers, strings, lists, and objects such as
/// <c>{"object": "layers.LSTM", "args": {…}}</c>, made by reflection over the factories.
/// </summary>
public static class GoldenArguments
{
    /// <summary>The arguments by name; an absent element gives none.</summary>
    public static Dictionary<string, object?> Of(JsonElement owner, string property = "args") => owner.TryGetProperty(property, out var args)
        ? args.EnumerateObject().ToDictionary(p => p.Name, p => Value(p.Value))
        : [];

    /// <summary>One value: null, bool, int, long, double, string, a list, an object, or a <see cref="Config"/>.</summary>
    public static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt32(out var i) ? (object)i : element.TryGetInt64(out var l) ? l : element.GetDouble(),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        _ when element.TryGetProperty("object", out var path) => Create(path.GetString()!, Of(element)),
        _ => Configuration(element),
    };

    /// <summary>The reason why arguments cannot be made yet: a class that is not there; null if they can.</summary>
    public static string? WaitsFor(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(WaitsFor).FirstOrDefault(r => r is not null),
        JsonValueKind.Object => element.TryGetProperty("object", out var path) && Missing(path.GetString()!) is { } reason ? reason
            : element.EnumerateObject().Select(p => WaitsFor(p.Value)).FirstOrDefault(r => r is not null),
        _ => null,
    };

    /// <summary>The reason why a class (<c>layers.Dense</c>) cannot be made yet; null if it can.</summary>
    public static string? Missing(string path) => Factory(path) is null && ExportAreas.Find(Module(path), ClassName(path)) is null ? $"no {path} yet" : null;

    /// <summary>An object of a class: <c>layers.Dense</c>.</summary>
    public static object Create(string path, IReadOnlyDictionary<string, object?> arguments) => Factory(path) is { } factory
        ? ObjectRegistry.Create(factory, ClassName(path), arguments)
        : throw new ArgumentException($"There is no factory of {path}.", nameof(path));

    // All exported classes: callbacks too, which no model file makes.
    private static MethodInfo? Factory(string path) => ExportTable.FindClass(Module(path), ClassName(path))?.Factory();

    private static Config Configuration(JsonElement element)
    {
        var config = new Config();
        foreach (var property in element.EnumerateObject())
        {
            config[property.Name] = Value(property.Value);
        }

        return config;
    }

    private static string Module(string path) => path[..path.LastIndexOf('.')];

    private static string ClassName(string path) => path[(path.LastIndexOf('.') + 1)..];
}
