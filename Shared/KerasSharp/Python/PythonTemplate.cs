using System.Text;

namespace KerasSharp.Python;

/// <summary>
/// Python's <c>template.format(*positional, **values)</c>: <c>"m-{epoch:02d}-{val_loss:.2f}.h5"</c>, <c>"{:.2f}"</c>. Fields are names, numbers or
/// empty, with <c>!r</c> or <c>!s</c> and a format specification; <c>{{</c> and <c>}}</c> are braces.
/// Source: <see href="https://docs.python.org/3/library/string.html#format-string-syntax"/>.
/// </summary>
internal static class PythonTemplate
{
    /// <summary>The text with its fields filled in.</summary>
    /// <exception cref="KeyError">There is no value of a field's name; the message is the name in quotes, as Python prints it.</exception>
    /// <exception cref="IndexError">A field has a number or no name.</exception>
    /// <exception cref="ValueError">The braces do not match, or a specification does not fit its value.</exception>
    public static string Format(string template, Func<string, object?> value, params IReadOnlyList<object?> positional)
    {
        var text = new StringBuilder();
        var next = 0;
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is not ('{' or '}'))
            {
                text.Append(c);
            }
            else if (i + 1 < template.Length && template[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else if (c == '}')
            {
                throw new ValueError("Single '}' encountered in format string");
            }
            else
            {
                var end = template.IndexOf('}', i);
                text.Append(Field(end < 0 ? throw new ValueError(i + 1 < template.Length ? "expected '}' before end of string" : "Single '{' encountered in format string")
                    : template[(i + 1)..end], Content));
                i = end;
            }
        }

        return text.ToString();

        object? Content(string name)
        {
            var isNumber = int.TryParse(name, out var index);
            if (name.Length > 0 && !isNumber)
            {
                return value(name) ?? throw new KeyError(PythonFormat.Repr(name));
            }

            index = isNumber ? index : next++;
            return index < positional.Count ? positional[index] : throw new IndexError($"Replacement index {index} out of range for positional args tuple");
        }
    }

    private static string Field(string field, Func<string, object?> value)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        var (name, spec) = colon < 0 ? (field, "") : (field[..colon], field[(colon + 1)..]);
        var mark = name.IndexOf('!', StringComparison.Ordinal);
        var conversion = mark < 0 ? "" : name[(mark + 1)..];
        var content = value(mark < 0 ? name : name[..mark]);
        return conversion switch
        {
            "" => PythonFormat.Format(content, spec),
            "s" => PythonFormat.Format(PythonFormat.Str(content), spec),
            "r" => PythonFormat.Format(PythonFormat.Repr(content), spec),
            _ => throw new ValueError($"Unknown conversion specifier {conversion}"),
        };
    }
}
