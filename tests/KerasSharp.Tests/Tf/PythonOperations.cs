using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Tests.Tf;

/// <summary>Python's operators: those that C# has are C#'s own; the others are the functions that Python calls for them.</summary>
internal static class PythonOperations
{
    /// <summary>A unary operator.</summary>
    public static object? Apply(string operation, object? x) => (operation, x) switch
    {
        ("-", int number) => -number,
        ("-", double number) => -number,
        ("-", Tensor tensor) => -tensor,
        ("-", Variable variable) => -variable,
        ("~", Tensor tensor) => ~tensor,
        ("~", Variable variable) => ~variable,
        ("not", Tensor tensor) => !tensor,
        ("not", Variable variable) => !variable,
        ("bool", Tensor tensor) => (bool)tensor,
        ("bool", Variable variable) => (bool)variable,
        // Tensors have no + of their own and cannot be rounded so: Python refuses both when the line runs, C# when it is compiled.
        ("+", Tensor or Variable) => +(dynamic)x,
        ("round", Tensor or Variable) => Math.Round((dynamic)x),
        ("abs", _) => tf.abs(new TensorLike(x)),
        _ => throw new NotSupportedException($"No operator {operation} of {x}"),
    };

    /// <summary>A binary operator.</summary>
    public static object? Apply(string operation, object? x, object? y)
    {
        if (operation is "+" && (x, y) is (object?[] a, object?[] b))
        {
            return a.Concat(b).ToArray();
        }

        (x, y) = (Beside(x, y), Beside(y, x));
        return operation switch
        {
            "+" => (dynamic?)x + (dynamic?)y,
            "-" => (dynamic?)x - (dynamic?)y,
            "*" => (dynamic?)x * (dynamic?)y,
            "/" => (dynamic?)x / (dynamic?)y,
            "%" => (dynamic?)x % (dynamic?)y,
            "<" => (dynamic?)x < (dynamic?)y,
            "<=" => (dynamic?)x <= (dynamic?)y,
            ">" => (dynamic?)x > (dynamic?)y,
            ">=" => (dynamic?)x >= (dynamic?)y,
            "&" => (dynamic?)x & (dynamic?)y,
            "|" => (dynamic?)x | (dynamic?)y,
            "^" => (dynamic?)x ^ (dynamic?)y,
            "//" => Python("compat.v1.floor_div", tf.Operators.floor_div, x, y),
            "**" => Python("math.pow", tf.Operators.power, x, y),
            "==" => Python("__operators__.eq", tf.Operators.eq, x, y),
            "!=" => Python("__operators__.ne", tf.Operators.ne, x, y),
            "@" => tf.matmul(new TensorLike(x), new TensorLike(y)),
            _ => throw new NotSupportedException($"No operator {operation}"),
        };
    }

    private static Tensor Python(string function, Func<object, object, string?, Tensor> operation, object? x, object? y)
        => Lambda.Takes(x, y) ? SymbolicFunctions.Current.Operator(function, x!, y!) : operation(x!, y!, null);

    // Arrays, lists and bools beside a tensor: C# has no operators for them, but the tensor of them; it takes the type of the one beside.
    private static object? Beside(object? value, object? other) => value is NDArray or object?[] or bool or null
        ? TensorLike.Of(value, (other as Tensor)?.dtype ?? (other as Variable)?.dtype) : value;
}
