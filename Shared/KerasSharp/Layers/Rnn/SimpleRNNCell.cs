using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;

namespace KerasSharp.Layers;

/// <summary>
/// One step of a <see cref="SimpleRNN"/>: (batch, inputs) and a state (batch, units) → the output, which is the new state.
/// Source: <see href="https://keras.io/api/layers/recurrent_layers/simple_rnn/"/>.
/// </summary>
/// <param name="units">The length of the output and of each state.</param>
/// <param name="activation">What is done to the output; <c>tanh</c> if not given.</param>
/// <param name="use_bias">Whether a bias is added.</param>
/// <param name="kernel_initializer">Draws the first kernel, for the inputs; <c>glorot_uniform</c> if not given.</param>
/// <param name="recurrent_initializer">Draws the first recurrent kernel, for the state; <c>orthogonal</c> if not given.</param>
/// <param name="bias_initializer">Draws the first bias; <c>zeros</c> if not given.</param>
/// <param name="kernel_regularizer">Penalty on the kernel.</param>
/// <param name="recurrent_regularizer">Penalty on the recurrent kernel.</param>
/// <param name="bias_regularizer">Penalty on the bias.</param>
/// <param name="kernel_constraint">What the kernel must fulfil after each update.</param>
/// <param name="recurrent_constraint">What the recurrent kernel must fulfil after each update.</param>
/// <param name="bias_constraint">What the bias must fulfil after each update.</param>
/// <param name="dropout">The share of the inputs that is dropped in training, 0 … 1.</param>
/// <param name="recurrent_dropout">The share of the state that is dropped in training, 0 … 1.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.SimpleRNNCell")]
public class SimpleRNNCell(
    int units, [KerasDefault("tanh")] ActivationFunction? activation = null, bool use_bias = true,
    [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null, [KerasDefault("orthogonal")] Initializer? recurrent_initializer = null,
    [KerasDefault("zeros")] Initializer? bias_initializer = null, Regularizer? kernel_regularizer = null, Regularizer? recurrent_regularizer = null,
    Regularizer? bias_regularizer = null, Constraint? kernel_constraint = null, Constraint? recurrent_constraint = null,
    Constraint? bias_constraint = null, double dropout = 0.0, double recurrent_dropout = 0.0, LayerArguments kwargs = default)
    : BaseRNNCell(
        units, new CellSettings(activation, use_bias, kernel_initializer, recurrent_initializer, bias_initializer, kernel_regularizer, recurrent_regularizer, bias_regularizer,
        kernel_constraint, recurrent_constraint, bias_constraint, dropout, recurrent_dropout), kwargs)
{
    private protected override int Gates => 1;

    /// <inheritdoc/>
    internal override Tensor Project(Tensor inputs, CellMasks masks) => Product(inputs, masks, bias?.value);

    /// <inheritdoc/>
    internal override (Tensor Output, Tensor[] States) Advance(Tensor projected, IReadOnlyList<Tensor> states, CellMasks masks)
    {
        var h = base.activation.call(projected + Recurrent(states[0], masks, 1));
        return (h, [h]);
    }
}
