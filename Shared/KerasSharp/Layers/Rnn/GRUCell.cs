using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// One step of a <see cref="GRU"/>: (batch, inputs) and a state (batch, units) → the output, which is the new state. Gates stand in the order update, reset, candidate.
/// Source: <see href="https://keras.io/api/layers/recurrent_layers/gru/"/>.
/// </summary>
/// <param name="units">The length of the output and of each state.</param>
/// <param name="activation">What is done to the output; <c>tanh</c> if not given.</param>
/// <param name="recurrent_activation">What is done to the gates; <c>sigmoid</c> if not given.</param>
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
/// <param name="reset_after">Whether the reset gate is applied behind the product with the recurrent kernel.</param>
/// <param name="implementation">1 or 2: whether each gate has a dropout mask of its own, or the first serves all; 1 where the state is dropped.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.GRUCell")]
public class GRUCell(
    int units, [KerasDefault("tanh")] ActivationFunction? activation = null,
    [KerasDefault("sigmoid")] ActivationFunction? recurrent_activation = null, bool use_bias = true,
    [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null, [KerasDefault("orthogonal")] Initializer? recurrent_initializer = null,
    [KerasDefault("zeros")] Initializer? bias_initializer = null, Regularizer? kernel_regularizer = null, Regularizer? recurrent_regularizer = null,
    Regularizer? bias_regularizer = null, Constraint? kernel_constraint = null, Constraint? recurrent_constraint = null,
    Constraint? bias_constraint = null, double dropout = 0.0, double recurrent_dropout = 0.0, bool reset_after = true, int implementation = 2,
    LayerArguments kwargs = default)
    : BaseRNNCell(
        units, new CellSettings(activation, use_bias, kernel_initializer, recurrent_initializer, bias_initializer, kernel_regularizer, recurrent_regularizer, bias_regularizer,
        kernel_constraint, recurrent_constraint, bias_constraint, dropout, recurrent_dropout), kwargs)
{
    /// <summary>What is done to the gates.</summary>
    public ActivationFunction recurrent_activation { get; } = recurrent_activation ?? "sigmoid";

    /// <summary>Whether the reset gate is applied behind the product with the recurrent kernel.</summary>
    public bool reset_after { get; } = reset_after;

    /// <summary>1: each gate has a dropout mask of its own; 2: the first serves all.</summary>
    public int implementation { get; } = Implementation.Of(implementation, recurrent_dropout);

    private protected override int Gates => 3;

    private protected override bool MaskPerGate => implementation == 1;

    private protected override ActivationFunction GateActivation => recurrent_activation;

    // With reset_after a row for the inputs and one for the state.
    private protected override TensorShape BiasShape => reset_after ? [2, 3 * base.units] : [3 * base.units];

    /// <summary>The bias of the state's products (3 · units,); null if there is none.</summary>
    internal Tensor? RecurrentBias => bias is not null && reset_after ? BiasRow(1) : null;

    /// <inheritdoc/>
    internal override Tensor Project(Tensor inputs, CellMasks masks) => Product(inputs, masks, bias is null ? null : reset_after ? BiasRow(0) : bias.value);

    /// <inheritdoc/>
    internal override (Tensor Output, Tensor[] States) Advance(Tensor projected, IReadOnlyList<Tensor> states, CellMasks masks)
    {
        var before = states[0];
        var inner = Recurrent(before, masks, reset_after ? 3 : 2);
        if (RecurrentBias is { } recurrentBias)
        {
            inner = inner + recurrentBias;
        }

        var update = recurrent_activation.call(Gate(projected, 0) + Gate(inner, 0));
        var reset = recurrent_activation.call(Gate(projected, 1) + Gate(inner, 1));
        var recurrent = reset_after ? reset * Gate(inner, 2) : keras.ops.matmul(reset * masks.State(before, 2), Gate(recurrent_kernel!, 2));
        var candidate = base.activation.call(Gate(projected, 2) + recurrent);
        var h = (update * before) + ((1 - update) * candidate);
        return (h, [h]);
    }

    /// <inheritdoc/>
    internal override (Tensor Output, Tensor[] States) Sequence(TimeLoop loop, Tensor projected, IReadOnlyList<Tensor> states, CellMasks masks)
        => IsStandard(masks) && reset_after
            && Ops.GruSequence.All(projected, recurrent_kernel!, RecurrentBias ?? keras.ops.zeros(3 * base.units), states[0], loop.Mask, loop.Backwards) is { } all
                ? (loop.Outputs(all, projected.dim(0)), [TimeLoop.At(all, projected.dim(0) - 1)])
                : base.Sequence(loop, projected, states, masks);

    private protected override void WriteMore(Config config)
    {
        config["implementation"] = implementation;
        config["reset_after"] = reset_after;
    }

    private Tensor BiasRow(int row) => keras.ops.reshape(keras.ops.slice(bias!, [row, 0], [1, 3 * base.units]), 3 * base.units);
}
