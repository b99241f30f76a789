using System.Globalization;
using System.Text.RegularExpressions;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Tf;

/// <summary>
/// Evaluates an expression of Python over the library's functions, found by their Python names: what golden files hold as text
/// (<c>tf.reduce_sum(m, axis=[1, 2])</c>, <c>x[:, 1:] * 2.0</c>).
/// </summary>
internal sealed partial class PythonExpression
{
    private static readonly string[][] Levels = [["==", "!=", "<=", ">=", "<", ">"], ["|"], ["^"], ["&"], ["+", "-"], ["*", "//", "/", "%", "@"]];

    private readonly string[] tokens;
    private readonly IReadOnlyDictionary<string, object?> variables;
    private int next;

    private PythonExpression(string text, IReadOnlyDictionary<string, object?> variables)
        => (tokens, this.variables) = ([.. Token().Matches(text).Select(m => m.Value), ""], variables);

    /// <summary>The value: a tensor, a number, a text, a list (<c>object?[]</c>) or a dictionary.</summary>
    public static object? Evaluate(string text, IReadOnlyDictionary<string, object?> variables)
    {
        var expression = new PythonExpression(text, variables);
        var value = expression.Value();
        return expression.next == expression.tokens.Length - 1 ? value : throw new FormatException($"'{expression.tokens[expression.next]}' is not expected in {text}");
    }

    [GeneratedRegex("""'[^']*'|\d+\.\d*(e-?\d+)?|\d+(e-?\d+)?|[A-Za-z_]\w*|\*\*|//|==|!=|<=|>=|\.\.\.|[-+*/%@<>&|^~()\[\]{}:,.=]""")]
    private static partial Regex Token();

    private object? Value() => PythonCalls.Plain(Binary(0));

    private object? Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (Levels[level].Contains(tokens[next]))
        {
            var operation = tokens[next++];
            left = PythonOperations.Apply(operation, PythonCalls.Plain(left), PythonCalls.Plain(Binary(level + 1)));
        }

        return left;
    }

    private object? Unary()
    {
        if (tokens[next] is "-" or "~")
        {
            return PythonOperations.Apply(tokens[next++], PythonCalls.Plain(Unary()));
        }

        var value = Postfix();
        if (tokens[next] != "**")
        {
            return value;
        }

        next++;
        return PythonOperations.Apply("**", PythonCalls.Plain(value), PythonCalls.Plain(Unary()));
    }

    private object? Postfix()
    {
        var value = Atom();
        while (true)
        {
            switch (tokens[next])
            {
                case ".":
                    next++;
                    value = PythonCalls.Member(value, tokens[next++]);
                    break;
                case "(":
                    next++;
                    value = Call(value);
                    break;
                case "[":
                    next++;
                    value = ((Tensor)value!)[Index()];
                    break;
                default:
                    return value;
            }
        }
    }

    private object? Atom()
    {
        var token = tokens[next++];
        return token switch
        {
            "(" => Items(")") is { Length: 1 } one && tokens[next - 2] != "," ? one[0] : Last,
            "[" => Items("]"),
            "{" => Dictionary(),
            "True" => true,
            "False" => false,
            "None" => null,
            ['\'', ..] => token[1..^1],
            [>= '0' and <= '9', ..] => token.Contains('.') || token.Contains('e') ? double.Parse(token, CultureInfo.InvariantCulture) : (object)int.Parse(token, CultureInfo.InvariantCulture),
            _ => variables.TryGetValue(token, out var value) ? value : new PythonPath(token),
        };
    }

    private object?[] Last { get; set; } = [];

    private object?[] Items(string end)
    {
        var items = new List<object?>();
        while (tokens[next] != end)
        {
            items.Add(Value());
            Skip(",", end);
        }

        next++;
        return Last = [.. items];
    }

    private Dictionary<string, object?> Dictionary()
    {
        var entries = new Dictionary<string, object?>();
        while (tokens[next] != "}")
        {
            var key = (string)Atom()!;
            Skip(":", "");
            entries.Add(key, Value());
            Skip(",", "}");
        }

        next++;
        return entries;
    }

    private object? Call(object? function)
    {
        var (positional, named) = (new List<object?>(), new Dictionary<string, object?>());
        while (tokens[next] != ")")
        {
            if (tokens[next + 1] == "=")
            {
                var name = tokens[next];
                next += 2;
                named.Add(name, Value());
            }
            else
            {
                positional.Add(Value());
            }

            Skip(",", ")");
        }

        next++;
        return PythonCalls.Call(function, positional, named);
    }

    private TensorIndex[] Index()
    {
        var items = new List<TensorIndex>();
        while (tokens[next] != "]")
        {
            items.Add(IndexItem());
            Skip(",", "]");
        }

        next++;
        return [.. items];
    }

    private TensorIndex IndexItem()
    {
        if (tokens[next] == "...")
        {
            next++;
            return TensorIndex.Ellipsis;
        }

        var bounds = new List<object?> { Bound() };
        while (tokens[next] == ":")
        {
            next++;
            bounds.Add(Bound());
        }

        return bounds.Count == 1 ? TensorIndex.Item(bounds[0]) : TensorIndex.Slice(bounds[0], bounds[1], bounds.ElementAtOrDefault(2));

        object? Bound() => tokens[next] is ":" or "," or "]" ? null : Value();
    }

    private void Skip(string separator, string end)
    {
        if (tokens[next] == separator)
        {
            next++;
        }
        else if (tokens[next] != end)
        {
            throw new FormatException($"'{separator}' is expected, not '{tokens[next]}'");
        }
    }
}
