using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;

namespace KerasSharp.Layers;

/// <summary>
/// 1-D separable convolution, of sequences: (batch, steps, channels) → (batch, new steps, filters).
/// First each channel is convolved on its own, then a convolution with a window of one element mixes the channels.
/// Source: <see href="https://keras.io/api/layers/convolution_layers/separable_convolution1d/"/>.
/// </summary>
/// <param name="filters">The number of output channels.</param>
/// <param name="kernel_size">The window's length.</param>
/// <param name="strides">The steps of the window; 1 if not given.</param>
/// <param name="padding"><c>valid</c> (none), <c>same</c> (zeros, so that the output has ceil(steps / stride) places; an odd one behind), or
/// <c>causal</c> (zeros in front only: no output depends on a later input).</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="dilation_rate">The distance between the elements that the window sees; 1 if not given.</param>
/// <param name="depth_multiplier">The number of channels that the first convolution makes of each.</param>
/// <param name="activation">What is done to the output: a name, a layer; linear if not given.</param>
/// <param name="use_bias">Whether a bias is added.</param>
/// <param name="depthwise_initializer">Draws the first kernel of the first convolution; <c>glorot_uniform</c> if not given.</param>
/// <param name="pointwise_initializer">Draws the first kernel of the second one; <c>glorot_uniform</c> if not given.</param>
/// <param name="bias_initializer">Draws the first bias; <c>zeros</c> if not given.</param>
/// <param name="depthwise_regularizer">Penalty on the first kernel.</param>
/// <param name="pointwise_regularizer">Penalty on the second kernel.</param>
/// <param name="bias_regularizer">Penalty on the bias.</param>
/// <param name="activity_regularizer">Penalty on the output.</param>
/// <param name="depthwise_constraint">What the first kernel must fulfil after each update.</param>
/// <param name="pointwise_constraint">What the second kernel must fulfil after each update.</param>
/// <param name="bias_constraint">What the bias must fulfil after each update.</param>
/// <param name="groups">1; it stands in Keras's configurations.</param>
/// <param name="kernel_initializer">Of a kernel that the layer does not have. As in Keras it only stands in the configuration.</param>
/// <param name="kernel_regularizer">The same.</param>
/// <param name="kernel_constraint">The same.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.SeparableConv1D", "keras.layers.SeparableConvolution1D")]
public class SeparableConv1D(
    int filters, IntTuple kernel_size, [KerasDefault(1)] IntTuple strides = default, string padding = "valid", string? data_format = null,
    [KerasDefault(1)] IntTuple dilation_rate = default, int depth_multiplier = 1, ActivationFunction? activation = null, bool use_bias = true,
    [KerasDefault("glorot_uniform")] Initializer? depthwise_initializer = null, [KerasDefault("glorot_uniform")] Initializer? pointwise_initializer = null,
    [KerasDefault("zeros")] Initializer? bias_initializer = null, Regularizer? depthwise_regularizer = null, Regularizer? pointwise_regularizer = null,
    Regularizer? bias_regularizer = null, Regularizer? activity_regularizer = null, Constraint? depthwise_constraint = null,
    Constraint? pointwise_constraint = null, Constraint? bias_constraint = null, int groups = 1,
    [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null, Regularizer? kernel_regularizer = null, Constraint? kernel_constraint = null,
    LayerArguments kwargs = default)
    : BaseSeparableConv(
        1, filters, kernel_size, strides, padding, data_format, dilation_rate, depth_multiplier, activation, use_bias,
        depthwise_initializer, pointwise_initializer, bias_initializer, depthwise_regularizer, pointwise_regularizer, bias_regularizer,
        activity_regularizer, depthwise_constraint, pointwise_constraint, bias_constraint, groups, kernel_initializer, kernel_regularizer,
        kernel_constraint, kwargs);
