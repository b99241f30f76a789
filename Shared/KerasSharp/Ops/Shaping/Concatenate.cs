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
            /// <summary>Joins tensors along an axis; their other dimensions and their types are the same.</summary>
            /// <exception cref="ValueError">No tensor, or shapes that do not fit.</exception>
            /// <exception cref="TypeError">The types differ.</exception>
            public static Tensor concatenate(IReadOnlyList<Tensor> xs, int axis = -1) => SymbolicFunctions.Take(xs) ? SymbolicFunctions.Current.Call("concat", new Tensors(Nest.List<Tensor>(xs)), axis)
                : xs.Count > 0
                ? new Ops.Concatenate(Shapes.Axis(axis, xs[0].ndim)).apply([.. xs])
                : throw new ValueError("concatenate expects at least one tensor. Received: none.");

            /// <summary>Joins tensors of one shape along a new axis.</summary>
            /// <exception cref="ValueError">No tensor, or shapes that differ.</exception>
            public static Tensor stack(IReadOnlyList<Tensor> x, int axis = 0) => SymbolicFunctions.Take(x)
                ? SymbolicFunctions.Current.Call("stack", new Tensors(Nest.List<Tensor>(x)), axis) : concatenate([.. x.Select(one => expand_dims(one, axis))], axis);

            /// <summary>The parts of a tensor along an axis, of the given lengths.</summary>
            /// <exception cref="ValueError">The lengths do not add up.</exception>
            internal static Tensor[] Split(Tensor x, IReadOnlyList<int> lengths, int axis)
            {
                axis = Shapes.Axis(axis, x.ndim);
                if (x.dim(axis) >= 0 && lengths.Sum(n => (long)n) != x.dim(axis))
                {
                    throw new ValueError($"The parts ({string.Join(", ", lengths)}) do not add up to the length {x.dim(axis)} of axis {axis}.");
                }

                var parts = new Tensor[lengths.Count];
                for (int i = 0, offset = 0; i < parts.Length; offset += lengths[i], i++)
                {
                    var (start, shape) = (new int[x.ndim], (int[])x.DimsArray.Clone());
                    (start[axis], shape[axis]) = (offset, lengths[i]);
                    parts[i] = slice(x, start, shape);
                }

                return parts;
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>Tensors behind each other along one axis.</summary>
    internal sealed class Concatenate(int axis) : Operation
    {
        /// <inheritdoc/>
        public override string name => "ConcatV2";

        /// <inheritdoc/>
        public override Config attributes => new() { ["axis"] = axis };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            var dims = (int[])inputs[0].DimsArray.Clone();
            dims[axis] = 0;
            foreach (var x in inputs)
            {
                RequireSameDType(inputs[0], x);
                if (x.ndim != dims.Length && Array.Exists(inputs, t => t.IsSymbolic))
                {
                    throw new ValueError($"Shape must be rank {dims.Length} but is rank {x.ndim}");
                }

                for (var i = 0; i < dims.Length; i++)
                {
                    if (x.ndim != dims.Length || (i != axis && x.dim(i) >= 0 && dims[i] >= 0 && x.dim(i) != dims[i]))
                    {
                        throw new ValueError($"concatenate expects shapes that differ only along axis {axis}. Received: {string.Join(", ", inputs.Select(t => t.shape))}");
                    }

                    if (i != axis && dims[i] < 0)
                    {
                        dims[i] = x.dim(i);
                    }
                }

                dims[axis] = dims[axis] < 0 || x.dim(axis) < 0 ? -1 : CheckedGeometry.Dimension((long)dims[axis] + x.dim(axis), "the joined axis");
            }

            return new(inputs[0].dtype, dims);
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
        {
            var (start, step) = (new int[output.ndim], new int[output.ndim]);
            Array.Fill(step, 1);
            foreach (var x in inputs)
            {
                backend.SetSlice(x, start, step, output);
                start[axis] += x.dim(axis);
            }
        }

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
            => ops.Split(dy, Array.ConvertAll(inputs, x => x.dim(axis)), axis);
    }
}
