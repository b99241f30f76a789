using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// Convolutions and poolings of images. Strides are a number, (height, width) or [1, height, width, 1].
public static partial class tf
{
    public static partial class nn
    {
        /// <summary>A convolution: input (n, h, w, c), filters (kh, kw, c / groups, f) → (n, oh, ow, f).</summary>
        /// <param name="input">float32 images.</param>
        /// <param name="filters">The kernel.</param>
        /// <param name="strides">The distance of windows.</param>
        /// <param name="padding"><c>SAME</c> or <c>VALID</c>.</param>
        /// <param name="data_format"><c>NHWC</c> or <c>NCHW</c>.</param>
        /// <param name="dilations">The distance of elements in a window; 1 if not given.</param>
        /// <param name="name">A name that configurations keep.</param>
        /// <exception cref="ValueError">A size does not fit.</exception>
        public static Tensor conv2d(TensorLike input, TensorLike filters, IntTuple strides, string padding, string data_format = "NHWC", IntTuple dilations = default, string? name = null)
            => compat.v1.nn.conv2d(input, filters, strides, padding, true, data_format, dilations, name);

        /// <summary>A convolution of each channel by itself: input (n, h, w, c), filter (kh, kw, c, m) → (n, oh, ow, c · m).</summary>
        /// <inheritdoc cref="conv2d"/>
        [TfFunction("nn.depthwise_conv2d")]
        public static Tensor depthwise_conv2d(TensorLike input, TensorLike filter, IntTuple strides, string padding, string? data_format = null, IntTuple dilations = default, string? name = null)
        {
            if (Lambda.Takes(input, filter))
            {
                return Lambda.Call("nn.depthwise_conv2d", input, filter, strides, padding, data_format, dilations, name);
            }

            var kernel = filter.ToTensor();
            return Images.Convolve(input.ToTensor(), ops.reshape(kernel, kernel.dim(0), kernel.dim(1), 1, kernel.dim(2) * kernel.dim(3)), kernel.dim(2), strides, padding, data_format, dilations);
        }

        /// <summary>The gradient of a convolution as an operation of its own: input (n, h, w, c), filters (kh, kw, f, c) → output_shape (n, oh, ow, f).</summary>
        /// <inheritdoc cref="conv2d"/>
        [TfFunction("nn.conv2d_transpose")]
        public static Tensor conv2d_transpose(
            TensorLike input, TensorLike filters, ShapeLike output_shape, IntTuple strides, string padding = "SAME", string data_format = "NHWC", IntTuple dilations = default, string? name = null)
            => Lambda.Takes(input, filters, output_shape) ? Lambda.Call("nn.conv2d_transpose", input, filters, output_shape, strides, padding, data_format, dilations, name)
                : Images.Transpose(input.ToTensor(), filters.ToTensor(), output_shape.Resolve(), strides, padding, data_format, dilations);

        /// <summary>The maximum over windows: input (n, h, w, c) → (n, oh, ow, c).</summary>
        /// <exception cref="ValueError">A size does not fit.</exception>
        [KerasExport("tf.nn.max_pool"), TfFunction("nn.max_pool2d")]
        public static Tensor max_pool2d(TensorLike input, IntTuple ksize, IntTuple strides, string padding, string data_format = "NHWC", string? name = null)
            => Lambda.Takes(input) ? Lambda.Call("nn.max_pool2d", input, ksize, strides, padding, data_format, name)
                : Images.Pool(PoolOp.Max, input.ToTensor(), ksize, strides, padding, data_format);

        /// <summary>The average over windows, padding not counted: input (n, h, w, c) → (n, oh, ow, c).</summary>
        /// <exception cref="ValueError">A size does not fit.</exception>
        [KerasExport("tf.nn.avg_pool"), TfFunction("nn.avg_pool2d")]
        public static Tensor avg_pool2d(TensorLike input, IntTuple ksize, IntTuple strides, string padding, string data_format = "NHWC", string? name = null)
            => Lambda.Takes(input) ? Lambda.Call("nn.avg_pool2d", input, ksize, strides, padding, data_format, name)
                : Images.Pool(PoolOp.Average, input.ToTensor(), ksize, strides, padding, data_format);

        /// <summary>Channels to blocks of the image: (n, h, w, c) → (n, h · b, w · b, c / b²).</summary>
        [TfFunction("nn.depth_to_space")]
        public static Tensor depth_to_space(TensorLike input, int block_size, string data_format = "NHWC", string? name = null)
            => Lambda.Takes(input) ? Lambda.Call("nn.depth_to_space", input, block_size, data_format, name)
                : Images.As(data_format, input.ToTensor(), x => Images.DepthToSpace(x, block_size));

        /// <summary>Blocks of the image to channels: (n, h, w, c) → (n, h / b, w / b, c · b²).</summary>
        [KerasExport("tf.space_to_depth"), TfFunction("nn.space_to_depth")]
        public static Tensor space_to_depth(TensorLike input, int block_size, string data_format = "NHWC", string? name = null)
            => Lambda.Takes(input) ? Lambda.Call("nn.space_to_depth", input, block_size, data_format, name)
                : Images.As(data_format, input.ToTensor(), x => Images.SpaceToDepth(x, block_size));
    }

    internal static partial class compat
    {
        internal static partial class v1
        {
            internal static class nn
            {
                [TfFunction("compat.v1.nn.conv2d", WritesAll = true)]
                internal static Tensor conv2d(
                    TensorLike input, TensorLike filter, IntTuple strides, string padding, bool use_cudnn_on_gpu = true, string data_format = "NHWC", IntTuple dilations = default, string? name = null)
                    => Lambda.Takes(input, filter) ? Lambda.Call("compat.v1.nn.conv2d", input, filter, strides, padding, use_cudnn_on_gpu, data_format, dilations, name)
                        : Images.Convolve(input.ToTensor(), filter.ToTensor(), 0, strides, padding, data_format, dilations);
            }
        }
    }
}
