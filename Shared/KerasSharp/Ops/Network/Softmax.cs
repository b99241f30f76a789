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
            /// <summary>exp(x) / sum(exp(x)) along an axis. The result remembers x, which crossentropies compute from.</summary>
            public static Tensor softmax(Tensor x, int axis = -1)
            {
                if (SymbolicFunctions.Take(x))
                {
                    return SymbolicFunctions.Current.Call("nn.softmax", x, axis == -1 ? null : axis);
                }

                axis = Shapes.Axis(axis, x.ndim);
                if (axis != x.ndim - 1)
                {
                    return swapaxes(softmax(swapaxes(x, axis, -1)), axis, -1);
                }

                var y = Ops.Softmax.Instance.apply(x);
                y.Logits = x;
                return y;
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>Softmax over the last axis.</summary>
    internal sealed class Softmax : Operation
    {
        public static readonly Softmax Instance = new();

        /// <inheritdoc/>
        public override string name => "Softmax";

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            RequireFloat32(inputs[0]);
            return new(DType.Float32, inputs[0].DimsArray);
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
        {
            if (output.size == 0)
            {
                return;
            }

            if (backend is ISoftmax fused)
            {
                fused.Softmax(inputs[0], output);
                return;
            }

            int[] last = [output.ndim - 1];
            var rows = Tensor.Empty(backend, DType.Float32, Shapes.Reduced(output.DimsArray, last, keepdims: true));
            backend.Reduce(ReduceOp.Max, inputs[0], last, rows);
            backend.Binary(BinaryOp.Subtract, inputs[0], rows, output);
            backend.Unary(UnaryOp.Exp, output, output);
            backend.Reduce(ReduceOp.Sum, output, last, rows);
            backend.Binary(BinaryOp.Divide, output, rows, output);
        }

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        {
            if (!GradientTape.IsRecording && output.size > 0 && output.Storage.Backend is ISoftmax fused)
            {
                var dx = Tensor.EmptyLike(output);
                fused.SoftmaxGradient(output, dy, dx);
                return [dx];
            }

            return [ops.multiply(ops.subtract(dy, ops.sum(ops.multiply(dy, output), -1, keepdims: true)), output)];
        }
    }
}
