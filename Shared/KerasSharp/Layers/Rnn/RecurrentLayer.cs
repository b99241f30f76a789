using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the layers have in common that are an <see cref="RNN"/> of one of Keras's cells: the cell's arguments are their own.</summary>
public abstract class RecurrentLayer : RNN
{
    private protected RecurrentLayer(
        BaseRNNCell cell, Regularizer? activity_regularizer, bool return_sequences, bool return_state, bool go_backwards, bool stateful, bool unroll,
        bool time_major, bool zero_output_for_mask, int? input_length, LayerArguments kwargs)
        : base(cell, return_sequences, return_state, go_backwards, stateful, unroll, time_major, zero_output_for_mask, input_length, kwargs)
    {
        this.activity_regularizer = activity_regularizer;
        input_spec = new InputSpec(ndim: 3);
    }

    /// <summary>The length of the output and of each state.</summary>
    public int units => Own.units;

    /// <summary>What is done to the output.</summary>
    public ActivationFunction activation => Own.activation;

    /// <summary>Whether there is a bias.</summary>
    public bool use_bias => Own.use_bias;

    /// <summary>Draws the first kernel.</summary>
    public Initializer kernel_initializer => Own.kernel_initializer;

    /// <summary>Draws the first recurrent kernel.</summary>
    public Initializer recurrent_initializer => Own.recurrent_initializer;

    /// <summary>Draws the first bias.</summary>
    public Initializer bias_initializer => Own.bias_initializer;

    /// <summary>Penalty on the kernel.</summary>
    public Regularizer? kernel_regularizer => Own.kernel_regularizer;

    /// <summary>Penalty on the recurrent kernel.</summary>
    public Regularizer? recurrent_regularizer => Own.recurrent_regularizer;

    /// <summary>Penalty on the bias.</summary>
    public Regularizer? bias_regularizer => Own.bias_regularizer;

    /// <summary>What the kernel must fulfil.</summary>
    public Constraint? kernel_constraint => Own.kernel_constraint;

    /// <summary>What the recurrent kernel must fulfil.</summary>
    public Constraint? recurrent_constraint => Own.recurrent_constraint;

    /// <summary>What the bias must fulfil.</summary>
    public Constraint? bias_constraint => Own.bias_constraint;

    /// <summary>The share of the inputs that is dropped in training.</summary>
    public double dropout => Own.dropout;

    /// <summary>The share of the state that is dropped in training.</summary>
    public double recurrent_dropout => Own.recurrent_dropout;

    private BaseRNNCell Own => (BaseRNNCell)cell;

    /// <inheritdoc/>
    public override Config get_config() => Own.WriteTo(WriteLoop(BaseConfig(), unitsOfCell: units), (true, activity_regularizer));

    /// <summary>Whether Keras would compute with its fused kernel, whose dropout has a mask for each step and not one for all.</summary>
    private protected virtual bool DropsEachStep => false;

    /// <summary>Whether the activations are those of the fused kernel.</summary>
    private protected bool IsStandard(ActivationFunction gates) => activation.name == "tanh" && gates.name == "sigmoid" && recurrent_dropout == 0 && !unroll;

    private protected override Tensor DropEachStep(Tensor x, bool? training, out bool done)
    {
        done = DropsEachStep && dropout > 0 && training == true;
        return done ? x * Own.DrawInputMasks(x.DimsArray, training)![0] : x;
    }
}
