using KerasSharp.Engine;
using static KerasSharp.keras;
using static KerasSharp.Tests.Ops.OperationCases;

namespace KerasSharp.Tests.Ops;

/// <summary>Further functions of each element, and reductions: as <see cref="OperationCases"/>.</summary>
internal static class MathCases
{
    /// <summary>Operations with gradients.</summary>
    public static readonly Dictionary<string, Maker> Differentiable = new()
    {
        ["arccos"] = Unary(ops.arccos, -0.9, 0.9),
        ["arccosh"] = Unary(ops.arccosh, 1.2, 4),
        ["arcsin"] = Unary(ops.arcsin, -0.9, 0.9),
        ["arcsinh"] = Unary(ops.arcsinh),
        ["arctan"] = Unary(ops.arctan),
        ["arctan2"] = Binary(ops.arctan2),
        ["arctanh"] = Unary(ops.arctanh, -0.9, 0.9),
        ["ceil"] = Unary(ops.ceil, 1.1, 1.9),
        ["cosh"] = Unary(ops.cosh),
        ["cumsum"] = Shaped((x, random) => ops.cumsum(x, random % x.ndim, random % 2 == 0, random % 3 == 0)),
        ["log_softmax"] = Shaped((x, _) => ops.log_softmax(x)),
        ["logsumexp"] = Reduction((x, axis, keep) => ops.logsumexp(x, axis, keep)),

        // Divisors of 3.5 and more: the quotient is 0 or -1 for every x.
        ["mod"] = Binary((x, y) => ops.mod(x, y + 6)),
        ["relu6"] = Unary(x => ops.relu6(4 * x)),
        ["rsqrt"] = Unary(ops.rsqrt, 0.1, 4),
        ["sinh"] = Unary(ops.sinh),

        // Of one element alone the deviation is 0, where the root has no slope.
        ["std"] = Shaped((x, random) => ops.std(ops.concatenate([x, x + 1], 0), 0, random % 2 == 0)),
        ["tan"] = Unary(ops.tan, -1.2, 1.2),
        ["true_divide"] = Binary(ops.true_divide),
    };

    /// <summary>Operations of which only the values are compared.</summary>
    public static readonly Dictionary<string, Maker> Flat = new()
    {
        ["floor_divide"] = Binary((x, y) => ops.floor_divide(x, y + 6)),
        ["logical_and"] = Binary((x, y) => ops.logical_and(IsPositive(x), IsPositive(y))),
        ["logical_not"] = Shaped((x, _) => ops.logical_not(IsPositive(x))),
        ["logical_or"] = Binary((x, y) => ops.logical_or(IsPositive(x), IsPositive(y))),
        ["logical_xor"] = Binary((x, y) => ops.logical_xor(IsPositive(x), IsPositive(y))),
    };

    private static Tensor IsPositive(Tensor x) => ops.greater(x, Tensor.Scalar(0));
}
