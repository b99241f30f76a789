using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;
using NumSharp;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class layers
        {
            /// <summary>
            /// All axes but the first become one: (batch, …) → (batch, product).
            /// Source: <see href="https://keras.io/api/layers/reshaping_layers/flatten/"/>.
            /// </summary>
            /// <param name="data_format"><c>channels_last</c>, or <c>channels_first</c> to move the channels behind first; <c>keras.backend.image_data_format()</c> if not given.</param>
            /// <param name="name">The layer's name; made from the class's if not given.</param>
            /// <param name="trainable">Whether training changes the weights.</param>
            /// <param name="dtype">Only <c>float32</c>.</param>
            /// <param name="input_shape">The shape of one sample, for the first layer of a Sequential model.</param>
            /// <param name="batch_input_shape">The same with the batch dimension.</param>
            /// <param name="batch_size">The batch dimension that goes before <paramref name="input_shape"/>.</param>
            /// <param name="input_dim">An <paramref name="input_shape"/> of one dimension.</param>
            /// <param name="weights">The first weights, instead of the initializers'.</param>
            /// <exception cref="ValueError">The data format is unknown.</exception>
            public static Layers.Flatten Flatten(
                string? data_format = null,
                string? name = null, bool trainable = true, string? dtype = null, TensorShape input_shape = default,
                TensorShape batch_input_shape = default, int? batch_size = null, int? input_dim = null, IReadOnlyList<NDArray>? weights = null)
                => new(data_format, new LayerArguments(name, trainable, dtype, input_shape, batch_input_shape, batch_size, input_dim, weights));
        }
    }
}

namespace KerasSharp.Layers
{
    /// <summary>Makes a vector of each sample. Source: <see href="https://keras.io/api/layers/reshaping_layers/flatten/"/>.</summary>
    public class Flatten : Layer
    {
        /// <inheritdoc cref="keras.layers.Flatten"/>
        public Flatten(string? data_format = null, LayerArguments kwargs = default)
            : base(kwargs)
        {
            this.data_format = Window.DataFormat(data_format);
            input_spec = new InputSpec(min_ndim: 1);
        }

        /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
        public string data_format { get; }

        /// <inheritdoc/>
        public override Tensor call(Tensor inputs, bool? training = null)
        {
            if (data_format == "channels_first" && inputs.ndim > 2)
            {
                inputs = keras.ops.transpose(inputs, (int[])[0, .. Enumerable.Range(2, inputs.ndim - 2), 1]);
            }

            var batch = inputs.dim(0);
            return keras.ops.reshape(inputs, batch, batch == 0 ? Features(inputs) : inputs.size / batch);
        }

        /// <inheritdoc/>
        /// <exception cref="ValueError">The product is above 2^31 - 1.</exception>
        public override TensorShape compute_output_shape(TensorShape input_shape)
        {
            // Of the batch nothing is known; the other axes multiply to one, if all are known.
            return (input_shape[0], input_shape.without_batch().num_elements() is { } features
                ? CheckedGeometry.Dimension(features, $"the features of an input of shape {input_shape}")
                : null);
        }

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config()) { ["data_format"] = data_format };

        // An empty batch has no elements to count.
        private static int Features(Tensor x) => Shapes.Size(x.Dims[1..]);
    }
}
