using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>Norms of vectors: euclidean, of order 1, of any other order, the largest.</summary>
internal static class Norms
{
    /// <exception cref="ValueError">The order is none of these.</exception>
    public static Tensor Of(Tensor x, object order, IntTuple axis, bool keepdims)
    {
        if (order is string word && word != "euclidean")
        {
            throw new ValueError($"'ord' must be a supported vector norm: 'euclidean', or a number. Received: '{word}'");
        }

        if (axis.is_given && !axis.is_int && axis.as_span().Length == 2 && order is not string)
        {
            throw new NotImplementedError($"Norms of matrices are not supported, only that of order 'euclidean'. Received: ord={order}, axis={axis}");
        }

        var n = order is string ? 2 : Convert.ToDouble(order, null);
        return n switch
        {
            2 => ops.sqrt(ops.sum(ops.multiply(x, x), axis, keepdims)),
            1 => ops.sum(ops.abs(x), axis, keepdims),
            double.PositiveInfinity => ops.max(ops.abs(x), axis, keepdims),
            > 0 => ops.power(ops.sum(ops.power(ops.abs(x), Tensor.ScalarBeside(x, n)), axis, keepdims), Tensor.ScalarBeside(x, 1 / n)),
            _ => throw new ValueError($"'ord' must be a supported vector norm, got {n}"),
        };
    }
}
