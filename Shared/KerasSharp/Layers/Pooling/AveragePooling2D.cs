using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Layers;
using NumSharp;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class layers
        {
            /// <summary>
            /// The average of each window: (batch, height, width, channels) → (batch, new height, new width, channels).
            /// Source: <see href="https://keras.io/api/layers/pooling_layers/average_pooling2d/"/>.
            /// </summary>
            /// <param name="pool_size">The window's height and width, one int means both; (2, 2) if not given.</param>
            /// <param name="strides">The steps of the window; <paramref name="pool_size"/> if not given.</param>
            /// <param name="padding"><c>valid</c> (none) or <c>same</c> (the output has ceil(size / stride) places; an odd one behind). Padding does not count.</param>
            /// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
            /// <param name="name">The layer's name; made from the class's if not given.</param>
            /// <param name="trainable">Whether training changes the weights.</param>
            /// <param name="dtype">Only <c>float32</c>.</param>
            /// <param name="input_shape">The shape of one sample, for the first layer of a Sequential model.</param>
            /// <param name="batch_input_shape">The same with the batch dimension.</param>
            /// <param name="batch_size">The batch dimension that goes before <paramref name="input_shape"/>.</param>
            /// <param name="input_dim">An <paramref name="input_shape"/> of one dimension.</param>
            /// <param name="weights">The first weights, instead of the initializers'.</param>
            /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
            public static Layers.AveragePooling2D AveragePooling2D(
                [KerasDefault(2, 2)] IntTuple pool_size = default, IntTuple strides = default, string padding = "valid", string? data_format = null,
                string? name = null, bool trainable = true, string? dtype = null, TensorShape input_shape = default,
                TensorShape batch_input_shape = default, int? batch_size = null, int? input_dim = null, IReadOnlyList<NDArray>? weights = null)
                => new(pool_size, strides, padding, data_format, new LayerArguments(name, trainable, dtype, input_shape, batch_input_shape, batch_size, input_dim, weights));

            /// <inheritdoc cref="AveragePooling2D"/>
            public static Layers.AveragePooling2D AvgPool2D(
                [KerasDefault(2, 2)] IntTuple pool_size = default, IntTuple strides = default, string padding = "valid", string? data_format = null,
                string? name = null, bool trainable = true, string? dtype = null, TensorShape input_shape = default,
                TensorShape batch_input_shape = default, int? batch_size = null, int? input_dim = null, IReadOnlyList<NDArray>? weights = null)
                => AveragePooling2D(pool_size, strides, padding, data_format, name, trainable, dtype, input_shape, batch_input_shape, batch_size, input_dim, weights);
        }
    }
}

namespace KerasSharp.Layers
{
    /// <summary>The average of each window. Source: <see href="https://keras.io/api/layers/pooling_layers/average_pooling2d/"/>.</summary>
    public class AveragePooling2D(
        IntTuple pool_size = default, IntTuple strides = default, string padding = "valid", string? data_format = null, LayerArguments kwargs = default)
        : BasePooling2D(pool_size, strides, padding, data_format, kwargs)
    {
        private protected override Tensor Pool(in Pool2DGeometry geometry, Tensor inputs) => keras.ops.average_pool2d(geometry, inputs);
    }
}
