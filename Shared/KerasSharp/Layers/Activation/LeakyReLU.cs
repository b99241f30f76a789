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
            /// x where positive, else <c>alpha</c> · x.
            /// Source: <see href="https://keras.io/api/layers/activation_layers/leaky_relu/"/>.
            /// </summary>
            /// <param name="alpha">The slope below 0.</param>
            /// <param name="name">The layer's name; made from the class's if not given.</param>
            /// <param name="trainable">Whether training changes the weights.</param>
            /// <param name="dtype">Only <c>float32</c>.</param>
            /// <param name="input_shape">The shape of one sample, for the first layer of a Sequential model.</param>
            /// <param name="batch_input_shape">The same with the batch dimension.</param>
            /// <param name="batch_size">The batch dimension that goes before <paramref name="input_shape"/>.</param>
            /// <param name="input_dim">An <paramref name="input_shape"/> of one dimension.</param>
            /// <param name="weights">The first weights, instead of the initializers'.</param>
            public static Layers.LeakyReLU LeakyReLU(
                double alpha = 0.3,
                string? name = null, bool trainable = true, string? dtype = null, TensorShape input_shape = default,
                TensorShape batch_input_shape = default, int? batch_size = null, int? input_dim = null, IReadOnlyList<NDArray>? weights = null)
                => new(alpha, new LayerArguments(name, trainable, dtype, input_shape, batch_input_shape, batch_size, input_dim, weights));
        }
    }
}

namespace KerasSharp.Layers
{
    /// <summary>x where positive, else <c>alpha</c> · x. Source: <see href="https://keras.io/api/layers/activation_layers/leaky_relu/"/>.</summary>
    public class LeakyReLU(double alpha = 0.3, LayerArguments kwargs = default) : Layer(kwargs)
    {
        /// <summary>The slope below 0, rounded to float32 as in Keras.</summary>
        public double alpha { get; } = (float)alpha;

        /// <inheritdoc/>
        public override Tensor call(Tensor inputs, bool? training = null) => keras.ops.leaky_relu(inputs, alpha);

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config()) { ["alpha"] = alpha };
    }
}
