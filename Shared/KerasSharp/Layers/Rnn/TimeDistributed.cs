using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Calls a layer, or a model, on every step of a sequence: (batch, time, features…) → (batch, time, new features…). All steps are one batch for it.
/// Source: <see href="https://keras.io/api/layers/recurrent_layers/time_distributed/"/>.
/// </summary>
/// <param name="layer">What is called on each step.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">There is no layer.</exception>
[KerasExport("keras.layers.TimeDistributed")]
public class TimeDistributed(Layer layer, LayerArguments kwargs = default) : Wrapper(layer ?? throw NotALayer(nameof(TimeDistributed)), kwargs)
{
    /// <inheritdoc/>
    /// <exception cref="ValueError">An input has less than three axes.</exception>
    public override void build(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        if (input_shape.flatten().Exists(shape => shape.rank < 3))
        {
            throw new ValueError($"`TimeDistributed` Layer should be passed an `input_shape ` with at least 3 dimensions, received: {input_shape}");
        }

        // Neither the batch nor the number of steps is fixed.
        input_spec = input_shape.map(shape => new InputSpec(shape: new TensorShape([null, null, .. shape.Skip(2)]), ndim: shape.rank));
        base.build(input_shape.map(StepShape));
    }

    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var first = inputs.flatten()[0];
        var y = base.layer.Invoke(Tensors.Of(inputs.map(Joined)), new CallArguments(args.training, args.mask?.map(mask => mask is null ? null! : Joined(mask))));
        return Tensors.Of(y.Nest.map(output => ops.reshape(output, [first.dim(0), first.dim(1), .. output.Dims[1..]])));
    }

    /// <inheritdoc/>
    public override Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        var first = input_shape.flatten()[0];
        return OutputShapes(input_shape.map(StepShape)).map(shape => new TensorShape([first[0], first[1], .. shape.Skip(1)]));
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => compute_output_shape((Nest<TensorShape>)input_shape).Value;

    /// <summary>What the layer makes of the mask; where it drops it, the steps that count still do.</summary>
    public override Nest<Tensor>? compute_mask(Nest<Tensor> inputs, Nest<Tensor>? mask)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var first = inputs.flatten()[0];
        var inner = base.layer.compute_mask(inputs.map(Joined), mask?.map(one => one is null ? null! : Joined(one)));
        if (inner is not null)
        {
            return inner.map(one => one is null ? null! : Parted(one, first));
        }

        if (mask?.flatten()[0] is not { } steps)
        {
            return null;
        }

        while (steps.ndim > 2)
        {
            steps = Masks.Any(steps, -1);
        }

        return new Nest<Tensor>(steps);
    }

    private Nest<TensorShape> OutputShapes(Nest<TensorShape> step)
    {
        using var frame = new CallFrame(EngineState.Current, base.layer.name, null);
        return base.layer.InferOutputs(step.map(shape => (Tensor)new KerasTensor(new OutputSpec(Engine.DType.Float32, shape.ToDims()))), default).Nest.map(y => y.shape);
    }

    private static TensorShape StepShape(TensorShape shape) => new([shape[0], .. shape.Skip(2)]);

    // (batch, time, …) → (batch · time, …)
    private static Tensor Joined(Tensor x) => x.IsSymbolic ? Symbolic(x, [-1, .. x.Dims[2..]]) : ops.reshape(x, [x.dim(0) * x.dim(1), .. x.Dims[2..]]);

    private static Tensor Parted(Tensor x, Tensor like) => x.IsSymbolic ? Symbolic(x, [like.dim(0), like.dim(1), .. x.Dims[1..]])
        : ops.reshape(x, [like.dim(0), like.dim(1), .. x.Dims[1..]]);

    private static KerasTensor Symbolic(Tensor x, int[] dims) => new(new OutputSpec(x.dtype, dims));
}
