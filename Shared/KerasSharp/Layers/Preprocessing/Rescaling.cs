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
            /// <c>scale</c> · x + <c>offset</c>: pixels 0 … 255 become 0 … 1 with a scale of 1 / 255.
            /// Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/"/>.
            /// </summary>
            /// <param name="scale">The factor.</param>
            /// <param name="offset">What is added after.</param>
            /// <param name="name">The layer's name; made from the class's if not given.</param>
            /// <param name="trainable">Whether training changes the weights.</param>
            /// <param name="dtype">Only <c>float32</c>.</param>
            /// <param name="input_shape">The shape of one sample, for the first layer of a Sequential model.</param>
            /// <param name="batch_input_shape">The same with the batch dimension.</param>
            /// <param name="batch_size">The batch dimension that goes before <paramref name="input_shape"/>.</param>
            /// <param name="input_dim">An <paramref name="input_shape"/> of one dimension.</param>
            /// <param name="weights">The first weights, instead of the initializers'.</param>
            public static Layers.Rescaling Rescaling(
                double scale, double offset = 0.0,
                string? name = null, bool trainable = true, string? dtype = null, TensorShape input_shape = default,
                TensorShape batch_input_shape = default, int? batch_size = null, int? input_dim = null, IReadOnlyList<NDArray>? weights = null)
                => new(scale, offset, new LayerArguments(name, trainable, dtype, input_shape, batch_input_shape, batch_size, input_dim, weights));
        }
    }
}

namespace KerasSharp.Layers
{
    /// <summary><c>scale</c> · x + <c>offset</c>: pixels 0 … 255 become 0 … 1 with a scale of 1 / 255. Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/"/>.</summary>
    public class Rescaling(double scale, double offset = 0.0, LayerArguments kwargs = default) : Layer(kwargs)
    {
        /// <summary>The factor.</summary>
        public double scale { get; } = scale;

        /// <summary>What is added after.</summary>
        public double offset { get; } = offset;

        /// <inheritdoc/>
        public override Tensor call(Tensor inputs, bool? training = null) => (keras.ops.cast(inputs, "float32") * scale) + offset;

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config()) { ["scale"] = scale, ["offset"] = offset };
    }
}
