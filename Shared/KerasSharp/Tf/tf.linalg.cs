using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// Products of matrices and tensors, norms.
public static partial class tf
{
    /// <summary>Source: <see href="https://www.tensorflow.org/api_docs/python/tf/linalg"/>.</summary>
    public static partial class linalg
    {
        /// <summary>The matrix product of the last two axes; axes before are batches, and broadcast.</summary>
        [KerasExport("tf.matmul"), TfFunction("linalg.matmul")]
        public static Tensor matmul(TensorLike a, TensorLike b, bool transpose_a = false, bool transpose_b = false, string? name = null)
        {
            if (Lambda.Takes(a, b))
            {
                return Lambda.Call("linalg.matmul", a, b, transpose_a, transpose_b, name);
            }

            var (x, y) = Lambda.Pair(a.Value, b.Value);
            return Products.MatMul(x, y, transpose_a, transpose_b);
        }

        /// <summary>The product of matrices (…, m, n) and vectors (…, n): (…, m).</summary>
        [TfFunction("linalg.matvec")]
        public static Tensor matvec(TensorLike a, TensorLike b, bool transpose_a = false, string? name = null)
            => Lambda.Takes(a, b) ? Lambda.Call("linalg.matvec", a, b, transpose_a, name)
                : ops.squeeze(matmul(a, ops.expand_dims(b.ToTensor(), -1), transpose_a), -1);

        /// <summary>A norm of vectors along the axes, of all elements if none is given.</summary>
        /// <param name="tensor">Floating point.</param>
        /// <param name="ord"><c>euclidean</c>, or 1, 2 or infinity as a number.</param>
        /// <param name="axis">The axes.</param>
        /// <param name="keepdims">Whether the axes stay, with length 1.</param>
        /// <param name="name">A name that configurations keep.</param>
        /// <exception cref="ValueError">The order is not supported.</exception>
        [KerasExport("tf.norm")]
        public static Tensor norm(TensorLike tensor, TensorLike ord = default, IntTuple axis = default, bool? keepdims = null, string? name = null)
            => compat.v1.norm(tensor, ord, axis, keepdims, name);

        /// <summary>The sum of products over axes of both.</summary>
        /// <param name="a">The first factor.</param>
        /// <param name="b">The second.</param>
        /// <param name="axes">The axes of each: <c>[[1], [0]]</c>; or a number n: the last n of a with the first n of b.</param>
        /// <param name="name">A name that configurations keep.</param>
        /// <exception cref="ValueError">The axes do not fit.</exception>
        [KerasExport("tf.tensordot"), TfFunction("tensordot")]
        public static Tensor tensordot(TensorLike a, TensorLike b, TensorLike axes, string? name = null)
            => Lambda.Takes(a, b) ? Lambda.Call("tensordot", a, b, axes, name) : Products.TensorDot(a.ToTensor(), b.ToTensor(), axes.Value);

        /// <summary>A sum of products by Einstein's notation: <c>tf.einsum("bij,bjk->bik", x, y)</c>; <c>...</c> stands for axes that broadcast.</summary>
        /// <exception cref="ValueError">The equation does not fit the tensors.</exception>
        [KerasExport("tf.einsum")]
        public static Tensor einsum(string equation, params Tensor[] inputs)
            => Lambda.Takes(inputs) ? Lambda.Call("einsum", equation, Nest.List<Tensor>(inputs)) : Einsum.Run(equation, inputs);
    }

    internal static class EinsumCall
    {
        [TfFunction("einsum")]
        internal static Tensor einsum(string equation, List<Tensor> inputs) => Einsum.Run(equation, [.. inputs]);
    }
}
