using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Brings each group of channels of each sample to mean 0 and variance 1, then scales and shifts each channel.
/// Source: <see href="https://keras.io/api/layers/normalization_layers/group_normalization/"/>.
/// </summary>
[KerasExport("keras.layers.GroupNormalization")]
public class GroupNormalization : Layer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="groups">How many groups the channels form; -1 for a group of each channel.</param>
    /// <param name="axis">The channels' axis.</param>
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
    public GroupNormalization(
        int groups = 32, int axis = -1, double epsilon = 0.001, bool center = true, bool scale = true,
        [KerasDefault("zeros")] Initializer? beta_initializer = null, [KerasDefault("ones")] Initializer? gamma_initializer = null,
        Regularizer? beta_regularizer = null, Regularizer? gamma_regularizer = null, Constraint? beta_constraint = null, Constraint? gamma_constraint = null,
        LayerArguments kwargs = default)
        : base(kwargs)
    {
        (this.groups, this.axis, this.epsilon, this.center, this.scale) = (groups, axis, epsilon, center, scale);
        this.beta_initializer = beta_initializer ?? "zeros";
        this.gamma_initializer = gamma_initializer ?? "ones";
        (this.beta_regularizer, this.gamma_regularizer) = (beta_regularizer, gamma_regularizer);
        (this.beta_constraint, this.gamma_constraint) = (beta_constraint, gamma_constraint);
        supports_masking = true;
    }

    /// <summary>How many groups the channels form; the number of channels in place of -1 once the layer is built.</summary>
    public int groups { get; private set; }

    /// <summary>The channels' axis.</summary>
    public int axis { get; }

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

    /// <summary>The factor (channels,); null if there is none.</summary>
    public Variable? gamma { get; private set; }

    /// <summary>The shift (channels,); null if there is none.</summary>
    public Variable? beta { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The number of channels is unknown, or does not fit the groups; in Keras's words.</exception>
    public override void build(TensorShape input_shape)
    {
        var channels = input_shape[axis] ?? throw new ValueError(
            $"Axis {axis} of input tensor should have a defined dimension but the layer received an input with shape {input_shape}.");
        groups = groups == -1 ? channels : groups;
        if (channels < groups)
        {
            throw new ValueError($"Number of groups ({groups}) cannot be more than the number of channels ({channels}).");
        }

        if (channels % groups != 0)
        {
            throw new ValueError($"Number of groups ({groups}) must be a multiple of the number of channels ({channels}).");
        }

        input_spec = new InputSpec(ndim: input_shape.rank, axes: new Dictionary<int, int> { [axis] = channels });
        gamma = scale ? add_weight("gamma", channels, null, gamma_initializer, gamma_regularizer, true, gamma_constraint) : null;
        beta = center ? add_weight("beta", channels, null, beta_initializer, beta_regularizer, true, beta_constraint) : null;
        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var channels = Engine.Shapes.Axis(axis, inputs.ndim);
        int[] grouped = [.. inputs.Dims[..channels], groups, inputs.dim(channels) / groups, .. inputs.Dims[(channels + 1)..]];
        int[] reduced = [.. Enumerable.Range(1, inputs.ndim).Where(i => i != channels)];
        var x = ops.reshape(inputs, grouped);
        var centered = x - ops.mean(x, reduced, keepdims: true);
        var factor = ops.rsqrt(ops.mean(ops.square(centered), reduced, keepdims: true) + epsilon);
        var stretched = new int[grouped.Length];
        Array.Fill(stretched, 1);
        (stretched[channels], stretched[channels + 1]) = (groups, grouped[channels + 1]);
        var y = centered * (gamma is null ? factor : factor * ops.reshape(gamma, stretched));
        return ops.reshape(beta is null ? y : y + ops.reshape(beta, stretched), inputs.DimsArray);
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["groups"] = groups,
        ["axis"] = axis,
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
