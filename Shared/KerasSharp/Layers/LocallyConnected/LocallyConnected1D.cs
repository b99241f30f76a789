using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;

namespace KerasSharp.Layers;

/// <summary>
/// A convolution whose kernel differs from place to place: (batch, steps, channels) → (batch, new steps, filters).
/// Source: <see href="https://www.tensorflow.org/versions/r2.15/api_docs/python/tf/keras/layers/LocallyConnected1D"/>.
/// </summary>
/// <param name="filters">The number of output channels.</param>
/// <param name="kernel_size">The window's length.</param>
/// <param name="strides">The step of the window; 1 if not given.</param>
/// <param name="padding"><c>valid</c> (none); with an implementation other than 1 also <c>same</c>.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="activation">What is done to the output: a name, a layer; linear if not given.</param>
/// <param name="use_bias">Whether a bias is added: one for each place and filter.</param>
/// <param name="kernel_initializer">Draws the first kernels; <c>glorot_uniform</c> if not given.</param>
/// <param name="bias_initializer">Draws the first bias; <c>zeros</c> if not given.</param>
/// <param name="kernel_regularizer">Penalty on the kernels.</param>
/// <param name="bias_regularizer">Penalty on the bias.</param>
/// <param name="activity_regularizer">Penalty on the output.</param>
/// <param name="kernel_constraint">What the kernels must fulfil after each update.</param>
/// <param name="bias_constraint">What the bias must fulfil after each update.</param>
/// <param name="implementation">How the kernels are kept: 1 (places, window, filters), 2 a matrix (input, output) of which the connected
/// elements count, 3 a list of the connected elements.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.LocallyConnected1D")]
public class LocallyConnected1D(
    int filters, IntTuple kernel_size, [KerasDefault(1)] IntTuple strides = default, string padding = "valid", string? data_format = null,
    ActivationFunction? activation = null, bool use_bias = true, [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null,
    [KerasDefault("zeros")] Initializer? bias_initializer = null, Regularizer? kernel_regularizer = null, Regularizer? bias_regularizer = null,
    Regularizer? activity_regularizer = null, Constraint? kernel_constraint = null, Constraint? bias_constraint = null, int implementation = 1,
    LayerArguments kwargs = default)
    : BaseLocallyConnected(
        1, filters, kernel_size, strides, padding, data_format, activation, use_bias, kernel_initializer, bias_initializer,
        kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, implementation, kwargs);
