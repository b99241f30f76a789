using KerasSharp.Activations;
using KerasSharp.Backends;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What depthwise convolutions have in common: each channel is convolved on its own, with several kernels if asked.</summary>
public abstract class BaseDepthwiseConv : BaseConv
{
    private Variable? depthwiseKernel;

    /// <summary>A depthwise convolution over <paramref name="rank"/> axes.</summary>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    protected BaseDepthwiseConv(
        int rank, IntTuple kernel_size, IntTuple strides, string padding, int depth_multiplier, string? data_format, IntTuple dilation_rate,
        ActivationFunction? activation, bool use_bias, Initializer? depthwise_initializer, Initializer? bias_initializer,
        Regularizer? depthwise_regularizer, Regularizer? bias_regularizer, Regularizer? activity_regularizer,
        Constraint? depthwise_constraint, Constraint? bias_constraint, int groups, LayerArguments kwargs)
        : base(
            rank, null, kernel_size, strides, padding, data_format, dilation_rate, groups, activation, use_bias, null, bias_initializer,
            null, bias_regularizer, activity_regularizer, null, bias_constraint, kwargs)
    {
        SingleGroup.Require(this);
        this.depth_multiplier = depth_multiplier > 0 ? depth_multiplier
            : throw new ValueError($"`depth_multiplier` must be an integer > 0. Received: depth_multiplier={depth_multiplier}");
        this.depthwise_initializer = depthwise_initializer ?? "glorot_uniform";
        this.depthwise_regularizer = depthwise_regularizer;
        this.depthwise_constraint = depthwise_constraint;
    }

    /// <summary>The number of output channels of each input channel.</summary>
    public int depth_multiplier { get; }

    /// <summary>Draws the first depthwise kernel.</summary>
    public Initializer depthwise_initializer { get; }

    /// <summary>Penalty on the depthwise kernel.</summary>
    public Regularizer? depthwise_regularizer { get; }

    /// <summary>What the depthwise kernel must fulfil.</summary>
    public Constraint? depthwise_constraint { get; }

    /// <summary>The kernel: (window…, channels, depth_multiplier).</summary>
    /// <exception cref="AttributeError">The layer is not built yet.</exception>
    public Variable depthwise_kernel => depthwiseKernel ?? throw new AttributeError($"'{GetType().Name}' object has no attribute 'depthwise_kernel'");

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        if (input_shape.rank != rank + 2)
        {
            throw new ValueError($"Inputs to `DepthwiseConv` should have rank {rank + 2}. Received input_shape={input_shape}.");
        }

        var channels = InputChannels(input_shape, "The channel dimension of the inputs to `DepthwiseConv` should be defined.");
        compute_output_shape(input_shape);
        depthwiseKernel = add_weight(
            "depthwise_kernel", [.. kernel_size, channels, depth_multiplier], null, depthwise_initializer, depthwise_regularizer, true, depthwise_constraint);
        AddBias(CheckedGeometry.Dimension((long)channels * depth_multiplier, "the output channels"));
        Finish(input_shape, new InputSpec(min_ndim: rank + 2, axes: new Dictionary<int, int> { [ChannelAxis] = channels }));
    }

    /// <inheritdoc/>
    public override Config get_config()
    {
        var config = new Config(base.get_config());
        foreach (var missing in new[] { "filters", "kernel_initializer", "kernel_regularizer", "kernel_constraint" })
        {
            config.Remove(missing);
        }

        config["depth_multiplier"] = depth_multiplier;
        config["depthwise_initializer"] = ObjectRegistry.Serialize(depthwise_initializer);
        config["depthwise_regularizer"] = ObjectRegistry.Serialize(depthwise_regularizer);
        config["depthwise_constraint"] = ObjectRegistry.Serialize(depthwise_constraint);
        return config;
    }

    /// <inheritdoc/>
    private protected override Tensor Convolve(Tensor x, FusedActivation activation) => Convolutions.Depthwise(x, depthwise_kernel.value, bias?.value, Axes(x), activation);

    /// <inheritdoc/>
    private protected override int? OutputChannels(int? channels) => channels * depth_multiplier;
}
