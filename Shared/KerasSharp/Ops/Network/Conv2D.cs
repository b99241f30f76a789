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
            /// <summary>
            /// 2-D convolution: inputs (n, h, w, c), kernel (kh, kw, c / groups, filters) → (n, oh, ow, filters), then bias (filters,) and activation.
            /// </summary>
            internal static Tensor conv2d(in Conv2DGeometry geometry, Tensor inputs, Tensor kernel, Tensor? bias, FusedActivation activation)
            {
                var conv = new Ops.Conv2D(geometry, activation);
                return bias is null ? conv.apply(inputs, kernel) : conv.apply(inputs, kernel, bias);
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>A 2-D convolution, then a bias and an activation.</summary>
    internal sealed class Conv2D(in Conv2DGeometry geometry, FusedActivation activation = FusedActivation.None) : Operation
    {
        private readonly Conv2DGeometry g = geometry;

        /// <inheritdoc/>
        public override string name => "Conv2D";

        /// <inheritdoc/>
        public override Config attributes => ConvAttributes.Of(g, activation);

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            foreach (var input in inputs)
            {
                RequireFloat32(input);
            }

            int[] image = [g.Batch, g.Height, g.Width, g.Channels], kernel = [g.KernelHeight, g.KernelWidth, g.Channels / Math.Max(1, g.Groups), g.Filters];
            if (!Shapes.Fit(inputs[0].Dims, image) || !Shapes.Fit(inputs[1].Dims, kernel) || (inputs.Length > 2 && !Shapes.Fit(inputs[2].Dims, [g.Filters])))
            {
                throw new ValueError($"{name} of these sizes expects images of shape {Shapes.Text(image)}, a kernel of shape {Shapes.Text(kernel)} and one bias per filter. "
                    + $"Received: {string.Join(", ", inputs.Select(x => x.shape))}");
            }

            return new(DType.Float32, [g.Batch, g.OutputHeight, g.OutputWidth, g.Filters]);
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
        {
            CheckedGeometry.Check(g);
            var bias = inputs.Length > 2 ? inputs[2] : null;
            if (backend is IFusedConv2D fused)
            {
                fused.Conv2D(g, inputs[0], inputs[1], bias, activation, output);
            }
            else
            {
                backend.Conv2D(g, inputs[0], inputs[1], output);
                Activations.Apply(backend, bias, activation, output);
            }
        }

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        {
            var (x, kernel) = (inputs[0], inputs[1]);
            dy = Activations.Backward(activation, output, dy);
            var byInput = needs[0] ? new Conv2DGradientInput(g, x.DimsArray).apply(dy, kernel) : null;
            var byKernel = needs[1] ? new Conv2DGradientKernel(g, kernel.DimsArray).apply(x, dy) : null;
            return inputs.Length == 2 ? [byInput, byKernel] : [byInput, byKernel, needs[2] ? ops.sum_to(dy, inputs[2].DimsArray) : null];
        }
    }
}
