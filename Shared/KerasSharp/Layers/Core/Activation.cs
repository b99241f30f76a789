using KerasSharp.Activations;
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
            /// Applies a function to its input, element by element or (softmax) along the last axis.
            /// Source: <see href="https://keras.io/api/layers/core_layers/activation/"/>.
            /// </summary>
            /// <param name="activation">A name such as <c>relu</c>, or a layer.</param>
            /// <param name="name">The layer's name; made from the class's if not given.</param>
            /// <param name="trainable">Whether training changes the weights.</param>
            /// <param name="dtype">Only <c>float32</c>.</param>
            /// <param name="input_shape">The shape of one sample, for the first layer of a Sequential model.</param>
            /// <param name="batch_input_shape">The same with the batch dimension.</param>
            /// <param name="batch_size">The batch dimension that goes before <paramref name="input_shape"/>.</param>
            /// <param name="input_dim">An <paramref name="input_shape"/> of one dimension.</param>
            /// <param name="weights">The first weights, instead of the initializers'.</param>
            public static Layers.Activation Activation(
                ActivationFunction activation,
                string? name = null, bool trainable = true, string? dtype = null, TensorShape input_shape = default,
                TensorShape batch_input_shape = default, int? batch_size = null, int? input_dim = null, IReadOnlyList<NDArray>? weights = null)
                => new(activation, new LayerArguments(name, trainable, dtype, input_shape, batch_input_shape, batch_size, input_dim, weights));

            /// <summary>Applies a function of your own: <c>Activation(x =&gt; x * x)</c>.</summary>
            /// <inheritdoc cref="Activation(ActivationFunction, string?, bool, string?, TensorShape, TensorShape, int?, int?, IReadOnlyList{NDArray}?)"/>
            public static Layers.Activation Activation(
                Func<Tensor, Tensor> activation,
                string? name = null, bool trainable = true, string? dtype = null, TensorShape input_shape = default,
                TensorShape batch_input_shape = default, int? batch_size = null, int? input_dim = null, IReadOnlyList<NDArray>? weights = null)
                => Activation(
                    new ActivationFunction(activation), name, trainable, dtype, input_shape, batch_input_shape, batch_size, input_dim, weights);
        }
    }
}

namespace KerasSharp.Layers
{
    /// <summary>Applies an activation function. Source: <see href="https://keras.io/api/layers/core_layers/activation/"/>.</summary>
    public class Activation(ActivationFunction activation, LayerArguments kwargs = default) : Layer(kwargs)
    {
        /// <summary>The function.</summary>
        public ActivationFunction activation { get; } = activation;

        /// <inheritdoc/>
        public override Tensor call(Tensor inputs, bool? training = null) => activation.call(inputs);

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config()) { ["activation"] = keras.activations.serialize(activation) };
    }
}
