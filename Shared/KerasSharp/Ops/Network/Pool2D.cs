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
            /// <summary>The maximum over windows: inputs (n, h, w, c) → (n, oh, ow, c).</summary>
            internal static Tensor max_pool2d(in Pool2DGeometry geometry, Tensor inputs) => new Ops.Pool2D(PoolOp.Max, geometry).apply(inputs);

            /// <summary>The average over windows, without the padding: inputs (n, h, w, c) → (n, oh, ow, c).</summary>
            internal static Tensor average_pool2d(in Pool2DGeometry geometry, Tensor inputs) => new Ops.Pool2D(PoolOp.Average, geometry).apply(inputs);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The maximum or average over windows.</summary>
    internal sealed class Pool2D(PoolOp function, in Pool2DGeometry geometry) : Operation
    {
        private readonly Pool2DGeometry g = geometry;

        /// <inheritdoc/>
        public override string name => function == PoolOp.Max ? "MaxPool" : "AvgPool";

        /// <inheritdoc/>
        public override Config attributes => new()
        {
            ["ksize"] = new[] { g.PoolHeight, g.PoolWidth },
            ["strides"] = new[] { g.StrideHeight, g.StrideWidth },
            ["padding"] = new[] { g.PadTop, g.PadLeft },
        };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            RequireFloat32(inputs[0]);
            int[] expected = [g.Batch, g.Height, g.Width, g.Channels];
            if (!Shapes.Fit(inputs[0].Dims, expected))
            {
                throw new ValueError($"{name} of these sizes expects a tensor of shape {Shapes.Text(expected)}. Received: {inputs[0].shape}");
            }

            return new(DType.Float32, [g.Batch, g.OutputHeight, g.OutputWidth, g.Channels]);
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
        {
            CheckedGeometry.Check(g);
            backend.Pool2D(function, g, inputs[0], output);
        }

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
            => [new Pool2DGradient(function, g, inputs[0], output).apply(dy)];
    }
}
