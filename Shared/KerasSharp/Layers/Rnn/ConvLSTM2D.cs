using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;

namespace KerasSharp.Layers;

/// <summary>
/// An LSTM whose products are 2-D convolutions: (batch, time, height, width, channels) → (batch, new height, new width, filters), or all steps.
/// Source: <see href="https://keras.io/api/layers/recurrent_layers/conv_lstm2d/"/>.
/// </summary>
/// <param name="filters">The number of output channels.</param>
/// <param name="kernel_size">The window's size; one int means all axes.</param>
/// <param name="strides">The steps of the window over the inputs; (1, 1) if not given.</param>
/// <param name="padding"><c>valid</c> (none) or <c>same</c> for the inputs. The state is always padded to its own size.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="dilation_rate">The distance between the elements of the inputs that the window sees; (1, 1) if not given.</param>
/// <param name="activation">What is done to the output; <c>tanh</c> if not given.</param>
/// <param name="recurrent_activation">What is done to the gates; <c>hard_sigmoid</c> if not given.</param>
/// <param name="use_bias">Whether a bias is added.</param>
/// <param name="kernel_initializer">Draws the first kernel, for the inputs; <c>glorot_uniform</c> if not given.</param>
/// <param name="recurrent_initializer">Draws the first recurrent kernel, for the state; <c>orthogonal</c> if not given.</param>
/// <param name="bias_initializer">Draws the first bias; <c>zeros</c> if not given.</param>
/// <param name="unit_forget_bias">Whether the forget gate's bias begins at 1.</param>
/// <param name="kernel_regularizer">Penalty on the kernel.</param>
/// <param name="recurrent_regularizer">Penalty on the recurrent kernel.</param>
/// <param name="bias_regularizer">Penalty on the bias.</param>
/// <param name="activity_regularizer">Penalty on the output.</param>
/// <param name="kernel_constraint">What the kernel must fulfil after each update.</param>
/// <param name="recurrent_constraint">What the recurrent kernel must fulfil after each update.</param>
/// <param name="bias_constraint">What the bias must fulfil after each update.</param>
/// <param name="return_sequences">Whether the outputs of all steps come out; else only the last.</param>
/// <param name="return_state">Whether the last output and carry come out behind the output.</param>
/// <param name="go_backwards">Whether the sequence is read from its end; its outputs then come in that order.</param>
/// <param name="stateful">Whether a batch begins with the states that the one before ended with. The batch size is then fixed.</param>
/// <param name="dropout">The share of the inputs that is dropped in training, 0 … 1.</param>
/// <param name="recurrent_dropout">The share of the state that is dropped in training, 0 … 1.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.ConvLSTM2D")]
public class ConvLSTM2D(
    int filters, IntTuple kernel_size, [KerasDefault(1, 1)] IntTuple strides = default, string padding = "valid", string? data_format = null,
    [KerasDefault(1, 1)] IntTuple dilation_rate = default, [KerasDefault("tanh")] ActivationFunction? activation = null,
    [KerasDefault("hard_sigmoid")] ActivationFunction? recurrent_activation = null, bool use_bias = true,
    [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null, [KerasDefault("orthogonal")] Initializer? recurrent_initializer = null,
    [KerasDefault("zeros")] Initializer? bias_initializer = null, bool unit_forget_bias = true, Regularizer? kernel_regularizer = null,
    Regularizer? recurrent_regularizer = null, Regularizer? bias_regularizer = null, Regularizer? activity_regularizer = null,
    Constraint? kernel_constraint = null, Constraint? recurrent_constraint = null, Constraint? bias_constraint = null, bool return_sequences = false,
    bool return_state = false, bool go_backwards = false, bool stateful = false, double dropout = 0.0, double recurrent_dropout = 0.0,
    LayerArguments kwargs = default)
    : ConvLSTM(
        new ConvLSTMCell(2, filters, kernel_size, strides, padding, data_format, dilation_rate, recurrent_activation, unit_forget_bias, new CellSettings(
            activation, use_bias, kernel_initializer, recurrent_initializer, bias_initializer, kernel_regularizer, recurrent_regularizer, bias_regularizer,
            kernel_constraint, recurrent_constraint, bias_constraint, dropout, recurrent_dropout)),
        2, activity_regularizer, return_sequences, return_state, go_backwards, stateful, kwargs);
