using System.Collections.Concurrent;
using System.Text.Json;

namespace KerasSharp.TestSupport;

/// <summary>The golden files: what real Keras computed, as JSON. Every golden test reads through here.</summary>
public static class GoldenFile
{
    private static readonly ConcurrentDictionary<string, Lazy<JsonElement>> Roots = new();

    /// <summary>The root of <paramref name="name"/> (<c>layers.json</c>, <c>models/tf215/mlp/io.json</c>), parsed once per process.</summary>
    public static JsonElement Load(string name) => Roots.GetOrAdd(name, n => new(() => Parse(n))).Value;

    /// <summary>The element at a dotted path: <c>At(root, "hook_order.runs")</c>.</summary>
    public static JsonElement At(JsonElement root, string path)
    {
        foreach (var step in path.Split('.'))
        {
            root = root.GetProperty(step);
        }

        return root;
    }

    /// <summary>A number as float64, the golden files' strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> included; a bool is 0 or 1.</summary>
    public static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => element.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var text => throw new FormatException($"A golden number is expected, not \"{text}\"."),
        },
        _ => throw new FormatException($"A golden number is expected, not {element.GetRawText()}."),
    };

    /// <summary>Whether an object has a property that is not null.</summary>
    public static bool Has(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null;

    private static JsonElement Parse(string name)
    {
        // The document is not disposed: its elements live as long as the process.
        using var stream = File.OpenRead(Path.Combine(Paths.Golden, name));
        return JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 512 }).RootElement;
    }
}
