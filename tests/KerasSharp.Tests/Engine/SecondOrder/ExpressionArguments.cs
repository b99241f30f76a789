using System.Text.Json;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>The arguments of one call in an expression, by name.</summary>
internal sealed class ExpressionArguments(JsonElement args, Func<string, Tensor> inputs)
{
    /// <summary>A tensor, or a number as one.</summary>
    public Tensor this[string name] => Expression.Evaluate(args.GetProperty(name), inputs);

    /// <summary>Several tensors.</summary>
    public Tensor[] Several(string name) => [.. args.GetProperty(name).EnumerateArray().Select(e => Expression.Evaluate(e, inputs))];

    /// <summary>Axes; none given means the default.</summary>
    public IntTuple Axis(string name = "axis") => !args.TryGetProperty(name, out var e) || e.ValueKind == JsonValueKind.Null ? default
        : e.ValueKind == JsonValueKind.Number ? e.GetInt32() : Integers(name);

    /// <summary>A list of integers.</summary>
    public int[] Integers(string name) => Flat(args.GetProperty(name)).ToArray();

    /// <summary>An integer.</summary>
    public int Integer(string name, int otherwise) => args.TryGetProperty(name, out var e) ? e.GetInt32() : otherwise;

    /// <summary>A number.</summary>
    public double Number(string name, double otherwise = 0) => args.TryGetProperty(name, out var e) ? e.GetDouble() : otherwise;

    /// <summary>True or false; false if not given.</summary>
    public bool Flag(string name) => args.TryGetProperty(name, out var e) && e.GetBoolean();

    /// <summary>A word.</summary>
    public string Text(string name) => args.GetProperty(name).GetString()!;

    /// <summary>Two numbers for rows and columns, which may be one number, or four with the batch and the channels.</summary>
    public (int Rows, int Columns) Pair(string name)
    {
        var e = args.GetProperty(name);
        int[] numbers = e.ValueKind == JsonValueKind.Number ? [e.GetInt32(), e.GetInt32()] : Integers(name);
        return numbers.Length == 4 ? (numbers[1], numbers[2]) : (numbers[0], numbers[1]);
    }

    private static IEnumerable<int> Flat(JsonElement e) => e.ValueKind == JsonValueKind.Number ? [e.GetInt32()] : e.EnumerateArray().SelectMany(Flat);
}
