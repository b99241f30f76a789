using KerasSharp.Engine;
using KerasSharp.Python;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// The number of the bin that a value falls into: bin 0 lies below the first boundary. The boundaries are given, or
/// <see cref="PreprocessingLayer.adapt"/> places them so that the bins hold about equally many values.
/// Source: <see href="https://keras.io/api/layers/preprocessing_layers/numerical/discretization/"/>.
/// </summary>
[KerasExport("keras.layers.Discretization", "keras.layers.experimental.preprocessing.Discretization")]
public class Discretization : PreprocessingLayer
{
    private readonly double[]? given;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="bin_boundaries">The boundaries, in order; if not given, <c>adapt</c> finds them.</param>
    /// <param name="num_bins">How many bins <c>adapt</c> makes.</param>
    /// <param name="epsilon">By how much a boundary may miss its share; a smaller number takes more memory.</param>
    /// <param name="output_mode"><c>int</c>: the bin's number, int64; <c>one_hot</c>, <c>multi_hot</c>, <c>count</c>: vectors, as of <see cref="CategoryEncoding"/>.</param>
    /// <param name="sparse">Not supported: a sparse tensor.</param>
    /// <param name="kwargs">What every layer takes. The dtype is that of the output.</param>
    /// <exception cref="ValueError">An argument is none, in Keras's words.</exception>
    /// <exception cref="NotImplementedError"><paramref name="sparse"/> was asked for.</exception>
    public Discretization(
        IReadOnlyList<double>? bin_boundaries = null, int? num_bins = null, double epsilon = 0.01, string output_mode = "int", bool sparse = false,
        LayerArguments kwargs = default)
        : base(output_mode == "int" && kwargs.dtype is not ("int32" or "int64") ? kwargs with { dtype = "int64" } : kwargs)
    {
        this.output_mode = CategoryCounts.Checked(output_mode, nameof(Discretization), "int", "one_hot", "multi_hot", "count");
        if (sparse)
        {
            throw output_mode == "int"
                ? new ValueError($"`sparse` may only be true if `output_mode` is `'one_hot'`, `'multi_hot'`, or `'count'`. Received: sparse=True and output_mode={output_mode}")
                : new NotImplementedError("Discretization does not support the argument `sparse`: there are no sparse tensors. Received: sparse=True");
        }

        if (num_bins < 0)
        {
            throw new ValueError($"`num_bins` must be greater than or equal to 0. You passed `num_bins={num_bins}`");
        }

        given = bin_boundaries?.ToArray();
        if (num_bins is not null && given is not null)
        {
            throw new ValueError($"Both `num_bins` and `bin_boundaries` should not be set. You passed `num_bins={num_bins}` and `bin_boundaries={Text(given)}`");
        }

        (this.num_bins, this.epsilon, this.bin_boundaries) = (num_bins, epsilon, given ?? []);
    }

    /// <summary>The boundaries of the bins; none before <c>adapt</c> where they were not given.</summary>
    public IReadOnlyList<double> bin_boundaries { get; private set; }

    /// <summary>How many bins <c>adapt</c> makes; null if the boundaries were given.</summary>
    public int? num_bins { get; }

    /// <summary>By how much a boundary may miss its share.</summary>
    public double epsilon { get; }

    /// <summary><c>int</c>, <c>one_hot</c>, <c>multi_hot</c> or <c>count</c>.</summary>
    public string output_mode { get; }

    /// <summary>The data in short, (2, n): values, and how many numbers each stands for; null where boundaries were given, and before the layer is built.</summary>
    public Variable? summary { get; private set; }

    internal override bool Autocasts => false;

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        if (given is null)
        {
            Summarize(new([], []));
        }

        built = true;
    }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The boundaries were given, in Keras's words.</exception>
    public override void update_state(Tensor data)
    {
        if (given is not null)
        {
            throw new ValueError("Cannot adapt a Discretization layer that has been initialized with `bin_boundaries`, use `num_bins` instead. "
                + $"You passed `bin_boundaries={Text(given)}`.");
        }

        if (summary is null)
        {
            throw new RuntimeError("`build` must be called before `update_state`.");
        }

        Summarize(QuantileSummary.Of(ops.cast(data, Engine.DType.Float32).ToArray<float>(), epsilon).Merge(Summary(), epsilon));
    }

    /// <inheritdoc/>
    public override void reset_state()
    {
        if (summary is not null)
        {
            Summarize(new([], []));
        }
    }

    /// <inheritdoc/>
    public override void finalize_state()
    {
        if (summary is not null)
        {
            bin_boundaries = Array.ConvertAll(Summary().Compress(1.0 / (num_bins ?? 1)).Values[..^1], v => (double)v);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidArgumentError">The boundaries are not in order.</exception>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        var x = ops.cast(inputs, Engine.DType.Float32);
        var bounds = bin_boundaries.Select(b => (float)b).ToArray();
        if (bounds.Zip(bounds.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            throw new InvalidArgumentError("Expected sorted boundaries");
        }

        // As many as the boundaries that are not above the value.
        var bins = bounds.Length == 0 ? ops.zeros_like(x)
            : ops.sum(ops.cast(ops.greater_equal(ops.expand_dims(x, -1), Tensor.FromBeside<float>(x, bounds, bounds.Length)), Engine.DType.Float32), -1);
        bins = ops.cast(bins, Engine.DType.Int64);
        return ops.cast(output_mode == "int" ? bins : CategoryCounts.Encode(bins, output_mode, bounds.Length + 1), dtype);
    }

    /// <summary>The input's shape, whatever the mode: as in Keras. A call knows better.</summary>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    internal override Tensor InferOutputs(Nest<Tensor> inputs, in CallArguments args) => call(inputs, args);

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["bin_boundaries"] = given,
        ["num_bins"] = num_bins,
        ["epsilon"] = epsilon,
        ["output_mode"] = output_mode,
        ["sparse"] = false,
    };

    private protected override bool AcceptsDType(string wanted) => wanted is "int32" or "int64";

    private QuantileSummary Summary()
    {
        var values = summary!.value.ToArray<float>();
        return new(values[..(values.Length / 2)], values[(values.Length / 2)..]);
    }

    // A new variable: its length changes.
    private void Summarize(QuantileSummary data)
    {
        using var outside = TensorScope.BeginOutside();
        summary = new Variable(Tensor.From<float>([.. data.Values, .. data.Weights], 2, data.Values.Length), summary?.name ?? WeightName("summary"), trainable: false);
        Retrack();
    }

    private static string Text(double[] values) => $"[{string.Join(", ", values.Select(v => PythonFormat.Str(v)))}]";
}
