using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>
        /// Cross-entropy between target probabilities and sigmoid(logits), element by element, both of one shape. As
        /// <c>max(x, 0) - x · t + log(1 + exp(-|x|))</c> nothing overflows, and the gradient is <c>sigmoid(x) - t</c> everywhere.
        /// </summary>
        internal static Tensor sigmoid_cross_entropy(Tensor target, Tensor logits)
        {
            RequireFloat(target, "sigmoid_cross_entropy");
            RequireFloat(logits, "sigmoid_cross_entropy");
            Tensor distance = Tensor.EmptyLike(logits), rest = Tensor.EmptyLike(logits), y = Tensor.EmptyLike(logits);
            var backend = Backend.Current;
            backend.Unary(UnaryOp.Abs, logits, distance);
            backend.Unary(UnaryOp.Negative, distance, distance);
            backend.Unary(UnaryOp.Softplus, distance, rest);
            backend.Unary(UnaryOp.Relu, logits, y);
            backend.Binary(BinaryOp.Add, y, rest, y);
            backend.Binary(BinaryOp.Multiply, logits, target, rest);
            backend.Binary(BinaryOp.Subtract, y, rest, y);
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, [logits], (dy, _) =>
                {
                    var dx = Tensor.EmptyLike(logits);
                    Backend.Current.Unary(UnaryOp.Sigmoid, logits, dx);
                    return [multiply(dy, subtract(dx, target))];
                });
            }

            return y;
        }
    }
}
