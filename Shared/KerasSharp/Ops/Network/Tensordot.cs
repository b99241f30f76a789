using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>Sums the products over the last <paramref name="axes"/> axes of x1 and the first ones of x2.</summary>
            /// <exception cref="ValueError">The axes do not fit.</exception>
            public static Tensor tensordot(Tensor x1, Tensor x2, int axes = 2)
            {
                if (SymbolicFunctions.Take(x1, x2))
                {
                    return SymbolicFunctions.Current.Call("tensordot", x1, x2, axes);
                }

                if (axes < 0 || axes > x1.ndim || axes > x2.ndim)
                {
                    throw new ValueError($"'axes' must not be larger than the number of dimensions of tensor {x1.shape} and of {x2.shape}. Received: {axes}");
                }

                return tensordot(x1, x2, [.. Enumerable.Range(x1.ndim - axes, axes)], [.. Enumerable.Range(0, axes)]);
            }

            /// <summary>Sums the products over pairs of axes: the result has the other axes of x1, then those of x2.</summary>
            /// <param name="x1">A tensor.</param>
            /// <param name="x2">A tensor of the same type.</param>
            /// <param name="axes1">Axes of x1.</param>
            /// <param name="axes2">As many axes of x2, of the same lengths.</param>
            /// <exception cref="ValueError">The axes do not fit.</exception>
            public static Tensor tensordot(Tensor x1, Tensor x2, int[] axes1, int[] axes2)
            {
                if (SymbolicFunctions.Take(x1, x2))
                {
                    return SymbolicFunctions.Current.Call("tensordot", x1, x2, new object?[] { axes1.Cast<object?>().ToArray(), axes2.Cast<object?>().ToArray() });
                }

                axes1 = Array.ConvertAll(axes1, axis => Shapes.Axis(axis, x1.ndim));
                axes2 = Array.ConvertAll(axes2, axis => Shapes.Axis(axis, x2.ndim));
                return axes1.Length == axes2.Length && axes1.Distinct().Count() == axes1.Length && axes2.Distinct().Count() == axes2.Length
                    ? new Ops.Tensordot(axes1, axes2).apply(x1, x2)
                    : throw new ValueError("Different number of contraction axes, or one twice: "
                        + $"({string.Join(", ", axes1)}) and ({string.Join(", ", axes2)}).");
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>Sums of products over pairs of axes, as one matrix product.</summary>
    internal sealed class Tensordot(int[] axes1, int[] axes2) : Composite
    {
        /// <inheritdoc/>
        public override string name => "tensordot";

        /// <inheritdoc/>
        public override Config attributes => new() { ["axes"] = new object?[] { axes1, axes2 } };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            var (a, b) = (inputs[0], inputs[1]);
            RequireFloat32(a);
            RequireFloat32(b);
            for (var i = 0; i < axes1.Length; i++)
            {
                var (left, right) = (a.dim(axes1[i]), b.dim(axes2[i]));
                if (left != right && left >= 0 && right >= 0)
                {
                    throw new ValueError($"Dimensions must be equal, but are {left} and {right} for '{name}' with shapes {a.shape}, {b.shape}.");
                }
            }

            return new(DType.Float32, [.. Others(a, axes1).Select(a.dim), .. Others(b, axes2).Select(b.dim)]);
        }

        /// <inheritdoc/>
        protected override Tensor compose(Tensor[] inputs)
        {
            var (a, b) = (inputs[0], inputs[1]);
            int[] rows = Others(a, axes1), columns = Others(b, axes2);
            int[] dims = [.. rows.Select(a.dim), .. columns.Select(b.dim)];
            var summed = Shapes.Size([.. axes1.Select(a.dim)]);
            var x = ops.reshape(ops.transpose(a, (int[])[.. rows, .. axes1]), Shapes.Size([.. rows.Select(a.dim)]), summed);
            var y = ops.reshape(ops.transpose(b, (int[])[.. axes2, .. columns]), summed, Shapes.Size([.. columns.Select(b.dim)]));
            return ops.reshape(ops.matmul(x, y), dims);
        }

        private static int[] Others(Tensor x, int[] axes) => [.. Enumerable.Range(0, x.ndim).Except(axes)];
    }
}
