using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Brings each channel to mean 0 and variance 1, over the batch in training, by moving averages in inference; then scales and shifts it. A
/// frozen layer works as in inference. Source: <see href="https://keras.io/api/layers/normalization_layers/batch_normalization/"/>.
/// </summary>
[KerasExport("keras.layers.BatchNormalization")]
public class BatchNormalization : Layer
{
    private int[] axes = [];

    /// <summary>A layer of these arguments.</summary>
    /// <param name="axis">The channels' axis, or several; the last if not given.</param>
    /// <param name="momentum">The share of the old value in a moving average's new one.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="center">Whether there is a shift.</param>
    /// <param name="scale">Whether there is a factor.</param>
    /// <param name="beta_initializer">The first shift; <c>zeros</c> if not given.</param>
    /// <param name="gamma_initializer">The first factor; <c>ones</c> if not given.</param>
    /// <param name="moving_mean_initializer">The first moving mean; <c>zeros</c> if not given.</param>
    /// <param name="moving_variance_initializer">The first moving variance; <c>ones</c> if not given.</param>
    /// <param name="beta_regularizer">Penalty on the shift.</param>
    /// <param name="gamma_regularizer">Penalty on the factor.</param>
    /// <param name="beta_constraint">What the shift must fulfil.</param>
    /// <param name="gamma_constraint">What the factor must fulfil.</param>
    /// <param name="synchronized">Not supported: statistics over several devices.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="NotImplementedError"><paramref name="synchronized"/> was asked for.</exception>
    public BatchNormalization(
        [KerasDefault(-1)] IntTuple axis = default, double momentum = 0.99, double epsilon = 0.001, bool center = true, bool scale = true,
        [KerasDefault("zeros")] Initializer? beta_initializer = null, [KerasDefault("ones")] Initializer? gamma_initializer = null,
        [KerasDefault("zeros")] Initializer? moving_mean_initializer = null, [KerasDefault("ones")] Initializer? moving_variance_initializer = null,
        Regularizer? beta_regularizer = null, Regularizer? gamma_regularizer = null, Constraint? beta_constraint = null, Constraint? gamma_constraint = null,
        bool synchronized = false, LayerArguments kwargs = default)
        : base(kwargs)
    {
        this.axis = axis.is_given ? axis : -1;
        (this.momentum, this.epsilon, this.center, this.scale) = (momentum, epsilon, center, scale);
        this.beta_initializer = beta_initializer ?? "zeros";
        this.gamma_initializer = gamma_initializer ?? "ones";
        this.moving_mean_initializer = moving_mean_initializer ?? "zeros";
        this.moving_variance_initializer = moving_variance_initializer ?? "ones";
        (this.beta_regularizer, this.gamma_regularizer) = (beta_regularizer, gamma_regularizer);
        (this.beta_constraint, this.gamma_constraint) = (beta_constraint, gamma_constraint);
        supports_masking = true;
        if (synchronized)
        {
            throw new NotImplementedError("BatchNormalization does not support the argument `synchronized`: there is one device. Received: synchronized=True");
        }
    }

    /// <summary>The channels' axis or axes; counted from the front once the layer is built.</summary>
    public IntTuple axis { get; private set; }

    /// <summary>The share of the old value in a moving average's new one.</summary>
    public double momentum { get; set; }

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

    /// <summary>The first moving mean.</summary>
    public Initializer moving_mean_initializer { get; }

    /// <summary>The first moving variance.</summary>
    public Initializer moving_variance_initializer { get; }

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

    /// <summary>The moving mean; null before the layer is built.</summary>
    public Variable? moving_mean { get; private set; }

