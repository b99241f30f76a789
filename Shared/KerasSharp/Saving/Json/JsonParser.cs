using System.Globalization;
using System.Text;

namespace KerasSharp.Saving.Json;

/// <summary>The reading half of <see cref="PythonJson"/>: one look at each character, with Python's messages.</summary>
internal sealed class JsonParser
{
    private readonly string text;
    private int at;
    private int depth;

    public JsonParser(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > PythonJson.MaxLength)
        {
            throw new ValueError($"The JSON text has {text.Length} characters; at most {PythonJson.MaxLength} are read.");
        }

        this.text = text;
    }

    public object? Parse()
    {
        if (text.StartsWith('\uFEFF'))
        {
            throw new JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", text, 0);
        }

        var value = ReadValue();
        SkipBlanks();
        return at == text.Length ? value : throw Error("Extra data", at);
    }

    private object? ReadValue()
    {
        SkipBlanks();
        return Peek() switch
        {
            '{' => Nested(ReadObject),
            '[' => Nested(ReadArray),
            '"' => ReadString(),
            _ when TryWord("null") => null,
            _ when TryWord("true") => true,
            _ when TryWord("false") => false,
            _ when TryWord("NaN") => double.NaN,
            _ when TryWord("Infinity") => double.PositiveInfinity,
            _ when TryWord("-Infinity") => double.NegativeInfinity,
            _ => ReadNumber(),
        };
    }

    // A stack overflow cannot be caught, so the depth is counted.
    private T Nested<T>(Func<T> read)
    {
        if (++depth > PythonJson.MaxDepth)
        {
            throw new ValueError($"The JSON text is nested deeper than {PythonJson.MaxDepth} levels, which no model is.");
        }

        at++;
        var value = read();
        depth--;
        return value;
    }

    private Config ReadObject()
    {
        var members = new Config();
        SkipBlanks();
        if (TryTake('}'))
        {
            return members;
        }

        while (true)
        {
            SkipBlanks();
            if (Peek() != '"')
            {
                throw Error("Expecting property name enclosed in double quotes", at);
            }

            var name = ReadString();
            SkipBlanks();
            if (!TryTake(':'))
            {
                throw Error("Expecting ':' delimiter", at);
            }

            members[name] = ReadValue();
            SkipBlanks();
            if (TryTake('}'))
            {
                return members;
            }

            if (!TryTake(','))
            {
                throw Error("Expecting ',' delimiter", at);
            }
        }
    }

    private List<object?> ReadArray()
    {
        var items = new List<object?>();
        SkipBlanks();
        if (TryTake(']'))
        {
            return items;
        }

        while (true)
        {
            items.Add(ReadValue());
            SkipBlanks();
            if (TryTake(']'))
            {
                return items;
            }

            if (!TryTake(','))
            {
                throw Error("Expecting ',' delimiter", at);
            }
        }
    }

    private string ReadString()
    {
        var start = at++;
        var value = new StringBuilder();
        while (true)
        {
            switch (Peek())
            {
                case '\0' when at >= text.Length:
                    throw Error("Unterminated string starting at", start);
                case '"':
                    at++;
                    return value.ToString();
                case '\\':
                    value.Append(ReadEscape(start));
                    break;
                case < ' ':
                    throw Error("Invalid control character at", at);
                default:
                    value.Append(text[at++]);
                    break;
            }
        }
    }

    private char ReadEscape(int start)
    {
        var backslash = at++;
        if (at >= text.Length)
        {
            throw Error("Unterminated string starting at", start);
        }

        switch (text[at++])
        {
            case '"': return '"';
            case '\\': return '\\';
            case '/': return '/';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u': return ReadCodeUnit();
            default: throw Error("Invalid \\escape", backslash);
        }
    }

    private char ReadCodeUnit()
    {
        if (at + 4 > text.Length || !ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            throw Error("Invalid \\uXXXX escape", at);
        }

        at += 4;
        return (char)unit;
    }

    private object ReadNumber()
    {
        var start = at;
        TryTake('-');
        if (!TryTake('0') && !SkipDigits())
        {
            throw Error("Expecting value", start);
        }

        // As in Python, what only begins like a fraction or an exponent ("1.", "1e") ends the number before it.
        var isFloat = TrySkip(() => TryTake('.') && SkipDigits());
        isFloat |= TrySkip(() => (TryTake('e') || TryTake('E')) && ((TryTake('-') || TryTake('+')) | true) && SkipDigits());
        var number = text.AsSpan(start, at - start);
        if (isFloat)
        {
            return double.Parse(number, CultureInfo.InvariantCulture);
        }

        return long.TryParse(number, CultureInfo.InvariantCulture, out var whole) ? whole : throw Error("Integer beyond 64 bits", start);
    }

    private bool TrySkip(Func<bool> skip)
    {
        var before = at;
        if (skip())
        {
            return true;
        }

        at = before;
        return false;
    }

    private bool SkipDigits()
    {
        var before = at;
        while (char.IsAsciiDigit(Peek()))
        {
            at++;
        }

        return at > before;
    }

    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }
    }

    private char Peek() => at < text.Length ? text[at] : '\0';

    private bool TryTake(char c)
    {
        if (at >= text.Length || text[at] != c)
        {
            return false;
        }

        at++;
        return true;
    }

    private bool TryWord(string word)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
        {
            return false;
        }

        at += word.Length;
        return true;
    }

    private JSONDecodeError Error(string message, int position) => new(message, text, position);
}
