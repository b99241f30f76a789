using System.Globalization;
using System.Reflection;
using System.Text.Json;
using KerasSharp.Layers;

namespace KerasSharp.Tests.Api;

/// <summary>Compares a C# method with the parameters that Keras lists: names, order, defaults.</summary>
internal static class Signature
{
    // What every layer takes beside its own parameters, in this order.
    private static readonly string[] OfEveryLayer = [.. typeof(LayerArguments).GetConstructors()
        .Single(c => c.GetParameters().Length > 1).GetParameters().Select(p => p.Name!)];

    /// <summary>The differences, each in one line that starts with <paramref name="path"/>.</summary>
    public static IEnumerable<string> Differences(string path, MethodBase method, JsonElement keras, IReadOnlyCollection<string> layerKeywords)
    {
        var expected = keras.EnumerateArray().Where(p => !Kind(p).StartsWith("var_", StringComparison.Ordinal)).ToArray();
        var takesMore = keras.EnumerateArray().Any(p => Kind(p) == "var_keyword");

        // Long calls take a token beside Keras's parameters, everywhere.
        var actual = method.GetParameters().Where(p => p.ParameterType != typeof(CancellationToken)).ToArray();
        var names = expected.Select(p => p.GetProperty("name").GetString()!).ToArray();
        foreach (var name in names.Except(actual.Select(p => p.Name!)))
        {
            yield return $"{path}: lacks {name}";
        }

        // The keyword arguments of all layers stand behind a layer's own.
        var more = actual.Select(p => p.Name!).Except(names).ToArray();
        var isLayer = takesMore && typeof(Layer).IsAssignableFrom((method as MethodInfo)?.ReturnType) && path.StartsWith("layers.", StringComparison.Ordinal);
        if (isLayer && OfEveryLayer.Except(names).ToArray() is var common && actual.Select(p => p.Name!).TakeLast(common.Length).SequenceEqual(common))
        {
            more = [.. more.Except(layerKeywords)];
        }

        foreach (var name in more)
        {
            yield return $"{path}: adds {name}";
        }

        var shared = actual.Where(p => names.Contains(p.Name)).ToArray();
        if (!shared.Select(p => p.Name!).SequenceEqual(names.Where(n => shared.Any(p => p.Name == n))))
        {
            yield return $"{path}: order {string.Join(", ", shared.Select(p => p.Name))}";
        }

        foreach (var parameter in shared)
        {
            var (want, got) = (Default(expected[Array.IndexOf(names, parameter.Name)]), Default(parameter));
            if (want != got)
            {
                yield return $"{path}: {parameter.Name} has default {got}, in Keras {want}";
            }
        }
    }

    /// <summary>A default as JSON text; <c>none</c> for a parameter that must be given.</summary>
    public static string Default(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<KerasDefaultAttribute>() is { } stated)
        {
            return stated.values.Count == 1 ? Text(stated.values[0]) : $"[{string.Join(",", stated.values.Select(Text))}]";
        }

        return parameter.HasDefaultValue ? Text(parameter.DefaultValue) : "none";
    }

    private static string Default(JsonElement parameter) => parameter.GetProperty("required").GetBoolean() ? "none"
        : parameter.TryGetProperty("default", out var value) ? Text(value)
        : parameter.GetProperty("default_repr").GetString()!;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => Text(value.GetDouble()),
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(Text))}]",
        _ => value.GetRawText(),
    };

    private static string Text(object? value) => value switch
    {
        null => "null",
        string s => JsonSerializer.Serialize(s),
        Array pair => $"[{string.Join(",", pair.Cast<object?>().Select(Text))}]",
        bool b => b ? "true" : "false",
        IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Kind(JsonElement parameter) => parameter.GetProperty("kind").GetString()!;
}
