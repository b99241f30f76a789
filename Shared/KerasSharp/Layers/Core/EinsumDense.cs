using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// A dense layer of any shapes: an Einstein sum of the input and a kernel, plus a bias. <c>EinsumDense("abc,cd-&gt;abd", output_shape: (null, 64))</c>
/// is <c>Dense(64)</c> on a sequence. Source: <see href="https://keras.io/api/layers/core_layers/einsum_dense/"/>.
/// </summary>
[KerasExport("keras.layers.EinsumDense", "keras.layers.experimental.EinsumDense")]
public class EinsumDense : Layer
{
    private int?[] fullOutputShape = [];

    /// <summary>A layer of these arguments.</summary>
    /// <param name="equation">Labels of the input, the kernel and the output: <c>abc,cd-&gt;abd</c>. An ellipsis stands for any axes: <c>...x,xy-&gt;...y</c>.</param>
    /// <param name="output_shape">The output's shape without the batch and without what an ellipsis stands for; null where the input says it.</param>
    /// <param name="activation">What is done to the output: a name, a layer; linear if not given.</param>
    /// <param name="bias_axes">The output's labels that the bias has; no bias if not given.</param>
    /// <param name="kernel_initializer">Draws the first kernel; <c>glorot_uniform</c> if not given.</param>
    /// <param name="bias_initializer">Draws the first bias; <c>zeros</c> if not given.</param>
    /// <param name="kernel_regularizer">Penalty on the kernel.</param>
    /// <param name="bias_regularizer">Penalty on the bias.</param>
    /// <param name="activity_regularizer">Penalty on the output.</param>
    /// <param name="kernel_constraint">What the kernel must fulfil after each update.</param>
    /// <param name="bias_constraint">What the bias must fulfil after each update.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public EinsumDense(
        string equation, TensorShape output_shape, ActivationFunction? activation = null, string? bias_axes = null,
        [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null, [KerasDefault("zeros")] Initializer? bias_initializer = null,
        Regularizer? kernel_regularizer = null, Regularizer? bias_regularizer = null, Regularizer? activity_regularizer = null,
        Constraint? kernel_constraint = null, Constraint? bias_constraint = null, LayerArguments kwargs = default)
        : base(kwargs)
    {
        (this.equation, partial_output_shape, this.bias_axes) = (equation, output_shape, bias_axes);
        this.activation = activation ?? keras.activations.get();
        this.kernel_initializer = kernel_initializer ?? "glorot_uniform";
        this.bias_initializer = bias_initializer ?? "zeros";
        (this.kernel_regularizer, this.bias_regularizer, this.activity_regularizer) = (kernel_regularizer, bias_regularizer, activity_regularizer);
        (this.kernel_constraint, this.bias_constraint) = (kernel_constraint, bias_constraint);
    }

    /// <summary>Labels of the input, the kernel and the output.</summary>
    public string equation { get; }

    /// <summary>The output's shape as it was given.</summary>
    public TensorShape partial_output_shape { get; }

    /// <summary>What is done to the output.</summary>
    public ActivationFunction activation { get; }

    /// <summary>The output's labels that the bias has; null if there is no bias.</summary>
    public string? bias_axes { get; }

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

    /// <summary>The kernel; null before the layer is built.</summary>
    public Variable? kernel { get; private set; }

    /// <summary>The bias; null if there is none.</summary>
    public Variable? bias { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The equation does not fit the shapes, in Keras's words.</exception>
    public override void build(TensorShape input_shape)
    {
        var shapes = new EinsumShapes(equation, bias_axes, input_shape, partial_output_shape);
        fullOutputShape = shapes.Output;
        kernel = add_weight("kernel", shapes.Kernel, null, kernel_initializer, kernel_regularizer, true, kernel_constraint);
        bias = shapes.Bias is null ? null : add_weight("bias", shapes.Bias, null, bias_initializer, bias_regularizer, true, bias_constraint);
        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        var y = ops.einsum(equation, inputs, kernel!.value);
        return activation.call(bias is null ? y : y + bias.value);
    }

    /// <summary>The shape of the output that the layer was built for, whatever the input's: as in Keras.</summary>
    public override TensorShape compute_output_shape(TensorShape input_shape) => fullOutputShape;

    // The equation knows more than the shape that was given.
    internal override Tensor InferOutputs(Nest<Tensor> inputs, in CallArguments args) => call(inputs, args);

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["output_shape"] = partial_output_shape,
        ["equation"] = equation,
        ["activation"] = keras.activations.serialize(activation),
        ["bias_axes"] = bias_axes,
        ["kernel_initializer"] = ObjectRegistry.Serialize(kernel_initializer),
        ["bias_initializer"] = ObjectRegistry.Serialize(bias_initializer),
        ["kernel_regularizer"] = ObjectRegistry.Serialize(kernel_regularizer),
        ["bias_regularizer"] = ObjectRegistry.Serialize(bias_regularizer),
        ["activity_regularizer"] = ObjectRegistry.Serialize(activity_regularizer),
        ["kernel_constraint"] = ObjectRegistry.Serialize(kernel_constraint),
        ["bias_constraint"] = ObjectRegistry.Serialize(bias_constraint),
    };
}
