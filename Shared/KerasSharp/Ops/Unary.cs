using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>
    /// The operations that layers, losses and optimizers are written in, with the names of Keras 3's <c>keras.ops</c>. Each checks shapes,
    /// makes its output and lets a kernel fill it; where a tape records, its gradient stands beside it.
    /// Source: <see href="https://keras.io/api/ops/"/>.
    /// </summary>
    public static partial class ops
    {
        /// <summary>|x| of each element.</summary>
        public static Tensor abs(Tensor x) => Unary(UnaryOp.Abs, x);

        /// <summary>-x of each element.</summary>
        public static Tensor negative(Tensor x) => Unary(UnaryOp.Negative, x);

        /// <summary>-1, 0 or 1; its gradient is 0.</summary>
        public static Tensor sign(Tensor x) => Unary(UnaryOp.Sign, x);

        /// <summary>x² of each element.</summary>
        public static Tensor square(Tensor x) => Unary(UnaryOp.Square, x);

        /// <summary>The square root of each element.</summary>
        public static Tensor sqrt(Tensor x) => Unary(UnaryOp.Sqrt, x);

        /// <summary>e to the power of each element.</summary>
        public static Tensor exp(Tensor x) => Unary(UnaryOp.Exp, x);

        /// <summary>exp(x) - 1, accurate near 0.</summary>
        public static Tensor expm1(Tensor x) => Unary(UnaryOp.Expm1, x);

        /// <summary>The natural logarithm of each element.</summary>
        public static Tensor log(Tensor x) => Unary(UnaryOp.Log, x);

        /// <summary>log(1 + x), accurate near 0.</summary>
        public static Tensor log1p(Tensor x) => Unary(UnaryOp.Log1p, x);

        /// <summary>The sine of each element, in radians.</summary>
        public static Tensor sin(Tensor x) => Unary(UnaryOp.Sin, x);

        /// <summary>The cosine of each element, in radians.</summary>
        public static Tensor cos(Tensor x) => Unary(UnaryOp.Cos, x);

        /// <summary>The largest integer not above each element; its gradient is 0.</summary>
        public static Tensor floor(Tensor x) => Unary(UnaryOp.Floor, x);

        /// <summary>The nearest integer, halves to even; its gradient is 0.</summary>
        public static Tensor round(Tensor x) => Unary(UnaryOp.Round, x);

        /// <summary>1 / x of each element.</summary>
        public static Tensor reciprocal(Tensor x) => Unary(UnaryOp.Reciprocal, x);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public static Tensor tanh(Tensor x) => Unary(UnaryOp.Tanh, x);

        /// <summary>1 / (1 + exp(-x)) of each element. The result remembers x, which crossentropies compute from.</summary>
        public static Tensor sigmoid(Tensor x)
        {
            var y = Unary(UnaryOp.Sigmoid, x);
            y.Logits = x;
            return y;
        }

        /// <summary>log(1 + exp(x)) of each element.</summary>
        public static Tensor softplus(Tensor x) => Unary(UnaryOp.Softplus, x);

        /// <summary>x / (1 + |x|) of each element.</summary>
        public static Tensor softsign(Tensor x) => Unary(UnaryOp.Softsign, x);

        /// <summary>The error function of each element.</summary>
        public static Tensor erf(Tensor x) => Unary(UnaryOp.Erf, x);

        /// <summary>max(x, 0) of each element.</summary>
        public static Tensor relu(Tensor x) => Unary(UnaryOp.Relu, x);

        /// <summary>x where positive, else negative_slope · x.</summary>
        public static Tensor leaky_relu(Tensor x, double negative_slope = 0.2) => Unary(UnaryOp.LeakyRelu, x, (float)negative_slope);

        /// <summary>x where positive, else alpha · (exp(x) - 1).</summary>
        public static Tensor elu(Tensor x, double alpha = 1.0) => Unary(UnaryOp.Elu, x, (float)alpha);

        /// <summary>x · sigmoid(x) of each element (swish).</summary>
        public static Tensor silu(Tensor x) => Unary(UnaryOp.Silu, x);

        private static Tensor Unary(UnaryOp op, Tensor x, float alpha = 0)
        {
            RequireFloat(x, op.ToString());
            var y = Tensor.EmptyLike(x);
            Backend.Current.Unary(op, x, y, alpha);
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, [x], (dy, _) =>
                {
                    var dx = Tensor.EmptyLike(x);
                    ((IActivationGradients)Backend.Current).UnaryGradient(op, x, y, dy, dx, alpha);
                    return [dx];
                });
            }

            return y;
        }

        private static void RequireFloat(Tensor x, string operation)
        {
            if (x.dtype != DType.Float32)
            {
                throw new TypeError($"{operation} computes with float32. Received: a tensor of dtype {x.dtype.Name()}. Use ops.cast first.");
            }
        }
    }
}
