using KerasSharp.Engine;

namespace KerasSharp;

/// <summary>Keras's <c>batch_dot</c>: products over one axis of each, for each element of the first axis.</summary>
internal static class BatchProducts
{
    /// <exception cref="ValueError">An axis is the batch's, or the lengths differ.</exception>
    public static Tensor Dot(Tensor x, Tensor y, IntTuple axes)
    {
        if (x.ndim < 2 || y.ndim < 2)
        {
            throw new ValueError($"Cannot do batch_dot on inputs with rank < 2. Received inputs with tf.shapes {x.shape} and {y.shape}.");
        }

        var pair = axes.is_given ? axes.to_array() : [x.ndim - 1, y.ndim == 2 ? y.ndim - 1 : y.ndim - 2];
        var (a, b) = (Shapes.Axis(pair[0], x.ndim), Shapes.Axis(pair[^1], y.ndim));
        if (a == 0 || b == 0)
        {
            throw new ValueError("Cannot perform batch_dot over axis 0. If your inputs are not batched, add a dummy batch dimension to your inputs using K.expand_dims(x, 0)");
        }

        if (!Shapes.Fit([x.dim(a)], [y.dim(b)]))
        {
            throw new ValueError($"Cannot do batch_dot on inputs with shapes {x.shape} and {y.shape} with axes={axes}. x.shape[{a}] != y.shape[{b}] ({x.dim(a)} != {y.dim(b)}).");
        }

        if (x.ndim > 3 || y.ndim > 3)
        {
            throw new NotImplementedError($"batch_dot takes tensors of rank 2 or 3. Received: shapes {x.shape} and {y.shape}");
        }

        // As matrices (batch, rows, inner) and (batch, inner, columns); what had rank 2 loses its axis again.
        var left = x.ndim == 2 ? tf.expand_dims(x, 1) : a == 2 ? x : tf.transpose(x, new[] { 0, 2, 1 });
        var right = y.ndim == 2 ? tf.expand_dims(y, 2) : b == 1 ? y : tf.transpose(y, new[] { 0, 2, 1 });
        var product = tf.linalg.matmul(left, right);
        return (x.ndim, y.ndim) switch
        {
            (2, 2) => tf.squeeze(product, 2),
            (2, _) => tf.squeeze(product, 1),
            (_, 2) => tf.squeeze(product, 2),
            _ => product,
        };
    }
}
