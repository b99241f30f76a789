using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>
        /// 2-D convolution: inputs (n, h, w, c), kernel (kh, kw, c / groups, filters) → (n, oh, ow, filters), then bias (filters,) and activation.
        /// </summary>
        internal static Tensor conv2d(in Conv2DGeometry geometry, Tensor inputs, Tensor kernel, Tensor? bias, FusedActivation activation)
        {
            RequireFloat(inputs, "conv");
            var g = geometry;
            CheckedGeometry.Check(g);
            var y = Tensor.Empty(DType.Float32, g.Batch, g.OutputHeight, g.OutputWidth, g.Filters);
            Backend.Current.Conv2D(g, inputs, kernel, bias, activation, y);
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, bias is null ? [inputs, kernel] : [inputs, kernel, bias], (dy, needs) =>
                {
                    dy = ThroughActivation(activation, y, dy);
                    return
                    [
                        needs[0] ? ConvGradientInput(g, dy, kernel, inputs.DimsArray) : null,
                        needs[1] ? ConvGradientKernel(g, inputs, dy, kernel.DimsArray) : null,
                        needs.Length > 2 && needs[2] ? SumRows(dy) : null,
                    ];
                });
            }

            return y;
        }

        private static Tensor ConvGradientInput(in Conv2DGeometry g, Tensor dy, Tensor kernel, int[] dims)
        {
            var dx = Tensor.Empty(DType.Float32, dims);
            Backend.Current.Conv2DGradientInput(g, dy, kernel, dx);
            return dx;
        }

        private static Tensor ConvGradientKernel(in Conv2DGeometry g, Tensor x, Tensor dy, int[] dims)
        {
            var dkernel = Tensor.Empty(DType.Float32, dims);
            Backend.Current.Conv2DGradientKernel(g, x, dy, dkernel);
            return dkernel;
        }
    }
}
