using KerasSharp.Activations;
using KerasSharp.Backends;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>One step of a convolutional LSTM: its products are convolutions. Strides and dilation are those of the inputs alone.</summary>
internal sealed class ConvLSTMCell : DropoutRNNCell
{
    private readonly CellSettings settings;
    private int[]? stateShape;

    public ConvLSTMCell(
        int rank, int filters, IntTuple kernel_size, IntTuple strides, string padding, string? data_format, IntTuple dilation_rate,
        ActivationFunction? recurrent_activation, bool unit_forget_bias, CellSettings settings)
        : base(settings.Dropout, settings.RecurrentDropout, "conv_lstm_cell")
    {
        this.rank = rank;
        this.filters = filters > 0 ? filters
            : throw new ValueError($"Invalid value for argument `filters`. Expected a strictly positive value. Received filters={filters}.");
        this.kernel_size = Window.Tuple(kernel_size, rank, nameof(kernel_size), 1);
        this.strides = Window.Strides(strides, rank, 1);
        this.padding = Window.Padding(padding);
        this.data_format = Window.DataFormat(data_format);
        this.dilation_rate = Window.Tuple(dilation_rate, rank, nameof(dilation_rate), 1);
        this.recurrent_activation = recurrent_activation ?? "hard_sigmoid";
        this.unit_forget_bias = unit_forget_bias;
        this.settings = settings.Complete();
    }

    public int rank { get; }

    public int filters { get; }

    public int[] kernel_size { get; }

    public int[] strides { get; }

    public string padding { get; }

    public string data_format { get; }

    public int[] dilation_rate { get; }

    public ActivationFunction recurrent_activation { get; }

    public bool unit_forget_bias { get; }

    public Variable? kernel { get; private set; }

    public Variable? recurrent_kernel { get; private set; }

    public Variable? bias { get; private set; }

    /// <summary>The output and the carry have the output's shape, which is known once the cell is built.</summary>
    public override StateSize state_size => stateShape is null ? [filters, filters] : [new TensorShape(stateShape.AsSpan()), new TensorShape(stateShape.AsSpan())];

    private protected override int Gates => 4;

    private bool ChannelsFirst => data_format == "channels_first";

    /// <summary>The shape of output and state for the shape of a step without the batch; unknown dimensions stay unknown.</summary>
    public TensorShape OutputShape(TensorShape step)
    {
        var spatial = Enumerable.Range(0, rank).Select(i => step[ChannelsFirst ? i + 1 : i] is { } length
            ? Window.OutputLength(length, kernel_size[i], padding == "same", strides[i], dilation_rate[i]) : (int?)null);
        return new(ChannelsFirst ? [filters, .. spatial] : [.. spatial, filters]);
    }

    public override void build(TensorShape input_shape)
    {
        var channels = input_shape[ChannelsFirst ? 1 : ^1] ?? throw new ValueError("The channel dimension of the inputs (last axis) should be defined. "
            + $"Found None. Full input shape received: input_shape={input_shape}");
        stateShape = OutputShape(input_shape[1..]).ToDims();
        kernel = add_weight("kernel", [.. kernel_size, channels, 4 * filters], null, settings.Kernel, settings.KernelRegularizer, true, settings.KernelConstraint);
        recurrent_kernel = add_weight(
            "recurrent_kernel", [.. kernel_size, filters, 4 * filters], null, settings.Recurrent, settings.RecurrentRegularizer, true, settings.RecurrentConstraint);
        bias = !settings.UseBias ? null : add_weight(
            "bias", [4 * filters], null, unit_forget_bias ? new ForgetBias(settings.Bias!, filters) : settings.Bias, settings.BiasRegularizer, true, settings.BiasConstraint);
        built = true;
    }

    /// <summary>Writes the arguments of the cell, which are its layer's.</summary>
    public Config WriteTo(Config config, Regularizer? activity)
    {
        config["filters"] = filters;
        config["kernel_size"] = kernel_size;
        config["strides"] = strides;
        config["padding"] = padding;
        config["data_format"] = data_format;
        config["dilation_rate"] = dilation_rate;
        settings.Write(config, recurrent_activation, unit_forget_bias, (true, activity));
        config["dropout"] = dropout;
        config["recurrent_dropout"] = recurrent_dropout;
        return config;
    }

    /// <summary>The convolutions of the inputs: all steps are one batch of images.</summary>
    internal override Tensor Project(Tensor inputs, CellMasks masks)
    {
        var outer = inputs.ndim - rank - 1;
        int[] lead = [.. inputs.Dims[..outer]];
        Tensor Images(Tensor x) => Last(ops.reshape(x, [Shapes.Size(lead), .. inputs.Dims[outer..]]));
        var z = masks.Inputs is null ? Convolve(Images(inputs), kernel!, strides, padding == "same", dilation_rate)
            : ops.concatenate([.. Enumerable.Range(0, 4).Select(g => Convolve(Images(masks.Input(inputs, g)), Gate(kernel!, g), strides, padding == "same", dilation_rate))]);
        z = bias is null ? z : z + bias;
        return ops.reshape(z, [.. lead, .. z.Dims[1..]]);
    }

    internal override (Tensor Output, Tensor[] States) Advance(Tensor projected, IReadOnlyList<Tensor> states, CellMasks masks)
    {
        int[] one = [.. Enumerable.Repeat(1, rank)];
        var h = Last(states[0]);
        var z = masks.Recurrent is null ? Convolve(h, recurrent_kernel!, one, same: true, one)
            : ops.concatenate([.. Enumerable.Range(0, 4).Select(g => Convolve(Last(masks.State(states[0], g)), Gate(recurrent_kernel!, g), one, same: true, one))]);
        z = projected + z;
        Tensor input = recurrent_activation.call(Gate(z, 0)), forget = recurrent_activation.call(Gate(z, 1));
        var carry = (forget * Last(states[1])) + (input * settings.Activation!.call(Gate(z, 2)));
        var output = First(recurrent_activation.call(Gate(z, 3)) * settings.Activation!.call(carry));
        return (output, [output, First(carry)]);
    }

    private Tensor Gate(Tensor x, int gate)
    {
        var (start, shape) = (new int[x.ndim], (int[])x.DimsArray.Clone());
        (start[^1], shape[^1]) = (gate * filters, filters);
        return ops.slice(x, start, shape);
    }

    // (batch, channels, …) → (batch, …, channels) and back; nothing where channels are last already.
    private Tensor Last(Tensor x) => !ChannelsFirst ? x : ops.transpose(x, new[] { 0 }.Concat(Enumerable.Range(2, rank)).Append(1).ToArray());

    private Tensor First(Tensor x) => !ChannelsFirst ? x : ops.transpose(x, new[] { 0, rank + 1 }.Concat(Enumerable.Range(1, rank)).ToArray());

    // A line of one axis is an image of one row.
    private Tensor Convolve(Tensor x, Tensor window, int[] step, bool same, int[] dilation)
    {
        if (rank == 1)
        {
            var line = Convolve2D(ops.expand_dims(x, 1), ops.expand_dims(window, 0), (1, step[0]), same, (1, dilation[0]));
            return ops.squeeze(line, 1);
        }

        return Convolve2D(x, window, (step[0], step[1]), same, (dilation[0], dilation[1]));
    }

    private static Tensor Convolve2D(Tensor x, Tensor window, (int, int) step, bool same, (int, int) dilation)
        => ops.conv2d(WindowGeometry.Convolution(x.DimsArray, window.DimsArray, step, same, dilation), x, window, null, FusedActivation.None);
}
