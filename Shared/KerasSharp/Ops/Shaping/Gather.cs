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
            /// <summary>Picks along an axis by index: the shape is <c>x.shape[..axis] + indices.shape + x.shape[axis + 1..]</c>.</summary>
            /// <param name="x">Any type.</param>
            /// <param name="indices">int32 or int64, in [0, length).</param>
            /// <param name="axis">The axis.</param>
            /// <exception cref="ValueError">An index is outside.</exception>
            public static Tensor take(Tensor x, Tensor indices, int axis = 0) => SymbolicFunctions.Take(x, indices)
                ? SymbolicFunctions.Current.Call("compat.v1.gather", x, indices, null, null, axis, 0) : new Ops.Gather(Shapes.Axis(axis, x.ndim)).apply(x, indices);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>Picks along one axis by index.</summary>
    internal sealed class Gather(int axis) : Operation
    {
        /// <inheritdoc/>
        public override string name => "gather";

        /// <inheritdoc/>
        public override Config attributes => new() { ["axis"] = axis };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            var (x, indices) = (inputs[0], inputs[1]);
            return indices.dtype is DType.Int32 or DType.Int64 ? new(x.dtype, [.. x.Dims[..axis], .. indices.Dims, .. x.Dims[(axis + 1)..]])
                : throw new TypeError($"Value passed to parameter 'indices' has DataType {indices.dtype.Name()} not in list of allowed values: int32, int64");
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Gather(inputs[0], inputs[1], axis, output);

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
            => [needs[0] ? new ScatterAdd(axis, inputs[0].DimsArray).apply(dy, inputs[1]) : null, null];
    }
}
