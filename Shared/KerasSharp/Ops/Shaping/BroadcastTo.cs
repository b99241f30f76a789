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
            /// <summary>Repeats a tensor along axes of length 1, and along new axes in front, to a shape.</summary>
            /// <exception cref="ValueError">The shape does not fit.</exception>
            public static Tensor broadcast_to(Tensor x, int[] shape) => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("broadcast_to", x, shape, null)
                : Shapes.Same(x.Dims, shape) ? x : new Ops.BroadcastTo(shape).apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>A tensor stretched to a shape.</summary>
    internal sealed class BroadcastTo(int[] shape) : Operation
    {
        /// <inheritdoc/>
        public override string name => "broadcast_to";

        /// <inheritdoc/>
        public override Config attributes => new() { ["shape"] = shape };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            var result = Shapes.Broadcast(inputs[0].DimsArray, shape, name);
            return Shapes.Same(result, shape) || inputs[0].IsSymbolic ? new(inputs[0].dtype, shape)
                : throw new ValueError($"A tensor of shape {inputs[0].shape} cannot be broadcast to shape {Shapes.Text(shape)}.");
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
        {
            backend.Fill(output, 0);
            backend.Binary(output.dtype == DType.Bool ? BinaryOp.Maximum : BinaryOp.Add, output, inputs[0], output);
        }

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
            => [ops.sum_to(dy, inputs[0].DimsArray)];
    }
}
