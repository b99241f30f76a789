using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Brings each sample to mean 0 and variance 1 over some axes, then scales and shifts it.
/// Source: <see href="https://keras.io/api/layers/normalization_layers/layer_normalization/"/>.
/// </summary>
[KerasExport("keras.layers.LayerNormalization")]
public class LayerNormalization : Layer
{
    private int[] axes = [];

    /// <summary>A layer of these arguments.</summary>
    /// <param name="axis">The axis or axes to normalize over; the last if not given.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="center">Whether there is a shift.</param>
    /// <param name="scale">Whether there is a factor.</param>
    /// <param name="beta_initializer">The first shift; <c>zeros</c> if not given.</param>
    /// <param name="gamma_initializer">The first factor; <c>ones</c> if not given.</param>
    /// <param name="beta_regularizer">Penalty on the shift.</param>
    /// <param name="gamma_regularizer">Penalty on the factor.</param>
    /// <param name="beta_constraint">What the shift must fulfil.</param>
    /// <param name="gamma_constraint">What the factor must fulfil.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public LayerNormalization(
        [KerasDefault(-1)] IntTuple axis = default, double epsilon = 0.001, bool center = true, bool scale = true,
        [KerasDefault("zeros")] Initializer? beta_initializer = null, [KerasDefault("ones")] Initializer? gamma_initializer = null,
        Regularizer? beta_regularizer = null, Regularizer? gamma_regularizer = null, Constraint? beta_constraint = null, Constraint? gamma_constraint = null,
        LayerArguments kwargs = default)
        : base(kwargs)
    {
        this.axis = axis.is_given ? axis : -1;
        (this.epsilon, this.center, this.scale) = (epsilon, center, scale);
        this.beta_initializer = beta_initializer ?? "zeros";
        this.gamma_initializer = gamma_initializer ?? "ones";
        (this.beta_regularizer, this.gamma_regularizer) = (beta_regularizer, gamma_regularizer);
        (this.beta_constraint, this.gamma_constraint) = (beta_constraint, gamma_constraint);
        supports_masking = true;
    }

    /// <summary>The axis or axes; counted from the front once the layer is built.</summary>
    public IntTuple axis { get; private set; }

    /// <summary>Added to the variance.</summary>
    public double epsilon { get; }

    /// <summary>Whether there is a shift.</summary>
    public bool center { get; }

    /// <summary>Whether there is a factor.</summary>
    public bool scale { get; }

    /// <summary>The first shift.</summary>
    public Initializer beta_initializer { get; }

    /// <summary>The first factor.</summary>
    public Initializer gamma_initializer { get; }

    /// <summary>Penalty on the shift.</summary>
    public Regularizer? beta_regularizer { get; }

    /// <summary>Penalty on the factor.</summary>
    public Regularizer? gamma_regularizer { get; }

    /// <summary>What the shift must fulfil.</summary>
    public Constraint? beta_constraint { get; }

    /// <summary>What the factor must fulfil.</summary>
    public Constraint? gamma_constraint { get; }

    /// <summary>The factor; null if there is none.</summary>
    public Variable? gamma { get; private set; }

    /// <summary>The shift; null if there is none.</summary>
    public Variable? beta { get; private set; }

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        axes = NormalizationAxes.Of(axis, input_shape);
        axis = axes;
        var shape = Array.ConvertAll(axes, a => input_shape[a]!.Value);
        gamma = scale ? add_weight("gamma", shape, null, gamma_initializer, gamma_regularizer, true, gamma_constraint) : null;
        beta = center ? add_weight("beta", shape, null, beta_initializer, beta_regularizer, true, beta_constraint) : null;
        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var stretched = NormalizationAxes.Stretched(axes, inputs.Dims);
        var centered = inputs - ops.mean(inputs, axes, keepdims: true);
        var factor = ops.rsqrt(ops.mean(ops.square(centered), axes, keepdims: true) + epsilon);
        var y = centered * (gamma is null ? factor : factor * ops.reshape(gamma, stretched));
        return beta is null ? y : y + ops.reshape(beta, stretched);
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["axis"] = built ? axes : axis.ToConfig(),
        ["epsilon"] = epsilon,
        ["center"] = center,
        ["scale"] = scale,
        ["beta_initializer"] = ObjectRegistry.Serialize(beta_initializer),
        ["gamma_initializer"] = ObjectRegistry.Serialize(gamma_initializer),
        ["beta_regularizer"] = ObjectRegistry.Serialize(beta_regularizer),
        ["gamma_regularizer"] = ObjectRegistry.Serialize(gamma_regularizer),
        ["beta_constraint"] = ObjectRegistry.Serialize(beta_constraint),
        ["gamma_constraint"] = ObjectRegistry.Serialize(gamma_constraint),
    };
}
