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
            /// <summary>A box: from <paramref name="start_indices"/>, of the given shape, in which -1 takes all that follows.</summary>
            /// <exception cref="ValueError">The box leaves the tensor.</exception>
            public static Tensor slice(Tensor x, int[] start_indices, int[] shape)
            {
                var inside = start_indices.Length == x.ndim && shape.Length == x.ndim;
                var lengths = (int[])shape.Clone();
                for (var i = 0; inside && i < x.ndim; i++)
                {
                    lengths[i] = shape[i] == -1 && x.dim(i) >= 0 ? x.dim(i) - start_indices[i] : shape[i];
                    inside = x.IsSymbolic && (x.dim(i) < 0 || lengths[i] < 0) ? start_indices[i] >= 0 : CheckedGeometry.IsInside(start_indices[i], lengths[i], x.dim(i));
                }

                return !inside ? throw Outside() : SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("slice", x, start_indices, shape) : strided_slice(x, start_indices, [.. Enumerable.Repeat(1, x.ndim)], lengths);

                ValueError Outside() => new($"The slice that starts at {Shapes.Text(start_indices)} with shape {Shapes.Text(shape)} is not inside a tensor of shape {x.shape}.");
            }

            /// <summary>Every <paramref name="step"/>-th element from <paramref name="start"/> on; all indices are inside the tensor.</summary>
            internal static Tensor strided_slice(Tensor x, int[] start, int[] step, int[] shape) => new Ops.Slice(start, step, shape).apply(x);

            /// <summary>The elements along some axes in reverse order.</summary>
            public static Tensor flip(Tensor x, IntTuple axis = default)
            {
                if (SymbolicFunctions.Take(x))
                {
                    return SymbolicFunctions.Current.Call("reverse", x, (IntTuple)Shapes.Axes(axis, x.ndim), null);
                }

                var (start, step) = (new int[x.ndim], new int[x.ndim]);
                Array.Fill(step, 1);
                foreach (var one in Shapes.Axes(axis, x.ndim))
                {
                    (start[one], step[one]) = (Math.Max(0, x.dim(one) - 1), -1);
                }

                return strided_slice(x, start, step, x.DimsArray);
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>Elements at equal distances along each axis.</summary>
    internal sealed class Slice(int[] start, int[] step, int[] shape) : Operation
    {
        /// <inheritdoc/>
        public override string name => "slice";

        /// <inheritdoc/>
        public override Config attributes => new() { ["begin"] = start, ["strides"] = step, ["size"] = shape };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            var x = inputs[0];
            var isInside = start.Length == x.ndim && step.Length == x.ndim && shape.Length == x.ndim;
            for (var i = 0; isInside && i < shape.Length; i++)
            {
                var last = start[i] + ((shape[i] - 1L) * step[i]);
                isInside = x.dim(i) < 0 || shape[i] == 0
                    || (shape[i] > 0 && step[i] != 0 && start[i] >= 0 && start[i] < x.dim(i) && last >= 0 && last < x.dim(i));
            }

            return isInside ? new(x.dtype, shape)
                : throw new ValueError($"The slice from ({string.Join(", ", start)}) by ({string.Join(", ", step)}) of shape ({string.Join(", ", shape)}) is not inside a tensor of shape {x.shape}.");
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Slice(inputs[0], start, step, output);

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
            => [new Embed(start, step, inputs[0].DimsArray, 0).apply(dy)];
    }
}
