using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What poolings of images have in common: their arguments, shapes and configuration.</summary>
public abstract class BasePooling2D : Layer
{
    /// <summary>A pooling of windows.</summary>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    protected BasePooling2D(IntTuple pool_size, IntTuple strides, string padding, string? data_format, LayerArguments kwargs)
        : base(kwargs)
    {
        this.pool_size = Window.Tuple(pool_size, 2, nameof(pool_size), 2);
        this.strides = strides.is_given ? Window.Strides(strides, 2, 1) : this.pool_size;
        this.padding = Window.Padding(padding);
        this.data_format = Window.DataFormat(data_format);
        input_spec = new InputSpec(ndim: 4);
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
        var x = ChannelsFirst ? ImageLayout.ToChannelsLast(inputs) : inputs;
        var y = Pool(Geometry(x), x);
        return ChannelsFirst ? ImageLayout.ToChannelsFirst(y) : y;
    }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The window is larger than the input.</exception>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        var output = input_shape.ToArray();
        var first = ChannelsFirst ? 2 : 1;
        for (var i = 0; i < 2; i++)
        {
            output[first + i] = input_shape[first + i] is { } length ? OutputLength(length, i) : null;
        }

        return new TensorShape(output);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["pool_size"] = pool_size,
        ["padding"] = padding,
        ["strides"] = strides,
        ["data_format"] = data_format,
    };

    /// <summary>Pools an input (n, h, w, c).</summary>
    private protected abstract Tensor Pool(in Pool2DGeometry geometry, Tensor inputs);

    private Pool2DGeometry Geometry(Tensor x)
    {
        var same = padding == "same";
        var (height, width) = (x.dim(1), x.dim(2));
        return new Pool2DGeometry(
            x.dim(0), height, width, x.dim(3),
            pool_size[0], pool_size[1],
            OutputLength(height, 0), OutputLength(width, 1),
            strides[0], strides[1],
            Window.PadBefore(height, pool_size[0], same, strides[0]),
            Window.PadBefore(width, pool_size[1], same, strides[1]));
    }

    private int OutputLength(int length, int axis)
    {
        var places = Window.OutputLength(length, pool_size[axis], padding == "same", strides[axis]);
        return places > 0 ? places
            : throw new ValueError($"Negative dimension size caused by subtracting {pool_size[axis]} from {length} for layer \"{name}\".");
    }
}
