using KerasSharp.Engine;
using KerasSharp.Layers;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>
    /// A symbolic tensor: where a functional model begins. Source: <see href="https://keras.io/api/layers/core_layers/input/"/>.
    /// </summary>
    /// <param name="shape">The shape of one sample, without the batch; null dimensions may have any length.</param>
    /// <param name="batch_size">The batch dimension; any if not given.</param>
    /// <param name="name">The input's name; <c>input_1</c>, <c>input_2</c>, … if not given.</param>
    /// <param name="dtype"><c>float32</c> if not given.</param>
    /// <param name="sparse">Not supported: sparse tensors.</param>
    /// <param name="tensor">Not supported: a tensor to start from.</param>
    /// <param name="ragged">Not supported: ragged tensors.</param>
    /// <param name="type_spec">Not supported: TensorFlow's type objects.</param>
    /// <param name="batch_shape">The shape with the batch dimension, instead of <paramref name="shape"/>.</param>
    /// <exception cref="ValueError">No shape was given, or two.</exception>
    /// <exception cref="NotImplementedError">One of the arguments that are not supported was given.</exception>
    public static Tensor Input(
        TensorShape shape = default, int? batch_size = null, string? name = null, string? dtype = null, bool? sparse = null, Tensor? tensor = null,
        bool? ragged = null, object? type_spec = null, TensorShape batch_shape = default)
    {
        if (shape.is_given && batch_shape.is_given)
        {
            throw new ValueError("Only provide the `shape` OR `batch_input_shape` argument to Input, not both at the same time.");
        }

        var refused = tensor is not null ? nameof(tensor) : sparse is true ? nameof(sparse) : ragged is true ? nameof(ragged)
            : type_spec is not null ? nameof(type_spec) : null;
        return refused is null ? new InputLayer(new LayerArguments(name, null, dtype, shape, batch_shape, batch_size)).output
            : throw new NotImplementedError($"Input does not support the argument `{refused}`: its inputs are dense tensors that come with each call.");
    }

    public static partial class layers
    {
        /// <inheritdoc cref="keras.Input"/>
        public static Tensor Input(
            TensorShape shape = default, int? batch_size = null, string? name = null, string? dtype = null, bool? sparse = null, Tensor? tensor = null,
            bool? ragged = null, object? type_spec = null, TensorShape batch_shape = default)
            => keras.Input(shape, batch_size, name, dtype, sparse, tensor, ragged, type_spec, batch_shape);
    }
}
