using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the cells of Keras have in common: a kernel for the inputs, one for the state, a bias, and their arguments.</summary>
public abstract class BaseRNNCell : DropoutRNNCell
{
    private readonly CellSettings settings;

    private protected BaseRNNCell(int units, CellSettings settings, LayerArguments kwargs)
        : base(settings.Dropout, settings.RecurrentDropout, kwargs)
    {
        this.units = units > 0 ? units
            : throw new ValueError($"Received an invalid value for argument `units`, expected a positive integer, got {units}.");
        this.settings = settings.Complete();
    }

    /// <summary>The length of the output and of each state.</summary>
    public int units { get; }

    /// <summary>What is done to the output.</summary>
    public ActivationFunction activation => settings.Activation!;

    /// <summary>Whether there is a bias.</summary>
    public bool use_bias => settings.UseBias;

    /// <summary>Draws the first kernel.</summary>
    public Initializer kernel_initializer => settings.Kernel!;

    /// <summary>Draws the first recurrent kernel.</summary>
    public Initializer recurrent_initializer => settings.Recurrent!;

    /// <summary>Draws the first bias.</summary>
    public Initializer bias_initializer => settings.Bias!;

    /// <summary>Penalty on the kernel.</summary>
    public Regularizer? kernel_regularizer => settings.KernelRegularizer;

    /// <summary>Penalty on the recurrent kernel.</summary>
    public Regularizer? recurrent_regularizer => settings.RecurrentRegularizer;

    /// <summary>Penalty on the bias.</summary>
    public Regularizer? bias_regularizer => settings.BiasRegularizer;

    /// <summary>What the kernel must fulfil.</summary>
    public Constraint? kernel_constraint => settings.KernelConstraint;

    /// <summary>What the recurrent kernel must fulfil.</summary>
    public Constraint? recurrent_constraint => settings.RecurrentConstraint;

    /// <summary>What the bias must fulfil.</summary>
    public Constraint? bias_constraint => settings.BiasConstraint;

    /// <summary>The kernel (inputs, gates · units); null before the cell is built.</summary>
    public Variable? kernel { get; private set; }

    /// <summary>The recurrent kernel (units, gates · units); null before the cell is built.</summary>
    public Variable? recurrent_kernel { get; private set; }

    /// <summary>The bias; null if there is none.</summary>
    public Variable? bias { get; private set; }

    /// <inheritdoc/>
    public override StateSize state_size => units;

    /// <summary>The activation of the gates; null where there are none.</summary>
    private protected virtual ActivationFunction? GateActivation => null;

    /// <summary>The bias's shape.</summary>
    private protected virtual TensorShape BiasShape => [Gates * units];

    /// <summary>Draws the first bias where it is not the argument alone.</summary>
    private protected virtual Initializer FirstBias => bias_initializer;

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        var inputs = input_shape[^1] ?? throw new ValueError("The last dimension of the inputs to a RNN cell should be defined. "
            + $"Found None. Full input shape received: {input_shape}");
        kernel = add_weight("kernel", [inputs, Gates * units], null, kernel_initializer, kernel_regularizer, true, kernel_constraint);
        recurrent_kernel = add_weight("recurrent_kernel", [units, Gates * units], null, recurrent_initializer, recurrent_regularizer, true, recurrent_constraint);
        bias = use_bias ? add_weight("bias", BiasShape, null, FirstBias, bias_regularizer, true, bias_constraint) : null;
        built = true;
    }

    /// <inheritdoc/>
    public override Config get_config() => WriteTo(new Config(base.get_config()) { ["units"] = units }, default);

    /// <summary>Writes the arguments of the cell, which are its layer's too.</summary>
    internal Config WriteTo(Config config, (bool Has, Regularizer? Value) activity)
    {
        settings.Write(config, GateActivation, (this as LSTMCell)?.unit_forget_bias, activity);
        config["dropout"] = dropout;
        config["recurrent_dropout"] = recurrent_dropout;
        WriteMore(config);
        return config;
    }

    /// <summary>The arguments that stand at the end.</summary>
    private protected virtual void WriteMore(Config config)
    {
    }

    /// <summary>The columns of one gate.</summary>
    private protected Tensor Gate(Tensor x, int gate)
    {
        var (start, shape) = (new int[x.ndim], (int[])x.DimsArray.Clone());
        (start[^1], shape[^1]) = (gate * units, units);
        return keras.ops.slice(x, start, shape);
    }

    /// <summary>The product with the kernel, where each gate may have a mask of its own.</summary>
    private protected Tensor Product(Tensor inputs, CellMasks masks, Tensor? bias)
    {
        if (masks.Inputs is null || !MaskPerGate)
        {
            return keras.ops.dense(masks.Input(inputs, 0), kernel!.value, bias, Backends.FusedActivation.None);
        }

        var product = keras.ops.concatenate([.. Enumerable.Range(0, Gates).Select(g => keras.ops.matmul(masks.Input(inputs, g), Gate(kernel!, g)))]);
        return bias is null ? product : product + bias;
    }

    /// <summary>The products of the state with the first columns of the recurrent kernel, where each gate may have a mask of its own.</summary>
    private protected Tensor Recurrent(Tensor state, CellMasks masks, int gates)
    {
        if (masks.Recurrent is null)
        {
            return keras.ops.matmul(state, gates == Gates ? recurrent_kernel!.value : keras.ops.slice(recurrent_kernel!, [0, 0], [units, gates * units]));
        }

        return keras.ops.concatenate([.. Enumerable.Range(0, gates).Select(g => keras.ops.matmul(masks.State(state, g), Gate(recurrent_kernel!, g)))]);
    }
}
