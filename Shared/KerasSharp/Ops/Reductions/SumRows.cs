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
            /// <summary>Sums over the axes along which a shape was stretched: the gradient of broadcasting.</summary>
            internal static Tensor sum_to(Tensor x, int[] dims)
            {
                if (Shapes.Same(x.Dims, dims))
                {
                    return x;
                }

                if (dims.Length == 1 && x.ndim > 1 && dims[0] == x.dim(-1) && x.dtype == DType.Float32)
                {
                    return Ops.SumRows.Instance.apply(x);
                }

                var lead = x.ndim - dims.Length;
                var axes = new List<int>();
                for (var i = 0; i < x.ndim; i++)
                {
                    if (i < lead || (dims[i - lead] == 1 && x.dim(i) != 1))
                    {
                        axes.Add(i);
                    }
                }

                return reshape(sum(x, axes.ToArray()), dims);
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The sum over all axes but the last: the gradient of a bias.</summary>
    internal sealed class SumRows : Operation
    {
        public static readonly SumRows Instance = new();

        /// <inheritdoc/>
        public override string name => "sum_rows";

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            RequireFloat32(inputs[0]);
            return new(DType.Float32, [inputs[0].dim(-1)]);
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
        {
            if (backend is IRowSums rows)
            {
                rows.SumRows(inputs[0], output);
            }
            else
            {
                backend.Reduce(ReduceOp.Sum, inputs[0], [.. Enumerable.Range(0, inputs[0].ndim - 1)], output);
            }
        }

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
            => [ops.broadcast_to(dy, inputs[0].DimsArray)];
    }
}
