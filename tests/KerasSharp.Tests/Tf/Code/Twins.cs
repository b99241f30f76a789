using System.Reflection;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Tf.Code;

/// <summary>What a piece of Python in tf_indexing.json works on.</summary>
/// <param name="x">A tensor, or <c>keras.Input((3,), name="x")</c>.</param>
/// <param name="v">A variable.</param>
internal sealed record Operands(Tensor x, Variable v);

/// <summary>The C# twins of pieces of Python code, by the code itself; each gives the value, or throws.</summary>
internal static class Twins
{
    /// <summary>Twins of <c>code</c>: x is a tensor, v a variable of [1, 2].</summary>
    public static IReadOnlyDictionary<string, Func<Operands, object?>> OfValues { get; } = Union(TensorTwins.All, NumberTwins.All, VariableTwins.All, NumpyTwins.All);

    /// <summary>Twins of <c>symbolic_code</c>: x is an input.</summary>
    public static IReadOnlyDictionary<string, Func<Operands, object?>> OfSymbols => SymbolicTwins.All;

    /// <summary>What C# cannot say, and why not.</summary>
    public static IReadOnlyDictionary<string, string> Without { get; } = new Dictionary<string, string>
    {
        ["x += 'a'"] = "+ of anything and a text joins texts in C#",
        ["hash(x)"] = "every object has a hash code in C#",
        ["hash(v)"] = "every object has a hash code in C#",
        ["hash(x) is None"] = "every object has a hash code in C#",
        ["{x: 1}"] = "every object has a hash code in C#",
        ["tf.constant([1.0]).item()"] = "item() and size are the library's own",
        ["x.size"] = "item() and size are the library's own",
        ["x.get_shape()"] = "C# keeps the name get_shape for the property shape",
    };

    /// <summary>A member that a type does not have: a line with it does not compile.</summary>
    /// <exception cref="AttributeError">It has none, as expected.</exception>
    public static object? Lacks(Type type, string member) => type.GetMember(member, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length == 0
        ? throw new AttributeError($"'{type.Name}' object has no attribute '{member}'") : null;

    /// <summary>An indexer by position or a property that cannot be set: a line that does so does not compile.</summary>
    /// <exception cref="TypeError">It cannot be set, as expected.</exception>
    public static object? CannotSet(Type type, string property, params Type[] index)
        => type.GetProperty(property, index)!.CanWrite ? null : throw new TypeError($"'{type.Name}' object does not support item assignment");

    private static Dictionary<string, Func<Operands, object?>> Union(params IReadOnlyDictionary<string, Func<Operands, object?>>[] tables)
        => tables.SelectMany(table => table).ToDictionary();
}
