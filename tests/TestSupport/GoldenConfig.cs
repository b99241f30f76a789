using System.Collections;
using System.Globalization;
using System.Text.Json;
using KerasSharp.Saving;

namespace KerasSharp.TestSupport;

/// <summary>Compares a configuration with Keras's: keys and values, floats with a relative tolerance of 1e-6.</summary>
public static class GoldenConfig
{
    /// <summary>Fails unless the value is the expected one; the message says where it differs.</summary>
    public static void Same(JsonElement expected, object? actual, string where = "config")
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                SameKeys(expected, actual as Config ?? throw Differs(where, expected, actual), where);
                break;
            case JsonValueKind.Array:
                SameItems(expected, actual is IEnumerable list and not string ? [.. list.Cast<object?>()] : throw Differs(where, expected, actual), where);
                break;
            case JsonValueKind.Number:
                if (actual is not (int or long or float or double) || !Close(expected.GetDouble(), System.Convert.ToDouble(actual, CultureInfo.InvariantCulture)))
                {
                    throw Differs(where, expected, actual);
                }

                break;
            default:
                var equal = expected.ValueKind switch
                {
                    JsonValueKind.Null => actual is null,
                    JsonValueKind.String => expected.GetString() == actual as string,
                    _ => actual is bool b && b == expected.GetBoolean(),
                };
                if (!equal)
                {
                    throw Differs(where, expected, actual);
                }

                break;
        }
    }

    private static void SameKeys(JsonElement expected, Config actual, string where)
    {
        string[] keys = [.. expected.EnumerateObject().Select(p => p.Name)];
        if (!keys.Order(StringComparer.Ordinal).SequenceEqual(actual.Keys.Order(StringComparer.Ordinal)))
        {
            throw new GoldenMismatchException($"{where}: keys {string.Join(", ", keys)} expected, {string.Join(", ", actual.Keys)} received.");
        }

        foreach (var property in expected.EnumerateObject())
        {
            Same(property.Value, actual[property.Name], $"{where}.{property.Name}");
        }
    }

    private static void SameItems(JsonElement expected, object?[] actual, string where)
    {
        if (expected.GetArrayLength() != actual.Length)
        {
            throw Differs(where, expected, actual);
        }

        for (var i = 0; i < actual.Length; i++)
        {
            Same(expected[i], actual[i], $"{where}[{i}]");
        }
    }

    private static bool Close(double want, double got) => Math.Abs(got - want) <= 1e-6 * Math.Abs(want);

    private static GoldenMismatchException Differs(string where, JsonElement expected, object? actual) => new(
        $"{where}: {expected.GetRawText()} expected, {(actual is IEnumerable list and not string ? $"[{string.Join(", ", list.Cast<object?>())}]" : actual ?? "null")} received.");
}
