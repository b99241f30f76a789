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
            /// <summary>The same elements in another shape; one dimension may be -1 and follows from the others. Nothing is copied.</summary>
            /// <exception cref="ValueError">The sizes do not fit.</exception>
            public static Tensor reshape(Tensor x, params int[] newshape)
                => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("reshape", x, newshape) : new Ops.Reshape(newshape).apply(x);

            /// <summary>One more axis of length 1.</summary>
            public static Tensor expand_dims(Tensor x, int axis)
            {
                if (SymbolicFunctions.Take(x))
                {
                    return SymbolicFunctions.Current.Call("expand_dims", x, axis);
                }

                axis = Shapes.Axis(axis, x.ndim + 1);
                return new Ops.Reshape([.. x.Dims[..axis], 1, .. x.Dims[axis..]], keepsUnknown: true).apply(x);
            }

            /// <summary>Without the axes, which have length 1; without all such axes if none is given.</summary>
            /// <exception cref="ValueError">An axis has another length.</exception>
            public static Tensor squeeze(Tensor x, IntTuple axis = default)
            {
                if (SymbolicFunctions.Take(x))
                {
                    return SymbolicFunctions.Current.Call("compat.v1.squeeze", x, axis, null);
                }

                var axes = axis.is_given ? Shapes.Axes(axis, x.ndim) : [.. Enumerable.Range(0, x.ndim).Where(i => x.dim(i) == 1)];
                foreach (var one in axes)
                {
                    if (x.dim(one) is not (1 or -1))
                    {
                        throw new ValueError($"Can not squeeze dim[{one}], expected a dimension of 1, got {x.dim(one)}");
                    }
                }

                return new Ops.Reshape(Shapes.Reduced(x.DimsArray, axes, keepdims: false), keepsUnknown: true).apply(x);
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The same memory under another shape.</summary>
    /// <param name="newshape">The shape; one -1 follows from the others.</param>
    /// <param name="keepsUnknown">Whether several -1 are unknown dimensions of a symbolic tensor that stay where they are.</param>
    internal sealed class Reshape(int[] newshape, bool keepsUnknown = false) : Operation
    {
        /// <inheritdoc/>
        public override string name => "reshape";

        /// <inheritdoc/>
        public override Config attributes => new() { ["shape"] = newshape };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            var x = inputs[0];
            return new(x.dtype, x.IsSymbolic ? Known(x) : Resolve(x));
        }

        /// <inheritdoc/>
        protected override Tensor compute(IBackend backend, Tensor[] inputs, OutputSpec spec) => inputs[0].View(spec.Dims);

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Copy(inputs[0], output);

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
            => [ops.reshape(dy, inputs[0].DimsArray)];

        private int[] Resolve(Tensor x)
        {
            var open = Array.IndexOf(newshape, -1);
            if (open < 0)
            {
                return Array.TrueForAll(newshape, d => d >= 0) && Shapes.Size(newshape) == x.size ? newshape : throw Mismatch(x);
            }

            var dims = (int[])newshape.Clone();
            dims[open] = 1;
            if (!Array.TrueForAll(dims, d => d >= 0))
            {
                throw Mismatch(x);
            }

            var rest = Shapes.Size(dims);
            dims[open] = rest == 0 ? 0 : x.size / rest;
            return Shapes.Size(dims) == x.size ? dims : throw Mismatch(x);
        }

        // Of a symbolic tensor -1 stays unknown, unless all that it follows from is known.
        private int[] Known(Tensor x)
        {
            var isKnown = !x.Dims.Contains(-1);
            if (keepsUnknown || !isKnown || newshape.Count(d => d < 0) > 1)
            {
                return newshape;
            }

            var (size, rest) = (Shapes.Size(x.Dims), Shapes.Size([.. newshape.Where(d => d >= 0)]));
            var dims = Array.ConvertAll(newshape, d => d >= 0 ? d : rest == 0 ? 0 : size / rest);
            return Shapes.Size(dims) == size ? dims : throw Mismatch(x);
        }

        private ValueError Mismatch(Tensor x)
            => new($"Cannot reshape a tensor with {(x.IsSymbolic ? Shapes.Size(x.Dims) : x.size)} elements and shape {x.shape} to shape {Shapes.Text(newshape)}");
    }
}
