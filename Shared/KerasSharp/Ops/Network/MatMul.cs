using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>
            /// The matrix product of the last two axes: (…, m, k) · (…, k, n) → (…, m, n). Axes before are batches, and broadcast.
            /// </summary>
            /// <exception cref="ValueError">The inner dimensions differ, or a factor has rank below 2.</exception>
            public static Tensor matmul(Tensor x1, Tensor x2) => matmul(x1, x2, false, false);

            /// <summary>The matrix product of the last two axes, each factor transposed before where asked for.</summary>
            internal static Tensor matmul(Tensor x1, Tensor x2, bool transpose_a, bool transpose_b)
            {
                if (SymbolicFunctions.Take(x1, x2))
                {
                    return SymbolicFunctions.Current.Call("linalg.matmul", x1, x2, transpose_a, transpose_b);
                }

                if (x1.ndim >= 2 && x2.ndim >= 2 && (x2.ndim > 2 || transpose_a) && !Shapes.Same(x1.Dims[..^2], x2.Dims[..^2]))
                {
                    var batches = Shapes.Broadcast(x1.Dims[..^2].ToArray(), x2.Dims[..^2].ToArray(), "matmul");
                    x1 = broadcast_to(x1, [.. batches, .. x1.Dims[^2..]]);
                    x2 = broadcast_to(x2, [.. batches, .. x2.Dims[^2..]]);
                }

                return new Ops.MatMul(transpose_a, transpose_b).apply(x1, x2);
            }

            /// <summary>
            /// A matrix product, then a bias (n,) and an activation in one pass over memory: what a Dense layer is.
            /// </summary>
            internal static Tensor dense(Tensor x, Tensor kernel, Tensor? bias, FusedActivation activation)
            {
                var product = new Ops.MatMul(false, false, activation);
                return bias is null ? product.apply(x, kernel) : product.apply(x, kernel, bias);
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>A matrix product; the second factor may have rank 2 and serve every batch. Then a bias and an activation.</summary>
    internal sealed class MatMul(bool transposeA, bool transposeB, FusedActivation activation = FusedActivation.None) : Operation
    {
        /// <inheritdoc/>
        public override string name => "MatMul";

        /// <inheritdoc/>
        public override Config attributes => new() { ["transpose_a"] = transposeA, ["transpose_b"] = transposeB, ["activation"] = activation.ToString() };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            var (x, kernel) = (inputs[0], inputs[1]);
            RequireFloat32(x);
            RequireFloat32(kernel);
            if (x.ndim < 2 || kernel.ndim < 2 || !Fits(x.dim(transposeA ? -2 : -1), kernel.dim(transposeB ? -1 : -2))
                || (kernel.ndim > 2 && !Shapes.Fit(x.Dims[..^2], kernel.Dims[..^2])))
            {
                throw new ValueError($"matmul expects shapes (..., m, k) and (k, n) or (..., k, n). Received: x1.shape={x.shape}, x2.shape={kernel.shape}");
            }

            if (inputs.Length > 2)
            {
                RequireFloat32(inputs[2]);
            }

            return new(DType.Float32, [.. x.Dims[..^2], x.dim(transposeA ? -1 : -2), kernel.dim(transposeB ? -2 : -1)]);
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
        {
            var bias = inputs.Length > 2 ? inputs[2] : null;
            if (backend is IFusedMatMul fused)
            {
                fused.MatMul(inputs[0], inputs[1], transposeA, transposeB, bias, activation, output);
            }
            else
            {
                backend.MatMul(inputs[0], inputs[1], transposeA, transposeB, output);
                Activations.Apply(backend, bias, activation, output);
            }
        }

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        {
            var (a, b) = (inputs[0], inputs[1]);
            dy = Activations.Backward(activation, output, dy);
            var byA = needs[0] ? ByFirst(b, dy) : null;
            var byB = needs[1] ? BySecond(a, b, dy) : null;
            return inputs.Length == 2 ? [byA, byB] : [byA, byB, needs[2] ? ops.sum_to(dy, inputs[2].DimsArray) : null];
        }

        private Tensor ByFirst(Tensor b, Tensor dy) => transposeA ? ops.matmul(b, dy, transposeB, true) : ops.matmul(dy, b, false, !transposeB);

        private Tensor BySecond(Tensor a, Tensor b, Tensor dy)
        {
            if (b.ndim == 2 && a.ndim > 2 && !transposeA)
            {
                // One kernel for all batches: their rows are one matrix.
                (a, dy) = (ops.reshape(a, CheckedGeometry.Rows(a.Dims), a.dim(-1)), ops.reshape(dy, CheckedGeometry.Rows(dy.Dims), dy.dim(-1)));
            }

            return transposeB ? ops.matmul(dy, a, true, transposeA) : ops.matmul(a, dy, !transposeA, false);
        }

        private static bool Fits(int a, int b) => a == b || a < 0 || b < 0;
    }
}
