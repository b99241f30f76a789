using KerasSharp.Activations;
using KerasSharp.Backends;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// What separable convolutions have in common: a depthwise convolution, then one with a window of one element, which mixes the channels.
/// </summary>
public abstract class BaseSeparableConv : BaseConv
{
    private Variable? depthwiseKernel, pointwiseKernel;

    /// <summary>A separable convolution over <paramref name="rank"/> axes.</summary>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    protected BaseSeparableConv(
        int rank, int filters, IntTuple kernel_size, IntTuple strides, string padding, string? data_format, IntTuple dilation_rate, int depth_multiplier,
        ActivationFunction? activation, bool use_bias, Initializer? depthwise_initializer, Initializer? pointwise_initializer, Initializer? bias_initializer,
        Regularizer? depthwise_regularizer, Regularizer? pointwise_regularizer, Regularizer? bias_regularizer, Regularizer? activity_regularizer,
        Constraint? depthwise_constraint, Constraint? pointwise_constraint, Constraint? bias_constraint,
        int groups, Initializer? kernel_initializer, Regularizer? kernel_regularizer, Constraint? kernel_constraint, LayerArguments kwargs)
        : base(
            rank, filters, kernel_size, strides, padding, data_format, dilation_rate, groups, activation, use_bias, kernel_initializer, bias_initializer,
            kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, kwargs)
    {
        SingleGroup.Require(this);
        this.depth_multiplier = depth_multiplier > 0 ? depth_multiplier
            : throw new ValueError($"`depth_multiplier` must be an integer > 0. Received: depth_multiplier={depth_multiplier}");
        this.depthwise_initializer = depthwise_initializer ?? "glorot_uniform";
        this.pointwise_initializer = pointwise_initializer ?? "glorot_uniform";
        this.depthwise_regularizer = depthwise_regularizer;
        this.pointwise_regularizer = pointwise_regularizer;
        this.depthwise_constraint = depthwise_constraint;
        this.pointwise_constraint = pointwise_constraint;
    }

    /// <summary>The number of channels that the depthwise convolution makes of each.</summary>
    public int depth_multiplier { get; }

    /// <summary>Draws the first depthwise kernel.</summary>
    public Initializer depthwise_initializer { get; }

    /// <summary>Draws the first pointwise kernel.</summary>
    public Initializer pointwise_initializer { get; }

    /// <summary>Penalty on the depthwise kernel.</summary>
    public Regularizer? depthwise_regularizer { get; }

    /// <summary>Penalty on the pointwise kernel.</summary>
    public Regularizer? pointwise_regularizer { get; }

    /// <summary>What the depthwise kernel must fulfil.</summary>
    public Constraint? depthwise_constraint { get; }

    /// <summary>What the pointwise kernel must fulfil.</summary>
    public Constraint? pointwise_constraint { get; }

    /// <summary>The first kernel: (window…, channels, depth_multiplier).</summary>
    /// <exception cref="AttributeError">The layer is not built yet.</exception>
    public Variable depthwise_kernel => depthwiseKernel ?? throw new AttributeError($"'{GetType().Name}' object has no attribute 'depthwise_kernel'");

    /// <summary>The second kernel: (1…, channels · depth_multiplier, filters).</summary>
    /// <exception cref="AttributeError">The layer is not built yet.</exception>
    public Variable pointwise_kernel => pointwiseKernel ?? throw new AttributeError($"'{GetType().Name}' object has no attribute 'pointwise_kernel'");

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        var channels = InputChannels(input_shape, "The channel dimension of the inputs should be defined.");
        compute_output_shape(input_shape);
        depthwiseKernel = add_weight(
            "depthwise_kernel", [.. kernel_size, channels, depth_multiplier], null, depthwise_initializer, depthwise_regularizer, true, depthwise_constraint);
        var between = CheckedGeometry.Dimension((long)channels * depth_multiplier, "the channels between the convolutions");
        pointwiseKernel = add_weight(
            "pointwise_kernel", [.. Enumerable.Repeat(1, rank), between, filters], null, pointwise_initializer, pointwise_regularizer, true, pointwise_constraint);
        AddBias(filters);
        Finish(input_shape, new InputSpec(ndim: rank + 2, axes: new Dictionary<int, int> { [ChannelAxis] = channels }));
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["depth_multiplier"] = depth_multiplier,
        ["depthwise_initializer"] = ObjectRegistry.Serialize(depthwise_initializer),
        ["pointwise_initializer"] = ObjectRegistry.Serialize(pointwise_initializer),
        ["depthwise_regularizer"] = ObjectRegistry.Serialize(depthwise_regularizer),
        ["pointwise_regularizer"] = ObjectRegistry.Serialize(pointwise_regularizer),
        ["depthwise_constraint"] = ObjectRegistry.Serialize(depthwise_constraint),
        ["pointwise_constraint"] = ObjectRegistry.Serialize(pointwise_constraint),
    };

    /// <inheritdoc/>
    private protected override Tensor Convolve(Tensor x, FusedActivation activation)
    {
        var between = Convolutions.Depthwise(x, depthwise_kernel.value, null, Axes(x), FusedActivation.None);
        WindowAxis[] points = [.. Enumerable.Range(1, rank).Select(i => WindowAxis.One with { Length = between.dim(i), Places = between.dim(i) })];
        return Convolutions.Run(between, pointwise_kernel.value, bias?.value, points, 1, activation);
    }
}
