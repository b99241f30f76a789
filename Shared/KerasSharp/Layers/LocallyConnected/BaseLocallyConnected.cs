using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// What locally connected layers have in common: windows as a convolution's, but each place has a kernel of its own. The three
/// implementations differ in the shape of the kernel variable alone; all compute one matrix product per place.
/// </summary>
public abstract class BaseLocallyConnected : Layer
{
    private readonly int rank;
    private LocalConnections? connections;
    private Variable? kernelVariable;

    /// <summary>A locally connected layer over <paramref name="rank"/> axes.</summary>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    private protected BaseLocallyConnected(
        int rank, int filters, IntTuple kernel_size, IntTuple strides, string padding, string? data_format, ActivationFunction? activation, bool use_bias,
        Initializer? kernel_initializer, Initializer? bias_initializer, Regularizer? kernel_regularizer, Regularizer? bias_regularizer,
        Regularizer? activity_regularizer, Constraint? kernel_constraint, Constraint? bias_constraint, int implementation, LayerArguments kwargs)
        : base(kwargs)
    {
        this.rank = rank;
        this.filters = filters > 0 ? filters
            : throw new ValueError($"Invalid value for argument `filters`. Expected a strictly positive value. Received filters={filters}.");
        this.kernel_size = Window.Tuple(kernel_size, rank, nameof(kernel_size), 1);
        this.strides = Window.Strides(strides, rank, 1);
        this.padding = Window.Padding(padding, takesCausal: true);
        if (this.padding != "valid" && implementation == 1)
        {
            throw new ValueError($"Invalid border mode for {GetType().Name} (only \"valid\" is supported if implementation is 1): {padding}");
        }

        if (this.padding == "causal")
        {
            throw new NotImplementedError("Padding type causal not supported. Only \"valid\" and \"same\" are implemented.");
        }

        this.data_format = Window.DataFormat(data_format);
        this.activation = activation ?? keras.activations.get();
        this.use_bias = use_bias;
        this.kernel_initializer = kernel_initializer ?? "glorot_uniform";
        this.bias_initializer = bias_initializer ?? "zeros";
        this.kernel_regularizer = kernel_regularizer;
        this.bias_regularizer = bias_regularizer;
        this.activity_regularizer = activity_regularizer;
        this.kernel_constraint = kernel_constraint;
        this.bias_constraint = bias_constraint;
        this.implementation = implementation is >= 1 and <= 3 ? implementation : throw new ValueError($"Unrecognized implementation mode: {implementation}.");
        input_spec = new InputSpec(ndim: rank + 2);
    }

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

    /// <summary>How the kernel is kept: 1 (places, window, filters), 2 (input, output), 3 a list of the connections.</summary>
    public int implementation { get; }

    /// <summary>The kernels of all places.</summary>
    /// <exception cref="AttributeError">The layer is not built yet.</exception>
    public Variable kernel => kernelVariable ?? throw new AttributeError($"'{GetType().Name}' object has no attribute 'kernel'");

    /// <summary>The bias (places…, filters); null if there is none.</summary>
    public Variable? bias { get; private set; }

    private bool ChannelsFirst => data_format == "channels_first";

    private int FirstAxis => ChannelsFirst ? 2 : 1;

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        var channelAxis = ChannelsFirst ? 1 : -1;
        var dims = input_shape.Skip(FirstAxis).Take(rank).ToArray();
        if (dims.Contains(null) || input_shape[ChannelsFirst ? 1 : rank + 1] is not { } channels)
        {
            throw new ValueError($"The spatial dimensions of the inputs to  a {GetType().Name} layer should be fully-defined, but layer received the inputs shape {input_shape}");
        }

        int[] lengths = [.. dims.Select(d => d!.Value)], places = [.. lengths.Select(Places)];
        if (Array.Exists(places, p => p <= 0))
        {
            throw new ValueError($"One of the dimensions in the output is <= 0 due to downsampling in {name}. Consider increasing the input size. "
                + $"Received input shape {input_shape} which would produce output shape with a zero or negative value in a dimension.");
        }

        connections = new LocalConnections(lengths, places, kernel_size, strides, channels, padding == "same", ChannelsFirst);
        int[] shape = implementation switch
        {
            1 => [connections.PlaceCount, connections.Features, filters],
            2 => ChannelsFirst ? [channels, .. lengths, filters, .. places] : [.. lengths, channels, .. places, filters],
            _ => [connections.Connected(filters)],
        };
        kernelVariable = add_weight("kernel", shape, null, kernel_initializer, kernel_regularizer, true, kernel_constraint);
        bias = use_bias ? add_weight("bias", [.. places, filters], null, bias_initializer, bias_regularizer, true, bias_constraint) : null;
        input_spec = new InputSpec(ndim: rank + 2, axes: new Dictionary<int, int> { [channelAxis] = channels });
        activation.EnsureBuilt(compute_output_shape(input_shape));
        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var seen = connections!;
        int batch = inputs.dim(0), count = seen.PlaceCount;
        int[] places = [.. compute_output_shape(inputs.shape).Skip(FirstAxis).Take(rank).Select(d => d!.Value)];

        // (n, sample) → (places, n, window) · (places, window, filters). What lies beyond the ends has the weight 0.
        var patches = keras.ops.take(keras.ops.reshape(inputs, batch, -1), Indices(inputs, [.. seen.Inputs.Select(i => Math.Max(0, i))], count, seen.Features), 1);
        var y = keras.ops.matmul(keras.ops.transpose(patches, new[] { 1, 0, 2 }), Kernels(inputs, seen));
        y = ChannelsFirst ? keras.ops.reshape(keras.ops.transpose(y, new[] { 1, 2, 0 }), [batch, filters, .. places])
            : keras.ops.reshape(keras.ops.transpose(y, new[] { 1, 0, 2 }), [batch, .. places, filters]);

        // Keras reads the bias's elements in the order of channels_first, it does not move them there.
        return activation.call(bias is null ? y : keras.ops.add(y, keras.ops.reshape(bias.value, [1, .. y.Dims[1..]])));
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        var output = input_shape.ToArray();
        for (var i = 0; i < rank; i++)
        {
            output[FirstAxis + i] = input_shape[FirstAxis + i] is { } length ? Places(length, i) : null;
        }

        output[ChannelsFirst ? 1 : rank + 1] = filters;
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
        ["activation"] = keras.activations.serialize(activation),
        ["use_bias"] = use_bias,
        ["kernel_initializer"] = ObjectRegistry.Serialize(kernel_initializer),
        ["bias_initializer"] = ObjectRegistry.Serialize(bias_initializer),
        ["kernel_regularizer"] = ObjectRegistry.Serialize(kernel_regularizer),
        ["bias_regularizer"] = ObjectRegistry.Serialize(bias_regularizer),
        ["activity_regularizer"] = ObjectRegistry.Serialize(activity_regularizer),
        ["kernel_constraint"] = ObjectRegistry.Serialize(kernel_constraint),
        ["bias_constraint"] = ObjectRegistry.Serialize(bias_constraint),
        ["implementation"] = implementation,
    };

    private static Tensor Indices(Tensor beside, int[] values, params int[] dims) => Tensor.FromBeside<int>(beside, values, dims);

    /// <summary>The kernels as (places, window, filters), whatever the implementation keeps.</summary>
    private Tensor Kernels(Tensor beside, LocalConnections seen)
    {
        if (implementation == 1)
        {
            return kernel.value;
        }

        // The element behind the last weight is 0, for what lies beyond the ends.
        var flat = keras.ops.pad(keras.ops.reshape(kernel.value, -1), new int[,] { { 0, 1 } });
        var map = implementation == 2 ? seen.InMatrix(filters) : seen.InList(filters);
        return keras.ops.take(flat, Indices(beside, [.. map.Select(i => i < 0 ? flat.size - 1 : i)], seen.PlaceCount, seen.Features, filters), 0);
    }

    private int Places(int length, int axis) => Window.OutputLength(length, kernel_size[axis], padding == "same", strides[axis]);
}
