using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;

namespace KerasSharp.Layers;

/// <summary>
/// Long short-term memory: (batch, time, features) → (batch, units), or all steps. Its states are the output and the carry.
/// Source: <see href="https://keras.io/api/layers/recurrent_layers/lstm/"/>.
/// </summary>
/// <param name="units">The length of the output and of each state.</param>
/// <param name="activation">What is done to the output; <c>tanh</c> if not given.</param>
/// <param name="recurrent_activation">What is done to the gates; <c>sigmoid</c> if not given.</param>
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
/// <param name="dropout">The share of the inputs that is dropped in training, 0 … 1.</param>
/// <param name="recurrent_dropout">The share of the state that is dropped in training, 0 … 1.</param>
/// <param name="return_sequences">Whether the outputs of all steps come out; else only the last.</param>
/// <param name="return_state">Whether the last states come out behind the output.</param>
/// <param name="go_backwards">Whether the sequence is read from its end; its outputs then come in that order.</param>
/// <param name="stateful">Whether a batch begins with the states that the one before ended with. The batch size is then fixed.</param>
/// <param name="time_major">Whether the time is the first axis: (time, batch, features).</param>
/// <param name="unroll">Keras's choice between a loop and its steps written out; here the numbers and the speed are the same. The number of steps must be known.</param>
/// <param name="implementation">1 or 2: whether each gate has a dropout mask of its own, or the first serves all; 1 where the state is dropped.</param>
/// <param name="zero_output_for_mask">Whether a step that does not count gives zeros; else the output before it.</param>
/// <param name="input_length">The number of steps, where <c>input_dim</c> gives the number of features.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.LSTM")]
public class LSTM(
    int units, [KerasDefault("tanh")] ActivationFunction? activation = null,
    [KerasDefault("sigmoid")] ActivationFunction? recurrent_activation = null, bool use_bias = true,
    [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null, [KerasDefault("orthogonal")] Initializer? recurrent_initializer = null,
    [KerasDefault("zeros")] Initializer? bias_initializer = null, bool unit_forget_bias = true, Regularizer? kernel_regularizer = null,
    Regularizer? recurrent_regularizer = null, Regularizer? bias_regularizer = null, Regularizer? activity_regularizer = null,
    Constraint? kernel_constraint = null, Constraint? recurrent_constraint = null, Constraint? bias_constraint = null, double dropout = 0.0,
    double recurrent_dropout = 0.0, bool return_sequences = false, bool return_state = false, bool go_backwards = false, bool stateful = false,
    bool time_major = false, bool unroll = false, int implementation = 2, bool zero_output_for_mask = false, int? input_length = null,
    LayerArguments kwargs = default)
    : RecurrentLayer(
        new LSTMCell(
            units, activation, recurrent_activation, use_bias, kernel_initializer, recurrent_initializer, bias_initializer, unit_forget_bias,
            kernel_regularizer, recurrent_regularizer, bias_regularizer, kernel_constraint, recurrent_constraint, bias_constraint, dropout,
            recurrent_dropout, implementation, "lstm_cell"),
        activity_regularizer, return_sequences, return_state, go_backwards, stateful, unroll, time_major, zero_output_for_mask, input_length, kwargs)
{
    /// <summary>What is done to the gates.</summary>
    public ActivationFunction recurrent_activation => OwnCell.recurrent_activation;

    /// <summary>Whether the forget gate's bias begins at 1.</summary>
    public bool unit_forget_bias => OwnCell.unit_forget_bias;

    /// <summary>1: each gate has a dropout mask of its own; 2: the first serves all.</summary>
    public int implementation => OwnCell.implementation;

    private protected override bool DropsEachStep => IsStandard(recurrent_activation) && base.use_bias;

    private LSTMCell OwnCell => (LSTMCell)cell;
}
