using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>
        /// The matrix product of the last two axes: (…, m, k) · (…, k, n) → (…, m, n). A second factor of rank 2 serves every batch.
        /// </summary>
        /// <exception cref="ValueError">The inner dimensions differ, or a factor has rank below 2.</exception>
        public static Tensor matmul(Tensor x1, Tensor x2) => dense(x1, x2, null, FusedActivation.None);

        /// <summary>
        /// A matrix product, then a bias (n,) and an activation in one pass over memory: what a Dense layer is. The activation is applied
        /// while the product is still in the cache.
        /// </summary>
        internal static Tensor dense(Tensor x, Tensor kernel, Tensor? bias, FusedActivation activation)
        {
            RequireFloat(x, "matmul");
            RequireFloat(kernel, "matmul");
            if (x.ndim < 2 || kernel.ndim < 2 || x.dim(-1) != kernel.dim(-2) || (kernel.ndim > 2 && !Shapes.Same(x.Dims[..^2], kernel.Dims[..^2])))
            {
                throw new ValueError($"matmul expects shapes (..., m, k) and (k, n) or (..., k, n). Received: x1.shape={x.shape}, x2.shape={kernel.shape}");
            }

            var y = Tensor.Empty(DType.Float32, [.. x.Dims[..^1], kernel.dim(-1)]);
            Backend.Current.MatMul(x, kernel, false, false, bias, activation, y);
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, bias is null ? [x, kernel] : [x, kernel, bias], (dy, needs) =>
                {
                    dy = ThroughActivation(activation, y, dy);
                    return
                    [
                        needs[0] ? MatMul(dy, kernel, false, true, x.DimsArray) : null,
                        needs[1] ? KernelGradient(x, dy, kernel) : null,
                        needs.Length > 2 && needs[2] ? SumRows(dy) : null,
                    ];
                });
            }

            return y;
        }

        /// <summary>The gradient by what went into a fused activation.</summary>
        private static Tensor ThroughActivation(FusedActivation activation, Tensor y, Tensor dy)
        {
            if (activation == FusedActivation.None)
            {
                return dy;
            }

            var dx = Tensor.EmptyLike(y);
            Backend.Current.ActivationGradient(activation, y, dy, dx);
            return dx;
        }

        private static Tensor KernelGradient(Tensor x, Tensor dy, Tensor kernel) => kernel.ndim > 2
            ? MatMul(x, dy, true, false, kernel.DimsArray)
            : MatMul(x.Reshaped(CheckedGeometry.Rows(x.Dims), x.dim(-1)), dy.Reshaped(CheckedGeometry.Rows(dy.Dims), dy.dim(-1)), true, false, kernel.DimsArray);

        private static Tensor MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, int[] dims)
        {
            var y = Tensor.Empty(DType.Float32, dims);
            Backend.Current.MatMul(a, b, transposeA, transposeB, null, FusedActivation.None, y);
            return y;
        }

        /// <summary>The gradient of a bias: the sum over all axes but the last.</summary>
        private static Tensor SumRows(Tensor dy)
        {
            var y = Tensor.Empty(DType.Float32, dy.dim(-1));
            Backend.Current.SumRows(dy, y);
            return y;
        }
    }
}
