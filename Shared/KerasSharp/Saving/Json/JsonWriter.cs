using System.Collections;
using System.Globalization;
using System.Text;
using KerasSharp.Python;

namespace KerasSharp.Saving.Json;

/// <summary>The writing half of <see cref="PythonJson"/>.</summary>
internal sealed class JsonWriter(int? indent, bool sortKeys)
{
    private readonly StringBuilder text = new();
    private int depth;

    public string Write(object? value)
    {
        WriteValue(value);
        return text.ToString();
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null or TensorShape { is_given: false }: text.Append("null"); break;
            case bool flag: text.Append(flag ? "true" : "false"); break;
            case string s: WriteString(s); break;
            case float or double: WriteFloat(Convert.ToDouble(value, CultureInfo.InvariantCulture)); break;
            case sbyte or byte or short or ushort or int or uint or long or ulong:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            case IEnumerable<KeyValuePair<string, object?>> members: WriteObject(members); break;
            case IEnumerable items: WriteArray(items.Cast<object?>()); break;
            default: throw new TypeError($"Object of type {value.GetType().Name} is not JSON serializable");
        }
    }

    // Python widens a float32 to its double and prints that: 0.001f becomes 0.0010000000474974513, as in Keras's files.
    private void WriteFloat(double value) => text.Append(value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => PythonFormat.Repr(value),
    });

    private void WriteObject(IEnumerable<KeyValuePair<string, object?>> members)
    {
        var sorted = sortKeys ? members.OrderBy(m => m.Key, StringComparer.Ordinal) : members;
        WriteEntries('{', '}', sorted, member =>
        {
            WriteString(member.Key);
            text.Append(": ");
            WriteValue(member.Value);
        });
    }

    private void WriteArray(IEnumerable<object?> items) => WriteEntries('[', ']', items, WriteValue);

    private void WriteEntries<T>(char open, char close, IEnumerable<T> entries, Action<T> write)
    {
        if (++depth > PythonJson.MaxDepth)
        {
            throw new ValueError($"Circular reference detected: the value is nested deeper than {PythonJson.MaxDepth} levels.");
        }

        text.Append(open);
        var count = 0;
        foreach (var entry in entries)
        {
            if (count++ > 0)
            {
                text.Append(indent is null ? ", " : ",");
            }

            NewLine(depth);
            write(entry);
        }

        depth--;
        if (count > 0)
        {
            NewLine(depth);
        }

        text.Append(close);
    }

    private void NewLine(int level)
    {
        if (indent is { } width)
        {
            text.Append('\n').Append(' ', width * level);
        }
    }

    private void WriteString(string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                >= ' ' and <= '~' => text.Append(c),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        }

        text.Append('"');
    }
}
