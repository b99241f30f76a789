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
            /// exp(x) / sum(exp(x)) along an axis, or along several together.
            /// Source: <see href="https://keras.io/api/layers/activation_layers/softmax/"/>.
            /// </summary>
            /// <param name="axis">The axis or axes; the last if not given.</param>
            /// <param name="name">The layer's name; made from the class's if not given.</param>
            /// <param name="trainable">Whether training changes the weights.</param>
            /// <param name="dtype">Only <c>float32</c>.</param>
            /// <param name="input_shape">The shape of one sample, for the first layer of a Sequential model.</param>
            /// <param name="batch_input_shape">The same with the batch dimension.</param>
            /// <param name="batch_size">The batch dimension that goes before <paramref name="input_shape"/>.</param>
            /// <param name="input_dim">An <paramref name="input_shape"/> of one dimension.</param>
            /// <param name="weights">The first weights, instead of the initializers'.</param>
            public static Layers.Softmax Softmax(
                [KerasDefault(-1)] IntTuple axis = default,
                string? name = null, bool trainable = true, string? dtype = null, TensorShape input_shape = default,
                TensorShape batch_input_shape = default, int? batch_size = null, int? input_dim = null, IReadOnlyList<NDArray>? weights = null)
                => new(axis, new LayerArguments(name, trainable, dtype, input_shape, batch_input_shape, batch_size, input_dim, weights));
        }
    }
}

namespace KerasSharp.Layers
{
    /// <summary>exp(x) / sum(exp(x)) along an axis, or along several together. Source: <see href="https://keras.io/api/layers/activation_layers/softmax/"/>.</summary>
    public class Softmax(IntTuple axis = default, LayerArguments kwargs = default) : Layer(kwargs)
    {
        /// <summary>The axis or axes.</summary>
        public IntTuple axis { get; } = axis.is_given ? axis : -1;

        /// <inheritdoc/>
        public override Tensor call(Tensor inputs, bool? training = null) => keras.activations.softmax(inputs, axis);

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config()) { ["axis"] = axis.ToConfig() };
    }
}
