using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// 3-D transposed convolution, of volumes: (batch, depth, height, width, channels) → (batch, new depth, new height, new width, filters). It goes the way of a convolution
/// backwards: from what has the shape of its output to what has the shape of its input. Its kernel is (window…, filters, channels).
/// Source: <see href="https://keras.io/api/layers/convolution_layers/convolution3d_transpose/"/>.
/// </summary>
/// <param name="filters">The number of output channels.</param>
/// <param name="kernel_size">The window's depth, height and width; one int means all.</param>
/// <param name="strides">The steps of the window, by which the output grows; (1, 1, 1) if not given.</param>
/// <param name="padding"><c>valid</c> (the output holds all windows) or <c>same</c> (it has size · stride places).</param>
/// <param name="output_padding">How much longer the output is than (size - 1) · stride + window - padding; less than the stride. What
/// <paramref name="padding"/> says, if not given.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="dilation_rate">The distance between the elements that the window sees; (1, 1, 1) if not given.</param>
/// <param name="activation">What is done to the output: a name, a layer; linear if not given.</param>
/// <param name="use_bias">Whether a bias is added.</param>
/// <param name="kernel_initializer">Draws the first kernel; <c>glorot_uniform</c> if not given.</param>
/// <param name="bias_initializer">Draws the first bias; <c>zeros</c> if not given.</param>
/// <param name="kernel_regularizer">Penalty on the kernel.</param>
/// <param name="bias_regularizer">Penalty on the bias.</param>
/// <param name="activity_regularizer">Penalty on the output.</param>
/// <param name="kernel_constraint">What the kernel must fulfil after each update.</param>
/// <param name="bias_constraint">What the bias must fulfil after each update.</param>
/// <param name="groups">1; it stands in Keras's configurations.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.Conv3DTranspose", "keras.layers.Convolution3DTranspose")]
public class Conv3DTranspose(
    int filters, IntTuple kernel_size, [KerasDefault(1, 1, 1)] IntTuple strides = default, string padding = "valid", IntTuple output_padding = default,
    string? data_format = null, [KerasDefault(1, 1, 1)] IntTuple dilation_rate = default, ActivationFunction? activation = null, bool use_bias = true,
    [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null, [KerasDefault("zeros")] Initializer? bias_initializer = null,
    Regularizer? kernel_regularizer = null, Regularizer? bias_regularizer = null, Regularizer? activity_regularizer = null,
    Constraint? kernel_constraint = null, Constraint? bias_constraint = null, int groups = 1, LayerArguments kwargs = default)
    : BaseConvTranspose(
        3, filters, kernel_size, strides, padding, output_padding, data_format, dilation_rate, activation, use_bias, kernel_initializer, bias_initializer,
        kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, groups, kwargs)
{
    /// <inheritdoc/>
    public override Config get_config()
    {
        // Keras leaves it out, of this class alone.
        var config = new Config(base.get_config());
        config.Remove("dilation_rate");
        return config;
    }
}
