using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;

namespace KerasSharp.Layers;

/// <summary>
/// 1-D depthwise convolution, of sequences: (batch, steps, channels) → (batch, new steps, channels · <paramref name="depth_multiplier"/>).
/// Each channel is convolved on its own, with <paramref name="depth_multiplier"/> kernels.
/// Source: <see href="https://keras.io/api/layers/convolution_layers/depthwise_convolution1d/"/>.
/// </summary>
/// <param name="kernel_size">The window's length.</param>
/// <param name="strides">The steps of the window; 1 if not given.</param>
/// <param name="padding"><c>valid</c> (none) or <c>same</c> (zeros, so that the output has ceil(size / stride) places; an odd one behind).</param>
/// <param name="depth_multiplier">The number of output channels of each input channel.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="dilation_rate">The distance between the elements that the window sees; 1 if not given.</param>
/// <param name="activation">What is done to the output: a name, a layer; linear if not given.</param>
/// <param name="use_bias">Whether a bias is added.</param>
/// <param name="depthwise_initializer">Draws the first kernel; <c>glorot_uniform</c> if not given.</param>
/// <param name="bias_initializer">Draws the first bias; <c>zeros</c> if not given.</param>
/// <param name="depthwise_regularizer">Penalty on the kernel.</param>
/// <param name="bias_regularizer">Penalty on the bias.</param>
/// <param name="activity_regularizer">Penalty on the output.</param>
/// <param name="depthwise_constraint">What the kernel must fulfil after each update.</param>
/// <param name="bias_constraint">What the bias must fulfil after each update.</param>
/// <param name="groups">1; it stands in Keras's configurations.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.DepthwiseConv1D")]
public class DepthwiseConv1D(
    IntTuple kernel_size, [KerasDefault(1)] IntTuple strides = default, string padding = "valid", int depth_multiplier = 1, string? data_format = null,
    [KerasDefault(1)] IntTuple dilation_rate = default, ActivationFunction? activation = null, bool use_bias = true,
    [KerasDefault("glorot_uniform")] Initializer? depthwise_initializer = null, [KerasDefault("zeros")] Initializer? bias_initializer = null,
    Regularizer? depthwise_regularizer = null, Regularizer? bias_regularizer = null, Regularizer? activity_regularizer = null,
    Constraint? depthwise_constraint = null, Constraint? bias_constraint = null, int groups = 1, LayerArguments kwargs = default)
    : BaseDepthwiseConv(
        1, kernel_size, strides, padding, depth_multiplier, data_format, dilation_rate, activation, use_bias, depthwise_initializer, bias_initializer,
        depthwise_regularizer, bias_regularizer, activity_regularizer, depthwise_constraint, bias_constraint, groups, kwargs);
