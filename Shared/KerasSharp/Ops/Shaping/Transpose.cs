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
            /// <summary>Reorders the axes: <c>y.shape[i] = x.shape[axes[i]]</c>; reverses them if none are given.</summary>
            /// <exception cref="ValueError">The axes are not a permutation.</exception>
            public static Tensor transpose(Tensor x, IntTuple axes = default)
            {
                if (SymbolicFunctions.Take(x))
                {
                    return SymbolicFunctions.Current.Call("compat.v1.transpose", x, axes, "transpose", false);
                }

                var permutation = axes.is_given ? axes.to_array() : [.. Enumerable.Range(0, x.ndim).Reverse()];
                for (var i = 0; i < permutation.Length; i++)
                {
                    permutation[i] = Shapes.Axis(permutation[i], x.ndim);
                }

                return permutation.Length == x.ndim && permutation.Distinct().Count() == x.ndim ? new Ops.Transpose(permutation).apply(x)
                    : throw new ValueError($"axes must be a permutation of the axes of shape {x.shape}. Received: axes={axes}");
            }

            /// <summary>Exchanges two axes.</summary>
            public static Tensor swapaxes(Tensor x, int axis1, int axis2)
            {
                int[] permutation = [.. Enumerable.Range(0, x.ndim)];
                (axis1, axis2) = (Shapes.Axis(axis1, x.ndim), Shapes.Axis(axis2, x.ndim));
                (permutation[axis1], permutation[axis2]) = (permutation[axis2], permutation[axis1]);
                return transpose(x, permutation);
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>Reorders the axes.</summary>
    internal sealed class Transpose(int[] permutation) : Operation
    {
        /// <inheritdoc/>
        public override string name => "transpose";

        /// <inheritdoc/>
        public override Config attributes => new() { ["perm"] = permutation };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
            => new(inputs[0].dtype, Array.ConvertAll(permutation, axis => inputs[0].dim(axis)));

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Transpose(inputs[0], permutation, output);

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        {
            var inverse = new int[permutation.Length];
            for (var i = 0; i < inverse.Length; i++)
            {
                inverse[permutation[i]] = i;
            }

            return [ops.transpose(dy, inverse)];
        }
    }
}
