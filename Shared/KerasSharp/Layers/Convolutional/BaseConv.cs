using KerasSharp.Activations;
using KerasSharp.Backends;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What convolutions have in common: their arguments, weights, shapes and configuration.</summary>
public abstract class BaseConv : Layer
{
    /// <summary>A convolution over <paramref name="rank"/> axes.</summary>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    protected BaseConv(
        int rank, int? filters, IntTuple kernel_size, IntTuple strides, string padding, string? data_format, IntTuple dilation_rate, int groups,
        ActivationFunction? activation, bool use_bias, Initializer? kernel_initializer, Initializer? bias_initializer,
        Regularizer? kernel_regularizer, Regularizer? bias_regularizer, Regularizer? activity_regularizer,
        Constraint? kernel_constraint, Constraint? bias_constraint, LayerArguments kwargs)
        : base(kwargs)
    {
        this.rank = rank;
        Filters = filters is null or > 0 ? filters
            : throw new ValueError($"Invalid value for argument `filters`. Expected a strictly positive value. Received filters={filters}.");
        this.groups = groups > 0 ? groups
            : throw new ValueError($"Invalid value for argument `groups`. Expected a strictly positive value. Received groups={groups}.");
        if (filters is { } number && number % groups != 0)
        {
            throw new ValueError("The number of filters must be evenly divisible by the number of groups. "
                + $"Received: groups={groups}, filters={filters}");
        }

        this.kernel_size = Window.Tuple(kernel_size, rank, nameof(kernel_size), 1);
        this.strides = Window.Strides(strides, rank, 1);
        this.dilation_rate = Window.Tuple(dilation_rate, rank, nameof(dilation_rate), 1);
        this.padding = Window.Padding(padding, takesCausal: this is Conv1D or SeparableConv1D);
        this.data_format = Window.DataFormat(data_format);
        if (this.strides.Max() > 1 && this.dilation_rate.Max() > 1)
        {
            throw new ValueError("`strides > 1` not supported in conjunction with `dilation_rate > 1`. "
                + $"Received: strides={(IntTuple)this.strides} and dilation_rate={(IntTuple)this.dilation_rate}");
        }

        this.activation = activation ?? keras.activations.get();
        this.use_bias = use_bias;
        this.kernel_initializer = kernel_initializer ?? "glorot_uniform";
        this.bias_initializer = bias_initializer ?? "zeros";
        this.kernel_regularizer = kernel_regularizer;
        this.bias_regularizer = bias_regularizer;
        this.activity_regularizer = activity_regularizer;
        this.kernel_constraint = kernel_constraint;
        this.bias_constraint = bias_constraint;
        input_spec = new InputSpec(min_ndim: rank + 2);
    }

    /// <summary>The number of axes that the window moves along.</summary>
    public int rank { get; }

    /// <summary>The number of output channels.</summary>
    /// <exception cref="AttributeError">The layer has none of its own: a depthwise convolution has as many as the channels ask for.</exception>
    public int filters => Filters ?? throw new AttributeError($"'{GetType().Name}' object has no attribute 'filters'");

    /// <summary>The window's size.</summary>
    public int[] kernel_size { get; }

    /// <summary>The steps of the window.</summary>
    public int[] strides { get; }

    /// <summary><c>valid</c> or <c>same</c>; of sequences also <c>causal</c>.</summary>
    public string padding { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string data_format { get; }

    /// <summary>The distance between the elements that the window sees.</summary>
    public int[] dilation_rate { get; }

    /// <summary>The number of parts that the channels are split into.</summary>
    public int groups { get; }

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

    /// <summary>The kernel: (window…, input channels / groups, filters).</summary>
    /// <exception cref="AttributeError">The layer is not built yet.</exception>
    public Variable kernel => Kernel ?? throw new AttributeError($"'{GetType().Name}' object has no attribute 'kernel'");

    /// <summary>The bias (filters,); null if there is none.</summary>
    public Variable? bias { get; private set; }

    /// <summary>The number of output channels that was given.</summary>
    private protected int? Filters { get; }

    private protected Variable? Kernel { get; set; }

    private protected bool ChannelsFirst => data_format == "channels_first";

    private protected int ChannelAxis => ChannelsFirst ? -1 - rank : -1;

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        var channels = InputChannels(input_shape, "The channel dimension of the inputs should be defined.");
        if (channels % groups != 0)
        {
            throw new ValueError("The number of input channels must be evenly divisible by the number of groups. "
                + $"Received groups={groups}, but the input has {channels} channels (full input shape is {input_shape}).");
        }

        // Fails here, before there are weights, where the window is larger than the input.
        compute_output_shape(input_shape);
        Kernel = add_weight("kernel", [.. kernel_size, channels / groups, filters], null, kernel_initializer, kernel_regularizer, true, kernel_constraint);
        AddBias(filters);
        Finish(input_shape, new InputSpec(min_ndim: rank + 2, axes: new Dictionary<int, int> { [ChannelAxis] = channels }));
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int[] batches = [.. inputs.Dims[..^(rank + 1)]];
        var x = batches.Length == 1 ? inputs : keras.ops.reshape(inputs, [Shapes.Size(batches), .. inputs.Dims[batches.Length..]]);
        x = ChannelsFirst ? ImageLayout.ToChannelsLast(x) : x;

        // Bias and activation join the kernel's pass over memory where it has that activation.
        var fused = JoinsActivation ? activation.Fused : null;
        var y = Convolve(x, fused ?? FusedActivation.None);
        y = ChannelsFirst ? ImageLayout.ToChannelsFirst(y) : y;
        y = batches.Length == 1 ? y : keras.ops.reshape(y, [.. batches, .. y.Dims[1..]]);
        return fused is null ? activation.call(y) : y;
    }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The window is larger than the input.</exception>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        var output = input_shape.ToArray();
        var first = input_shape.rank - rank - (ChannelsFirst ? 0 : 1);
        output[input_shape.rank + ChannelAxis] = OutputChannels(input_shape[input_shape.rank + ChannelAxis]);
        for (var i = 0; i < rank; i++)
        {
            output[first + i] = input_shape[first + i] is { } length ? OutputLength(length, i, input_shape) : null;
        }

        return new TensorShape(output);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["filters"] = Filters,
        ["kernel_size"] = kernel_size,
        ["strides"] = strides,
        ["padding"] = padding,
        ["data_format"] = data_format,
        ["dilation_rate"] = dilation_rate,
        ["groups"] = groups,
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

    /// <summary>Whether <see cref="Convolve"/> can apply an activation.</summary>
    private protected virtual bool JoinsActivation => true;

    /// <summary>The convolution of an input (n, spatial…, c), with bias and activation.</summary>
    private protected virtual Tensor Convolve(Tensor x, FusedActivation activation) => Convolutions.Run(x, kernel.value, bias?.value, Axes(x), groups, activation);

    /// <summary>The number of output channels for a number of input channels.</summary>
    private protected virtual int? OutputChannels(int? channels) => filters;

    /// <summary>The length of the output along one of the axes.</summary>
    /// <exception cref="ValueError">The window is larger than the input.</exception>
    private protected virtual int OutputLength(int length, int axis, TensorShape input_shape) => Axis(length, axis, input_shape).Places;

    /// <summary>How the window moves over an input (n, spatial…, c).</summary>
    /// <exception cref="ValueError">The window is larger than the input.</exception>
    private protected WindowAxis[] Axes(Tensor x) => [.. Enumerable.Range(0, rank).Select(i => Axis(x.dim(1 + i), i, x.shape))];

    /// <summary>The number of channels, which must be known.</summary>
    /// <exception cref="ValueError">It is not.</exception>
    private protected int InputChannels(TensorShape input_shape, string sentence) => input_shape[input_shape.rank + ChannelAxis]
        ?? throw new ValueError($"{sentence} The input_shape received is {input_shape}, where axis {ChannelAxis} (0-based) is the channel dimension, which found to be `None`.");

    private protected void AddBias(int length) => bias = use_bias ? add_weight("bias", [length], null, bias_initializer, bias_regularizer, true, bias_constraint) : null;

    /// <summary>The end of <c>build</c>.</summary>
    private protected void Finish(TensorShape input_shape, InputSpec spec)
    {
        input_spec = spec;
        activation.EnsureBuilt(compute_output_shape(input_shape));
        built = true;
    }

    private WindowAxis Axis(int length, int axis, TensorShape input_shape)
        => Window.Axis(length, kernel_size[axis], padding, strides[axis], dilation_rate[axis]) is { Places: > 0 } window ? window
            : throw new ValueError($"One of the dimensions in the output is <= 0 due to downsampling in {name}. Consider increasing the input size. "
                + $"Received input shape [{string.Join(", ", input_shape.Select(d => d?.ToString() ?? "None"))}] "
                + "which would produce output shape with a zero or negative value in a dimension.");
}
