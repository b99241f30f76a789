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
            /// <summary>Surrounds a tensor with one value.</summary>
            /// <param name="x">Any type.</param>
            /// <param name="pad_width">How many elements go before and behind, for each axis.</param>
            /// <param name="constant_values">The value.</param>
            /// <exception cref="ValueError">There is not one pair per axis, or a number is negative.</exception>
            public static Tensor pad(Tensor x, int[,] pad_width, double constant_values = 0)
            {
                if (pad_width.GetLength(0) != x.ndim || pad_width.GetLength(1) != 2 || pad_width.Cast<int>().Any(n => n < 0))
                {
                    throw new ValueError($"pad_width has one pair of numbers >= 0 for each of the {x.ndim} axes. Received: shape ({pad_width.GetLength(0)}, {pad_width.GetLength(1)})");
                }

                if (SymbolicFunctions.Take(x))
                {
                    return SymbolicFunctions.Current.Call("compat.v1.pad", x, Constants.ToLists(pad_width), "CONSTANT", null, constant_values);
                }

                var (start, step, dims) = (new int[x.ndim], new int[x.ndim], new int[x.ndim]);
                for (var i = 0; i < x.ndim; i++)
                {
                    (start[i], step[i]) = (pad_width[i, 0], 1);
                    dims[i] = x.dim(i) < 0 ? -1 : CheckedGeometry.Dimension((long)x.dim(i) + pad_width[i, 0] + pad_width[i, 1], "the padded axis");
                }

                return new Ops.Embed(start, step, dims, constant_values).apply(x);
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>Writes a tensor at equal distances into a larger one that holds one value elsewhere: padding, and the gradient of a slice.</summary>
    internal sealed class Embed(int[] start, int[] step, int[] dims, double value) : Operation
    {
        /// <inheritdoc/>
        public override string name => "embed";

        /// <inheritdoc/>
        public override Config attributes => new() { ["begin"] = start, ["strides"] = step, ["shape"] = dims, ["value"] = value };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs) => new(inputs[0].dtype, dims);

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
        {
            backend.Fill(output, value);
            backend.SetSlice(inputs[0], start, step, output);
        }

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
            => [ops.strided_slice(dy, start, step, inputs[0].DimsArray)];
    }
}
