using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// One step of an <see cref="LSTM"/>: (batch, inputs), the output before and the carry, both (batch, units) → the output and both anew. Gates stand in the order input, forget, carry, output.
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
/// <param name="kernel_constraint">What the kernel must fulfil after each update.</param>
/// <param name="recurrent_constraint">What the recurrent kernel must fulfil after each update.</param>
/// <param name="bias_constraint">What the bias must fulfil after each update.</param>
/// <param name="dropout">The share of the inputs that is dropped in training, 0 … 1.</param>
/// <param name="recurrent_dropout">The share of the state that is dropped in training, 0 … 1.</param>
/// <param name="implementation">1 or 2: whether each gate has a dropout mask of its own, or the first serves all; 1 where the state is dropped.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.LSTMCell")]
public class LSTMCell(
    int units, [KerasDefault("tanh")] ActivationFunction? activation = null,
    [KerasDefault("sigmoid")] ActivationFunction? recurrent_activation = null, bool use_bias = true,
    [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null, [KerasDefault("orthogonal")] Initializer? recurrent_initializer = null,
    [KerasDefault("zeros")] Initializer? bias_initializer = null, bool unit_forget_bias = true, Regularizer? kernel_regularizer = null,
    Regularizer? recurrent_regularizer = null, Regularizer? bias_regularizer = null, Constraint? kernel_constraint = null,
    Constraint? recurrent_constraint = null, Constraint? bias_constraint = null, double dropout = 0.0, double recurrent_dropout = 0.0,
    int implementation = 2, LayerArguments kwargs = default)
    : BaseRNNCell(
        units, new CellSettings(activation, use_bias, kernel_initializer, recurrent_initializer, bias_initializer, kernel_regularizer, recurrent_regularizer, bias_regularizer,
        kernel_constraint, recurrent_constraint, bias_constraint, dropout, recurrent_dropout), kwargs)
{
    /// <summary>What is done to the gates.</summary>
    public ActivationFunction recurrent_activation { get; } = recurrent_activation ?? "sigmoid";

    /// <summary>Whether the forget gate's bias begins at 1.</summary>
    public bool unit_forget_bias { get; } = unit_forget_bias;

    /// <summary>1: each gate has a dropout mask of its own; 2: the first serves all.</summary>
    public int implementation { get; } = Implementation.Of(implementation, recurrent_dropout);

    /// <inheritdoc/>
    public override StateSize state_size => [base.units, base.units];

    private protected override int Gates => 4;

    private protected override bool MaskPerGate => implementation == 1;

    private protected override ActivationFunction GateActivation => recurrent_activation;

    private protected override Initializer FirstBias => unit_forget_bias ? new ForgetBias(base.bias_initializer, base.units) : base.bias_initializer;

    /// <inheritdoc/>
    internal override Tensor Project(Tensor inputs, CellMasks masks) => Product(inputs, masks, bias?.value);

    /// <inheritdoc/>
    internal override (Tensor Output, Tensor[] States) Advance(Tensor projected, IReadOnlyList<Tensor> states, CellMasks masks)
    {
        var z = projected + Recurrent(states[0], masks, 4);
        Tensor input = recurrent_activation.call(Gate(z, 0)), forget = recurrent_activation.call(Gate(z, 1));
        var carry = (forget * states[1]) + (input * base.activation.call(Gate(z, 2)));
        var h = recurrent_activation.call(Gate(z, 3)) * base.activation.call(carry);
        return (h, [h, carry]);
    }

    /// <inheritdoc/>
    internal override (Tensor Output, Tensor[] States) Sequence(TimeLoop loop, Tensor projected, IReadOnlyList<Tensor> states, CellMasks masks)
        => IsStandard(masks) && Ops.LstmSequence.All(projected, recurrent_kernel!, states[0], states[1], loop.Mask, loop.Backwards) is { } all
            ? (loop.Outputs(all, projected.dim(0)), [TimeLoop.At(all, projected.dim(0) - 1), TimeLoop.At(all, projected.dim(0))])
            : base.Sequence(loop, projected, states, masks);

    private protected override void WriteMore(Config config) => config["implementation"] = implementation;
}