    /// <summary>The moving variance; null before the layer is built.</summary>
    public Variable? moving_variance { get; private set; }

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        axes = NormalizationAxes.Of(axis, input_shape);
        axis = axes;
        input_spec = new InputSpec(ndim: input_shape.rank, axes: axes.ToDictionary(a => a, a => input_shape[a]!.Value));
        var shape = axes.Length == 1 ? [input_shape[axes[0]]!.Value] : NormalizationAxes.Stretched(axes, input_shape.ToDims());
        gamma = scale ? add_weight("gamma", shape, null, gamma_initializer, gamma_regularizer, true, gamma_constraint) : null;
        beta = center ? add_weight("beta", shape, null, beta_initializer, beta_regularizer, true, beta_constraint) : null;
        moving_mean = add_weight("moving_mean", shape, null, moving_mean_initializer, null, false);
        moving_variance = add_weight("moving_variance", shape, null, moving_variance_initializer, null, false);
        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var x = inputs.Value;
        var stretched = NormalizationAxes.Stretched(axes, x.Dims);
        if (args.training != true || !trainable)
        {
            var factor = Factor(ops.reshape(moving_variance!, stretched), stretched);
            var shift = ops.negative(ops.reshape(moving_mean!, stretched) * factor);
            return (x * factor) + (beta is null ? shift : ops.reshape(beta, stretched) + shift);
        }

        int[] others = [.. Enumerable.Range(0, x.ndim).Except(axes)];
        var (centered, mean, variance) = Moments(x, others, args.mask?.Value);
        using (new NoTape())
        {
            // Of images TensorFlow keeps the unbiased variance: its fused kernel does.
            var count = (double)x.size / Engine.Shapes.Size(stretched);
            var isFused = x.ndim is 4 or 5 && axes.Length == 1 && (axes[0] == 1 || axes[0] == x.ndim - 1);
            Move(moving_mean!, mean);
            Move(moving_variance!, isFused && count > 1 ? variance * (count / (count - 1)) : variance);
        }

        var y = centered * Factor(variance, stretched);
        return beta is null ? y : y + ops.reshape(beta, stretched);
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["axis"] = built ? axes : axis.ToConfig(),
        ["momentum"] = momentum,
        ["epsilon"] = epsilon,
        ["center"] = center,
        ["scale"] = scale,
        ["beta_initializer"] = ObjectRegistry.Serialize(beta_initializer),
        ["gamma_initializer"] = ObjectRegistry.Serialize(gamma_initializer),
        ["moving_mean_initializer"] = ObjectRegistry.Serialize(moving_mean_initializer),
        ["moving_variance_initializer"] = ObjectRegistry.Serialize(moving_variance_initializer),
        ["beta_regularizer"] = ObjectRegistry.Serialize(beta_regularizer),
        ["gamma_regularizer"] = ObjectRegistry.Serialize(gamma_regularizer),
        ["beta_constraint"] = ObjectRegistry.Serialize(beta_constraint),
        ["gamma_constraint"] = ObjectRegistry.Serialize(gamma_constraint),
    };

    // Steps that do not count have no weight in the averages.
    private static (Tensor Centered, Tensor Mean, Tensor Variance) Moments(Tensor x, int[] axes, Tensor? mask)
    {
        if (mask is null)
        {
            var mean = ops.mean(x, axes, keepdims: true);
            var distance = x - mean;
            return (distance, mean, ops.mean(ops.square(distance), axes, keepdims: true));
        }

        var weights = ops.broadcast_to(ops.expand_dims(ops.cast(mask, x.dtype), -1), x.DimsArray);
        var total = ops.sum(weights, axes, keepdims: true);
        var weighted = ops.sum(x * weights, axes, keepdims: true) / total;
        var centered = x - weighted;
        return (centered, weighted, ops.sum(ops.square(centered) * weights, axes, keepdims: true) / total);
    }

    private Tensor Factor(Tensor variance, int[] stretched)
    {
        var inverse = ops.rsqrt(variance + epsilon);
        return gamma is null ? inverse : inverse * ops.reshape(gamma, stretched);
    }

    private void Move(Variable average, Tensor batch)
        => average.assign(average.value - ((average.value - ops.reshape(batch, average.value.DimsArray)) * (1 - momentum)));
}
