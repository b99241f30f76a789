using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The index of the first largest element along an axis, without that axis.</summary>
            /// <param name="x">float32.</param>
            /// <param name="axis">The axis; the last if not given.</param>
            /// <param name="dtype"><c>int32</c> or <c>int64</c>.</param>
            public static Tensor argmax(Tensor x, int axis = -1, string dtype = "int32")
                => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("math.argmax", x, axis, dtype)
                    : new Ops.ArgReduce(true, Shapes.Axis(axis, x.ndim), DTypes.Parse(dtype)).apply(x);

            /// <summary>The index of the first smallest element along an axis, without that axis.</summary>
            /// <inheritdoc cref="argmax"/>
            public static Tensor argmin(Tensor x, int axis = -1, string dtype = "int32")
                => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("math.argmin", x, axis, dtype)
                    : new Ops.ArgReduce(false, Shapes.Axis(axis, x.ndim), DTypes.Parse(dtype)).apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The index of the first largest or smallest element along one axis.</summary>
    internal sealed class ArgReduce(bool max, int axis, DType indexType) : Operation
    {
        /// <inheritdoc/>
        public override string name => max ? "argmax" : "argmin";

        /// <inheritdoc/>
        public override Config attributes => new() { ["axis"] = axis, ["output_type"] = indexType.Name() };

        /// <inheritdoc/>
        protected internal override bool IsDifferentiable => false;

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            RequireNumber(inputs[0]);
            if (indexType is not (DType.Int32 or DType.Int64))
            {
                throw new TypeError($"Value for attr 'output_type' of {indexType.Name()} is not in the list of allowed values: int32, int64");
            }

            if (inputs[0].dim(axis) == 0)
            {
                throw new ValueError($"Reduction axis {axis} is empty in shape {inputs[0].shape}");
            }

            return new(indexType, Shapes.Reduced(inputs[0].DimsArray, [axis], keepdims: false));
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.ArgReduce(max, inputs[0], axis, output);
    }
}
