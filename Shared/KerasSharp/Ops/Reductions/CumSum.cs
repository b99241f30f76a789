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
            /// <summary>Running sums along an axis.</summary>
            /// <param name="x">Numbers.</param>
            /// <param name="axis">The axis.</param>
            /// <param name="exclusive">Whether each element itself is left out.</param>
            /// <param name="reverse">Whether to run from the end.</param>
            public static Tensor cumsum(Tensor x, int axis = 0, bool exclusive = false, bool reverse = false)
                => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("math.cumsum", x, axis, exclusive, reverse)
                    : new Ops.CumSum(Shapes.Axis(axis, x.ndim), exclusive, reverse).apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>Running sums along one axis.</summary>
    internal sealed class CumSum(int axis, bool exclusive, bool reverse) : Operation
    {
        /// <inheritdoc/>
        public override string name => "cumsum";

        /// <inheritdoc/>
        public override Config attributes => new() { ["axis"] = axis, ["exclusive"] = exclusive, ["reverse"] = reverse };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            RequireNumber(inputs[0]);
            return new(inputs[0].dtype, inputs[0].DimsArray);
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.CumSum(inputs[0], axis, exclusive, reverse, output);

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
            => [ops.cumsum(dy, axis, exclusive, !reverse)];
    }
}
