using KerasSharp.Activations;
using KerasSharp.Backends;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Each output is a weighted sum of all inputs: (batch, …, inputs) → (batch, …, units). Works on the last axis.
/// Source: <see href="https://keras.io/api/layers/core_layers/dense/"/>.
/// </summary>
[KerasExport("keras.layers.Dense")]
public class Dense : Layer
{
    private Variable? builtKernel;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="units">The number of outputs.</param>
    /// <param name="activation">What is done to the output: a name, a layer; linear if not given.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="kernel_initializer">Draws the first kernel; <c>glorot_uniform</c> if not given.</param>
    /// <param name="bias_initializer">Draws the first bias; <c>zeros</c> if not given.</param>
    /// <param name="kernel_regularizer">Penalty on the kernel.</param>
    /// <param name="bias_regularizer">Penalty on the bias.</param>
    /// <param name="activity_regularizer">Penalty on the output.</param>
    /// <param name="kernel_constraint">What the kernel must fulfil after each update.</param>
    /// <param name="bias_constraint">What the bias must fulfil after each update.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    public Dense(
        int units, ActivationFunction? activation = null, bool use_bias = true, [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null,
        [KerasDefault("zeros")] Initializer? bias_initializer = null, Regularizer? kernel_regularizer = null, Regularizer? bias_regularizer = null,
        Regularizer? activity_regularizer = null, Constraint? kernel_constraint = null, Constraint? bias_constraint = null, LayerArguments kwargs = default)
        : base(kwargs)
    {
        this.units = units > 0 ? units
            : throw new ValueError($"Received an invalid value for `units`, expected a positive integer. Received: units={units}");
        this.activation = activation ?? keras.activations.get();
        this.use_bias = use_bias;
        this.kernel_initializer = kernel_initializer ?? "glorot_uniform";
        this.bias_initializer = bias_initializer ?? "zeros";
        this.kernel_regularizer = kernel_regularizer;
        this.bias_regularizer = bias_regularizer;
        this.activity_regularizer = activity_regularizer;
        this.kernel_constraint = kernel_constraint;
        this.bias_constraint = bias_constraint;
        input_spec = new InputSpec(min_ndim: 2);
    }

    /// <summary>The number of outputs.</summary>
    public int units { get; }

    /// <summary>What is done to the output.</summary>
    public ActivationFunction activation { get; }

    /// <summary>Whether there is a bias.</summary>
    public bool use_bias { get; }

    /// <summary>Draws the first kernel.</summary>
    public Initializer kernel_initializer { get; }

    /// <summary>Draws the first bias.</summary>
    public Initializer bias_initializer { get; }

    /// <summary>Penalty on the kernel.</summary>
    public Regularizer? kernel_regularizer { get; }

    /// <summary>Penalty on the bias.</summary>
    public Regularizer? bias_regularizer { get; }

    /// <summary>What the kernel must fulfil.</summary>
    public Constraint? kernel_constraint { get; }

    /// <summary>What the bias must fulfil.</summary>
    public Constraint? bias_constraint { get; }

    /// <summary>The kernel (inputs, units).</summary>
    /// <exception cref="AttributeError">The layer is not built yet.</exception>
    public Variable kernel => builtKernel ?? throw new AttributeError($"'{GetType().Name}' object has no attribute 'kernel'");

    /// <summary>The bias (units,); null if there is none.</summary>
    public Variable? bias { get; private set; }

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        var inputs = input_shape[^1] ?? throw new ValueError("The last dimension of the inputs to a Dense layer should be defined. "
            + $"Found None. Full input shape received: {input_shape}");
        builtKernel = add_weight("kernel", [inputs, units], null, kernel_initializer, kernel_regularizer, true, kernel_constraint);
        if (use_bias)
        {
            bias = add_weight("bias", [units], null, bias_initializer, bias_regularizer, true, bias_constraint);
        }

        input_spec = new InputSpec(min_ndim: 2, axes: new Dictionary<int, int> { [-1] = inputs });
        activation.EnsureBuilt(compute_output_shape(input_shape));
        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        // Bias and activation join the kernel's pass over memory where it has that activation.
        var y = keras.ops.dense(inputs, kernel.value, bias?.value, activation.Fused ?? FusedActivation.None);
        return activation.Fused is null ? activation.call(y) : y;
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        if (input_shape[^1] is null)
        {
            throw new ValueError($"The last dimension of the input shape of a Dense layer should be defined. Found None. Received: input_shape={input_shape}");
        }

        return new([.. input_shape.SkipLast(1), units]);
    }

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["units"] = units,
        ["activation"] = keras.activations.serialize(activation),
        ["use_bias"] = use_bias,
        ["kernel_initializer"] = ObjectRegistry.Serialize(kernel_initializer),
        ["bias_initializer"] = ObjectRegistry.Serialize(bias_initializer),
        ["kernel_regularizer"] = ObjectRegistry.Serialize(kernel_regularizer),
        ["bias_regularizer"] = ObjectRegistry.Serialize(bias_regularizer),
        ["activity_regularizer"] = ObjectRegistry.Serialize(activity_regularizer),
        ["kernel_constraint"] = ObjectRegistry.Serialize(kernel_constraint),
        ["bias_constraint"] = ObjectRegistry.Serialize(bias_constraint),
    };
}
