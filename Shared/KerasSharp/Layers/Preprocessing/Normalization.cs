using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Brings inputs to mean 0 and variance 1, by a mean and a variance that are given or that <see cref="PreprocessingLayer.adapt"/> computes of
/// data. Source: <see href="https://keras.io/api/layers/preprocessing_layers/numerical/normalization/"/>.
/// </summary>
[KerasExport("keras.layers.Normalization", "keras.layers.experimental.preprocessing.Normalization")]
public class Normalization : PreprocessingLayer
{
    private readonly int[] axes;
    private readonly FloatTuple inputMean;
    private readonly FloatTuple inputVariance;
    private int[] reduced = [];
    private int[] stretched = [];

    /// <summary>A layer of these arguments.</summary>
    /// <param name="axis">
    /// The axis or axes that have a mean and a variance each; the last if not given. None at all, for one mean and variance of all elements, is an
    /// empty tuple: <c>Array.Empty&lt;int&gt;()</c>, Python's <c>None</c>.
    /// </param>
    /// <param name="mean">The mean, one number or one for each element along the axis; then <paramref name="variance"/> is needed too.</param>
    /// <param name="variance">The variance.</param>
    /// <param name="invert">Whether the layer goes the other way: from normalized values back.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">Only one of mean and variance was given, in Keras's words.</exception>
    public Normalization([KerasDefault(-1)] IntTuple axis = default, FloatTuple mean = default, FloatTuple variance = default, bool invert = false, LayerArguments kwargs = default)
        : base(kwargs)
    {
        axes = axis.is_given ? axis.to_array() : [-1];
        if (mean.is_given != variance.is_given)
        {
            throw new ValueError($"When setting values directly, both `mean` and `variance` must be set. Got mean: {mean} and variance: {variance}");
        }

        (inputMean, inputVariance, this.invert) = (mean, variance, invert);
    }

    /// <summary>The axes that have a mean and a variance each.</summary>
    public IReadOnlyList<int> axis => axes;

    /// <summary>Whether the layer goes from normalized values back.</summary>
    public bool invert { get; }

    /// <summary>The mean of the data; null where it was given, and before the layer is built.</summary>
    public Variable? adapt_mean { get; private set; }

    /// <summary>The variance of the data; null where it was given, and before the layer is built.</summary>
    public Variable? adapt_variance { get; private set; }

    /// <summary>How many samples were seen, int64; null where the mean was given, and before the layer is built.</summary>
    public Variable? count { get; private set; }

    /// <summary>The mean as calls use it: it stretches over the input.</summary>
    /// <exception cref="AttributeError">The layer is not built yet.</exception>
    public Tensor mean => Stretched(inputMean, adapt_mean, nameof(mean));

    /// <summary>The variance as calls use it: it stretches over the input.</summary>
    /// <exception cref="AttributeError">The layer is not built yet.</exception>
    public Tensor variance => Stretched(inputVariance, adapt_variance, nameof(variance));

    /// <inheritdoc/>
    /// <exception cref="ValueError">An axis is out of range, or its length unknown; in Keras's words.</exception>
    public override void build(TensorShape input_shape)
    {
        var rank = input_shape.rank;
        if (Array.Exists(axes, a => a < -rank || a >= rank))
        {
            throw new ValueError($"All `axis` values must be in the range [-ndim, ndim). Found ndim: `{rank}`, axis: {(IntTuple)axes}");
        }

        int[] kept = [.. axes.Select(a => a < 0 ? a + rank : a).Order()];
        foreach (var axis in kept.Where(axis => input_shape[axis] is null))
        {
            throw new ValueError($"All `axis` values to be kept must have known shape. Got axis: {(IntTuple)axes}, input shape: {input_shape}, with unknown axis at index: {axis}");
        }

        reduced = [.. Enumerable.Range(0, rank).Except(kept)];
        stretched = [.. Enumerable.Range(0, rank).Select(axis => kept.Contains(axis) ? input_shape[axis]!.Value : 1)];
        if (!inputMean.is_given)
        {
            TensorShape shape = Array.ConvertAll(kept, axis => input_shape[axis]!.Value);
            adapt_mean = add_weight("mean", shape, null, "zeros", null, false);
            adapt_variance = add_weight("variance", shape, null, "ones", null, false);
            count = add_weight("count", [], "int64", "zeros", null, false);
        }

        built = true;
    }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The mean was given.</exception>
    public override void update_state(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (inputMean.is_given)
        {
            throw new ValueError("Cannot `adapt` a Normalization layer that is initialized with static `mean` and `variance`, "
                + $"you passed mean {inputMean} and variance {inputVariance}.");
        }

        if (adapt_mean is null || adapt_variance is null || count is null)
        {
            throw new RuntimeError("`build` must be called before `update_state`.");
        }

        // The share of the batch in all that was seen; the squares of what the means lie apart join the variances.
        var x = ops.cast(data, Engine.DType.Float32);
        var batchMean = ops.mean(x, reduced, keepdims: true);
        var batchVariance = ops.reshape(ops.mean(ops.square(x - batchMean), reduced), adapt_variance.value.DimsArray);
        batchMean = ops.reshape(batchMean, adapt_mean.value.DimsArray);
        var samples = reduced.Aggregate(1L, (product, axis) => product * x.dim(axis));
        var total = samples + count.value.ToArray<long>()[0];
        var share = samples / (double)total;
        var newMean = (adapt_mean.value * (1 - share)) + (batchMean * share);
        adapt_variance.assign(
            ((adapt_variance.value + ops.square(adapt_mean.value - newMean)) * (1 - share)) + ((batchVariance + ops.square(batchMean - newMean)) * share));
        adapt_mean.assign(newMean);
        count.assign(Tensor.From<long>([total]));
    }

    /// <inheritdoc/>
    public override void reset_state()
    {
        if (adapt_mean is not null && adapt_variance is not null && count is not null)
        {
            adapt_mean.assign(ops.zeros_like(adapt_mean.value));
            adapt_variance.assign(ops.ones_like(adapt_variance.value));
            count.assign(Tensor.From<long>([0]));
        }
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        var x = ops.cast(inputs, Engine.DType.Float32);
        var deviation = ops.maximum(ops.sqrt(variance), Tensor.ScalarBeside(x, keras.backend.epsilon()));
        return invert ? mean + (x * deviation) : (x - mean) / deviation;
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["axis"] = axes,
        ["invert"] = invert,
        ["mean"] = inputMean.ToConfig(),
        ["variance"] = inputVariance.ToConfig(),
    };

    private protected override Engine.DType InferDType(Engine.DType input) => Engine.DType.Float32;

    private Tensor Stretched(FloatTuple given, Variable? adapted, string member)
    {
        if (!built)
        {
            throw new AttributeError($"'{GetType().Name}' object has no attribute '{member}'");
        }

        if (adapted is not null)
        {
            return ops.reshape(adapted.value, stretched);
        }

        var values = Array.ConvertAll(given.to_array(), v => (float)v);
        var kept = stretched.Where((_, axis) => !reduced.Contains(axis)).ToArray();
        return ops.reshape(ops.broadcast_to(given.is_float ? Tensor.Scalar(values[0]) : Tensor.From<float>(values, values.Length), kept), stretched);
    }
}
