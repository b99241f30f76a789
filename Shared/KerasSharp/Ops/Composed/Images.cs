using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>Convolutions and poolings by TensorFlow's arguments: one number, two or four per window, SAME or VALID, NHWC or NCHW.</summary>
internal static class Images
{
    /// <summary>A convolution; <paramref name="groups"/> 0 means as many as the channels ask for.</summary>
    /// <exception cref="ValueError">A size does not fit.</exception>
    public static Tensor Convolve(Tensor input, Tensor kernel, int groups, IntTuple strides, string padding, string? format, IntTuple dilations) => As(format, input, x =>
    {
        if (kernel.ndim != 4 || x.ndim != 4)
        {
            throw new ValueError($"A convolution takes an input and a kernel of rank 4. Received: shapes {x.shape} and {kernel.shape}");
        }

        var parts = groups > 0 ? groups : Math.Max(1, x.dim(3) / Math.Max(1, kernel.dim(2)));
        if (kernel.dim(2) * parts != x.dim(3))
        {
            throw new InvalidArgumentError($"input depth must be evenly divisible by filter depth: {x.dim(3)} vs {kernel.dim(2)}");
        }

        return ops.conv2d(Geometry(x.DimsArray, kernel.DimsArray, kernel.dim(3), parts, strides, padding, format, dilations), x, kernel, null, FusedActivation.None);
    });

    /// <summary>A transposed convolution.</summary>
    /// <exception cref="ValueError">A size does not fit.</exception>
    public static Tensor Transpose(Tensor input, Tensor kernel, int[] output, IntTuple strides, string padding, string? format, IntTuple dilations) => As(format, input, x =>
    {
        int[] dims = format == "NCHW" ? [output[0], output[2], output[3], output[1]] : output;
        if (dims[0] < 0 && x.dim(0) >= 0)
        {
            dims = [x.dim(0), .. dims[1..]];
        }

        var geometry = Geometry(dims, kernel.DimsArray, kernel.dim(3), 1, strides, padding, format, dilations);
        return geometry.OutputHeight == x.dim(1) && geometry.OutputWidth == x.dim(2) || x.Dims[1..3].Contains(-1) ? new Ops.Conv2DGradientInput(geometry, dims).apply(x, kernel)
            : throw new InvalidArgumentError($"Conv2DBackpropInput: Size of out_backprop doesn't match computed: actual = {x.dim(1)}, {x.dim(2)}, computed = {geometry.OutputHeight}, {geometry.OutputWidth}");
    });

    /// <summary>The maximum or average over windows.</summary>
    /// <exception cref="ValueError">A size does not fit.</exception>
    public static Tensor Pool(PoolOp function, Tensor input, IntTuple window, IntTuple strides, string padding, string? format) => As(format, input, x =>
    {
        var (size, step, same) = (Two(window, format), Two(strides, format), IsSame(padding));
        var geometry = new Pool2DGeometry(
            x.dim(0), x.dim(1), x.dim(2), x.dim(3), size[0], size[1],
            Places(x.dim(1), size[0], same, step[0], 1), Places(x.dim(2), size[1], same, step[1], 1), step[0], step[1],
            Before(x.dim(1), size[0], same, step[0], 1), Before(x.dim(2), size[1], same, step[1], 1));
        return new Ops.Pool2D(function, geometry).apply(x);
    });

    /// <summary>Applies a function of channels_last images to images of a format.</summary>
    /// <exception cref="ValueError">The format is unknown.</exception>
    public static Tensor As(string? format, Tensor x, Func<Tensor, Tensor> function) => format switch
    {
        null or "NHWC" => function(x),
        "NCHW" => ops.transpose(function(ops.transpose(x, new[] { 0, 2, 3, 1 })), new[] { 0, 3, 1, 2 }),
        _ => throw new ValueError($"`data_format` must be either 'NHWC' or 'NCHW'. Received: {format}"),
    };

    /// <summary>Channels to blocks of the image.</summary>
    public static Tensor DepthToSpace(Tensor x, int block)
    {
        var (height, width, channels) = (x.dim(1), x.dim(2), x.dim(3) / (block * block));
        return x.Dims[1..3].Contains(-1) ? Lambda.Unknown(x.dtype, x.dim(0), Times(height, block), Times(width, block), channels)
            : ops.reshape(ops.transpose(ops.reshape(x, x.dim(0), height, width, block, block, channels), new[] { 0, 1, 3, 2, 4, 5 }), x.dim(0), height * block, width * block, channels);
    }

    /// <summary>Blocks of the image to channels.</summary>
    public static Tensor SpaceToDepth(Tensor x, int block)
    {
        var (height, width, channels) = (x.dim(1) / block, x.dim(2) / block, x.dim(3));
        return x.Dims[1..3].Contains(-1) ? Lambda.Unknown(x.dtype, x.dim(0), -1, -1, channels * block * block)
            : ops.reshape(ops.transpose(ops.reshape(x, x.dim(0), height, block, width, block, channels), new[] { 0, 1, 3, 2, 4, 5 }), x.dim(0), height, width, channels * block * block);
    }

    private static Conv2DGeometry Geometry(int[] x, int[] kernel, int filters, int groups, IntTuple strides, string padding, string? format, IntTuple dilations)
    {
        var (step, spread, same) = (Two(strides, format), dilations.is_given ? Two(dilations, format) : [1, 1], IsSame(padding));
        var (high, wide) = (CheckedGeometry.Dilation(x[1], kernel[0], same, spread[0]), CheckedGeometry.Dilation(x[2], kernel[1], same, spread[1]));
        return new Conv2DGeometry(
            x[0], x[1], x[2], x[3], kernel[0], kernel[1],
            Places(x[1], kernel[0], same, step[0], spread[0]), Places(x[2], kernel[1], same, step[1], spread[1]), filters,
            step[0], step[1], high, wide, Before(x[1], kernel[0], same, step[0], high), Before(x[2], kernel[1], same, step[1], wide), groups);
    }

    private static int Places(int length, int window, bool same, int stride, int dilation) => length < 0 ? -1
        : CheckedGeometry.OutputLength(length, window, same, stride, dilation) is > 0 and var places ? places
        : throw new ValueError($"Negative dimension size caused by subtracting {((window - 1) * dilation) + 1} from {length}");

    private static int Before(int length, int window, bool same, int stride, int dilation)
        => same && length >= 0 ? CheckedGeometry.PadBefore(length, window, stride, dilation) : 0;

    private static int Times(int length, int factor) => length < 0 ? -1 : length * factor;

    private static bool IsSame(string padding) => padding switch
    {
        "SAME" => true,
        "VALID" => false,
        _ => throw new ValueError($"Value for attr 'padding' of \"{padding}\" is not in the list of allowed values: \"SAME\", \"VALID\""),
    };

    private static int[] Two(IntTuple value, string? format)
    {
        var numbers = value.to_array();
        return numbers.Length switch
        {
            1 => [numbers[0], numbers[0]],
            2 => numbers,
            4 => format == "NCHW" ? numbers[2..] : numbers[1..3],
            _ => throw new ValueError($"A window takes 1, 2 or 4 numbers. Received: {value}"),
        };
    }
}
