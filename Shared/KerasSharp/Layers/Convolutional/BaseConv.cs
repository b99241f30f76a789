using KerasSharp.Activations;
using KerasSharp.Backends;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What convolutions have in common: their arguments, weights, shapes and configuration.</summary>
public abstract class BaseConv : Layer
{
    /// <summary>A convolution over <paramref name="rank"/> axes.</summary>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    protected BaseConv(
        int rank, int filters, IntTuple kernel_size, IntTuple strides, string padding, string? data_format, IntTuple dilation_rate, int groups,
        ActivationFunction? activation, bool use_bias, Initializer? kernel_initializer, Initializer? bias_initializer,
        Regularizer? kernel_regularizer, Regularizer? bias_regularizer, Regularizer? activity_regularizer,
        Constraint? kernel_constraint, Constraint? bias_constraint, LayerArguments kwargs)
        : base(kwargs)
    {
        this.rank = rank;
        this.filters = filters > 0 ? filters
            : throw new ValueError($"Invalid value for argument `filters`. Expected a strictly positive value. Received filters={filters}.");
        this.groups = groups > 0 ? groups
            : throw new ValueError($"Invalid value for argument `groups`. Expected a strictly positive value. Received groups={groups}.");
        if (filters % groups != 0)
        {
            throw new ValueError("The number of filters must be evenly divisible by the number of groups. "
                + $"Received: groups={groups}, filters={filters}");
        }

        this.kernel_size = Window.Tuple(kernel_size, rank, nameof(kernel_size), 1);
        this.strides = Window.Strides(strides, rank, 1);
        this.dilation_rate = Window.Tuple(dilation_rate, rank, nameof(dilation_rate), 1);
        this.padding = Window.Padding(padding);
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
    public int filters { get; }

    /// <summary>The window's size.</summary>
    public int[] kernel_size { get; }

    /// <summary>The steps of the window.</summary>
    public int[] strides { get; }

    /// <summary><c>valid</c> or <c>same</c>.</summary>
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

    private protected Variable? Kernel { get; private set; }

    private protected bool ChannelsFirst => data_format == "channels_first";

    private int ChannelAxis => ChannelsFirst ? -1 - rank : -1;

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        var axis = input_shape.rank + ChannelAxis;
        var channels = input_shape[axis] ?? throw new ValueError("The channel dimension of the inputs should be defined. "
            + $"The input_shape received is {input_shape}, where axis {ChannelAxis} (0-based) is the channel dimension, which found to be `None`.");
        if (channels % groups != 0)
        {
            throw new ValueError("The number of input channels must be evenly divisible by the number of groups. "
                + $"Received groups={groups}, but the input has {channels} channels (full input shape is {input_shape}).");
        }

        // Fails here, before there are weights, where the window is larger than the input.
        compute_output_shape(input_shape);
        Kernel = add_weight("kernel", [.. kernel_size, channels / groups, filters], null, kernel_initializer, kernel_regularizer, true, kernel_constraint);
        if (use_bias)
        {
            bias = add_weight("bias", [filters], null, bias_initializer, bias_regularizer, true, bias_constraint);
        }

        input_spec = new InputSpec(min_ndim: rank + 2, axes: new Dictionary<int, int> { [ChannelAxis] = channels });
        activation.EnsureBuilt(compute_output_shape(input_shape));
        built = true;
    }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The window is larger than the input.</exception>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        var output = input_shape.ToArray();
        var first = input_shape.rank - rank - (ChannelsFirst ? 0 : 1);
        output[input_shape.rank + ChannelAxis] = filters;
        for (var i = 0; i < rank; i++)
        {
            if (input_shape[first + i] is { } length)
            {
                var places = Window.OutputLength(length, kernel_size[i], padding == "same", strides[i], dilation_rate[i]);
                output[first + i] = places > 0 ? places : throw TooSmall(input_shape);
                PadBefore(length, i); // says so where the window is too large for any kernel
            }
        }

        return new TensorShape(output);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["filters"] = filters,
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

    /// <summary>The sizes of the convolution of an input (n, h, w, c).</summary>
    /// <exception cref="ValueError">The window is larger than the input.</exception>
    private protected Conv2DGeometry Geometry(Tensor x)
    {
        var same = padding == "same";
        var (height, width) = (x.dim(1), x.dim(2));
        var outputHeight = Window.OutputLength(height, kernel_size[0], same, strides[0], dilation_rate[0]);
        var outputWidth = Window.OutputLength(width, kernel_size[1], same, strides[1], dilation_rate[1]);
        return outputHeight <= 0 || outputWidth <= 0 ? throw TooSmall(x.shape) : new Conv2DGeometry(
            x.dim(0), height, width, x.dim(3),
            kernel_size[0], kernel_size[1],
            outputHeight, outputWidth, filters,
            strides[0], strides[1],
            Dilation(height, 0), Dilation(width, 1),
            PadBefore(height, 0), PadBefore(width, 1),
            groups);
    }

    private int Dilation(int length, int axis) => CheckedGeometry.Dilation(length, kernel_size[axis], padding == "same", dilation_rate[axis]);

    private int PadBefore(int length, int axis) => Window.PadBefore(length, kernel_size[axis], padding == "same", strides[axis], Dilation(length, axis));

    private ValueError TooSmall(TensorShape input_shape) => new(
        $"One of the dimensions in the output is <= 0 due to downsampling in {name}. Consider increasing the input size. "
        + $"Received input shape [{string.Join(", ", input_shape.Select(d => d?.ToString() ?? "None"))}] "
        + "which would produce output shape with a zero or negative value in a dimension.");
}
