using System.Text;

namespace KerasSharp.Python;

/// <summary>
/// Python's <c>template.format(**values)</c>: <c>"m-{epoch:02d}-{val_loss:.2f}.h5"</c>. Fields are names, with <c>!r</c> or <c>!s</c> and a
/// format specification; <c>{{</c> and <c>}}</c> are braces.
/// Source: <see href="https://docs.python.org/3/library/string.html#format-string-syntax"/>.
/// </summary>
internal static class PythonTemplate
{
    /// <summary>The text with its fields filled in.</summary>
    /// <exception cref="KeyError">There is no value of a field's name; the message is the name in quotes, as Python prints it.</exception>
    /// <exception cref="IndexError">A field has a number or no name.</exception>
    /// <exception cref="ValueError">The braces do not match, or a specification does not fit its value.</exception>
    public static string Format(string template, Func<string, object?> value)
    {
        var text = new StringBuilder();
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
                    : template[(i + 1)..end], value));
                i = end;
            }
        }

        return text.ToString();
    }

    private static string Field(string field, Func<string, object?> value)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        var (name, spec) = colon < 0 ? (field, "") : (field[..colon], field[(colon + 1)..]);
        var mark = name.IndexOf('!', StringComparison.Ordinal);
        var conversion = mark < 0 ? "" : name[(mark + 1)..];
        name = mark < 0 ? name : name[..mark];
        if (name.Length == 0 || int.TryParse(name, out _))
        {
            throw new IndexError($"Replacement index {(name.Length == 0 ? "0" : name)} out of range for positional args tuple");
        }

        var content = value(name) ?? throw new KeyError(PythonFormat.Repr(name));
        return conversion switch
        {
            "" => PythonFormat.Format(content, spec),
            "s" => PythonFormat.Format(PythonFormat.Str(content), spec),
            "r" => PythonFormat.Format(PythonFormat.Repr(content), spec),
            _ => throw new ValueError($"Unknown conversion specifier {conversion}"),
        };
    }
}
