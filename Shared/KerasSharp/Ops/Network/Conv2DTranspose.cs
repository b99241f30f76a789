using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>
        /// The gradient of a convolution as a forward pass: (n, h, w, c) with a kernel (kh, kw, filters, c) gives <paramref name="output_shape"/>
        /// (n, oh, ow, filters).
        /// </summary>
        /// <param name="inputs">What the convolution would give for images of <paramref name="output_shape"/>.</param>
        /// <param name="kernel">The kernel of that convolution.</param>
        /// <param name="output_shape">The shape of the result.</param>
        /// <param name="strides">The convolution's strides.</param>
        /// <param name="same">Whether the convolution pads.</param>
        /// <param name="dilations">The convolution's dilations.</param>
        /// <exception cref="ValueError">The convolution of <paramref name="output_shape"/> does not give the shape of the inputs.</exception>
        internal static Tensor conv2d_transpose(
            Tensor inputs, Tensor kernel, int[] output_shape, (int Rows, int Columns) strides, bool same, (int Rows, int Columns) dilations)
        {
            var geometry = Ops.WindowGeometry.Convolution(output_shape, kernel.DimsArray, strides, same, dilations);
            CheckedGeometry.Check(geometry);
            int[] expected = [geometry.Batch, geometry.OutputHeight, geometry.OutputWidth, geometry.Filters];
            return Shapes.Fit(inputs.Dims, expected) ? new Ops.Conv2DGradientInput(geometry, output_shape).apply(inputs, kernel)
                : throw new ValueError($"A transposed convolution to {Shapes.Text(output_shape)} expects inputs of shape {Shapes.Text(expected)}. Received: {inputs.shape}");
        }
    }
}
