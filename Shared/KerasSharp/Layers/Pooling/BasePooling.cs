using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What poolings of windows have in common: their arguments, shapes and configuration.</summary>
public abstract class BasePooling : Layer
{
    private readonly PoolOp function;
    private readonly int rank;

    /// <summary>A pooling of windows over <paramref name="rank"/> axes.</summary>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    private protected BasePooling(PoolOp function, int rank, IntTuple pool_size, IntTuple strides, string padding, string? data_format, LayerArguments kwargs)
        : base(kwargs)
    {
        this.function = function;
        this.rank = rank;
        this.pool_size = Window.Tuple(pool_size, rank, nameof(pool_size), 2);
        this.strides = strides.is_given ? Window.Strides(strides, rank, 1) : this.pool_size;
        this.padding = Window.Padding(padding);
        this.data_format = Window.DataFormat(data_format);
        input_spec = new InputSpec(ndim: rank + 2);
    }

    /// <summary>The window's size.</summary>
    public int[] pool_size { get; }

    /// <summary>The steps of the window.</summary>
    public int[] strides { get; }

    /// <summary><c>valid</c> or <c>same</c>.</summary>
    public string padding { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string data_format { get; }

    private bool ChannelsFirst => data_format == "channels_first";

    /// <inheritdoc/>
    public sealed override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var x = ChannelsFirst ? ImageLayout.ToChannelsLast(inputs) : inputs;
        var y = Poolings.Run(function, x, [.. Enumerable.Range(0, rank).Select(i => Axis(x.dim(1 + i), i))]);
        return ChannelsFirst ? ImageLayout.ToChannelsFirst(y) : y;
    }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The window is larger than the input.</exception>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        var output = input_shape.ToArray();
        var first = ChannelsFirst ? 2 : 1;
        for (var i = 0; i < rank; i++)
        {
            Window.PadBefore(input_shape[first + i] ?? 1, pool_size[i], padding == "same", strides[i]); // says so where the window is too large for any kernel
            output[first + i] = input_shape[first + i] is { } length ? Axis(length, i).Places : null;
        }

        return new TensorShape(output);
    }

    /// <inheritdoc/>
    public override Config get_config() => pool_size.Length == 1

        // Keras writes those of one axis in another order.
        ? new(base.get_config()) { ["strides"] = strides, ["pool_size"] = pool_size, ["padding"] = padding, ["data_format"] = data_format }
        : new(base.get_config()) { ["pool_size"] = pool_size, ["padding"] = padding, ["strides"] = strides, ["data_format"] = data_format };

    private WindowAxis Axis(int length, int axis) => Window.Axis(length, pool_size[axis], padding, strides[axis]) is { Places: > 0 } window ? window
        : throw new ValueError($"Negative dimension size caused by subtracting {pool_size[axis]} from {length} for layer \"{name}\".");
}
