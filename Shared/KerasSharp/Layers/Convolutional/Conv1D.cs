using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;

namespace KerasSharp.Layers;

/// <summary>
/// 1-D convolution, of sequences: (batch, steps, channels) → (batch, new steps, filters). It is also called temporal convolution.
/// Source: <see href="https://keras.io/api/layers/convolution_layers/convolution1d/"/>.
/// </summary>
/// <param name="filters">The number of output channels.</param>
/// <param name="kernel_size">The window's length.</param>
/// <param name="strides">The step of the window; 1 if not given.</param>
/// <param name="padding"><c>valid</c> (none), <c>same</c> (zeros, so that the output has ceil(steps / stride) places; an odd one behind), or
/// <c>causal</c> (zeros in front only: no output depends on a later input).</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>.</param>
/// <param name="dilation_rate">The distance between the elements that the window sees; 1 if not given.</param>
/// <param name="groups">The number of parts that the channels are split into; it divides channels and filters.</param>
/// <param name="activation">What is done to the output: a name, a layer; linear if not given.</param>
/// <param name="use_bias">Whether a bias is added.</param>
/// <param name="kernel_initializer">Draws the first kernel; <c>glorot_uniform</c> if not given.</param>
/// <param name="bias_initializer">Draws the first bias; <c>zeros</c> if not given.</param>
/// <param name="kernel_regularizer">Penalty on the kernel.</param>
/// <param name="bias_regularizer">Penalty on the bias.</param>
/// <param name="activity_regularizer">Penalty on the output.</param>
/// <param name="kernel_constraint">What the kernel must fulfil after each update.</param>
/// <param name="bias_constraint">What the bias must fulfil after each update.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.Conv1D", "keras.layers.Convolution1D")]
public class Conv1D(
    int filters, IntTuple kernel_size, [KerasDefault(1)] IntTuple strides = default, string padding = "valid", string data_format = "channels_last",
    [KerasDefault(1)] IntTuple dilation_rate = default, int groups = 1, ActivationFunction? activation = null, bool use_bias = true,
    [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null, [KerasDefault("zeros")] Initializer? bias_initializer = null,
    Regularizer? kernel_regularizer = null, Regularizer? bias_regularizer = null, Regularizer? activity_regularizer = null,
    Constraint? kernel_constraint = null, Constraint? bias_constraint = null, LayerArguments kwargs = default)
    : BaseConv(
        1, filters, kernel_size, strides, padding, data_format, dilation_rate, groups, activation, use_bias, kernel_initializer, bias_initializer,
        kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, kwargs);
