using KerasSharp.Activations;
using KerasSharp.Backends;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What transposed convolutions have in common: lengths that grow, and the gradient of a convolution as their pass.</summary>
public abstract class BaseConvTranspose : BaseConv
{
    private readonly int[]? outputPadding;

    /// <summary>A transposed convolution over <paramref name="rank"/> axes.</summary>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    protected BaseConvTranspose(
        int rank, int filters, IntTuple kernel_size, IntTuple strides, string padding, IntTuple output_padding, string? data_format, IntTuple dilation_rate,
        ActivationFunction? activation, bool use_bias, Initializer? kernel_initializer, Initializer? bias_initializer,
        Regularizer? kernel_regularizer, Regularizer? bias_regularizer, Regularizer? activity_regularizer,
        Constraint? kernel_constraint, Constraint? bias_constraint, int groups, LayerArguments kwargs)
        : base(
            rank, filters, kernel_size, strides, padding, data_format, dilation_rate, groups, activation, use_bias, kernel_initializer, bias_initializer,
            kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, kwargs)
    {
        SingleGroup.Require(this);
        if (output_padding.is_given)
        {
            outputPadding = Window.TupleWithZeros(output_padding, rank, nameof(output_padding));
            if (outputPadding.Zip(this.strides).Any(pair => pair.First >= pair.Second))
            {
                throw new ValueError($"Strides must be greater than output padding. Received strides={(IntTuple)this.strides}, output_padding={(IntTuple)outputPadding}.");
            }
        }
    }

    /// <summary>The elements that the output is longer than its input asks for; not given if that follows from stride and kernel.</summary>
    public IntTuple output_padding => outputPadding is { } given ? given : default(IntTuple);

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        if (input_shape.rank != rank + 2)
        {
            throw new ValueError($"Inputs should have rank {rank + 2}. Received input_shape={input_shape}.");
        }

        var channels = InputChannels(input_shape, $"The channel dimension of the inputs to `{GetType().Name}` should be defined.");
        Kernel = add_weight("kernel", [.. kernel_size, filters, channels], null, kernel_initializer, kernel_regularizer, true, kernel_constraint);
        AddBias(filters);
        Finish(input_shape, new InputSpec(ndim: rank + 2, axes: new Dictionary<int, int> { [ChannelAxis] = channels }));
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["output_padding"] = outputPadding };

    private protected override bool JoinsActivation => false;

    /// <inheritdoc/>
    private protected override Tensor Convolve(Tensor x, FusedActivation activation)
    {
        var y = Convolutions.Transpose(x, kernel.value, [.. Enumerable.Range(0, rank).Select(i => Axis(x, i))]);
        return bias is null ? y : keras.ops.add(y, bias.value);
    }

    /// <inheritdoc/>
    private protected override int OutputLength(int length, int axis, TensorShape input_shape)
    {
        var (stride, window) = (strides[axis], ((kernel_size[axis] - 1L) * dilation_rate[axis]) + 1);
        var same = padding == "same";
        var places = outputPadding is null ? (length * (long)stride) + (same ? 0 : Math.Max(window - stride, 0))
            : ((length - 1L) * stride) + window - (same ? window / 2 * 2 : 0) + outputPadding[axis];
        return CheckedGeometry.Dimension(places, $"the output of {name}");
    }

    // The window of the convolution that leads from the output to the input.
    private WindowAxis Axis(Tensor x, int axis)
    {
        var (length, window) = (x.dim(1 + axis), Window.Axis(OutputLength(x.dim(1 + axis), axis, x.shape), kernel_size[axis], padding, strides[axis], dilation_rate[axis]));
        return window.Places == length ? window
            : throw new InvalidArgumentError($"Conv{rank}DBackpropInput: Size of out_backprop doesn't match computed: actual = {length}, computed = {window.Places} "
                + $"spatial_dim: {1 + axis} input: {window.Length} filter: {window.Window} output: {length} stride: {window.Stride} dilation: {window.Dilation}");
    }
}
