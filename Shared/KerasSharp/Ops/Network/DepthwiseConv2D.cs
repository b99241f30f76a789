using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>
        /// Each channel is convolved on its own: images (n, h, w, c) with a kernel (kh, kw, c, m) give (n, oh, ow, c · m). It is the grouped
        /// convolution with one group per channel.
        /// </summary>
        /// <param name="inputs">The images.</param>
        /// <param name="kernel">The kernel.</param>
        /// <param name="strides">Rows and columns from one place of the window to the next.</param>
        /// <param name="same">Whether to pad so that stride 1 keeps the size.</param>
        /// <param name="dilations">Rows and columns from one element of the window to the next.</param>
        /// <exception cref="ValueError">The shapes do not fit.</exception>
        internal static Tensor depthwise_conv2d(Tensor inputs, Tensor kernel, (int Rows, int Columns) strides, bool same, (int Rows, int Columns) dilations)
        {
            if (kernel.ndim != 4)
            {
                throw new ValueError($"A depthwise kernel has the shape (kh, kw, channels, multiplier). Received: {kernel.shape}");
            }

            int[] grouped = [kernel.dim(0), kernel.dim(1), 1, CheckedGeometry.Dimension((long)kernel.dim(2) * kernel.dim(3), "the filters")];
            var geometry = Ops.WindowGeometry.Convolution(inputs.DimsArray, grouped, strides, same, dilations, kernel.dim(2));
            return conv2d(geometry, inputs, reshape(kernel, grouped), null, FusedActivation.None);
        }
    }
}
