using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Turns whole numbers in [0, num_tokens) into vectors of that length: (batch, n) → (batch, num_tokens).
/// Source: <see href="https://keras.io/api/layers/preprocessing_layers/categorical/category_encoding/"/>.
/// </summary>
[KerasExport("keras.layers.CategoryEncoding", "keras.layers.experimental.preprocessing.CategoryEncoding")]
public class CategoryEncoding : Layer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="num_tokens">How many numbers there are.</param>
    /// <param name="output_mode">
    /// <c>one_hot</c>: a vector for each number; <c>multi_hot</c>: 1 for each number that stands in the sample; <c>count</c>: how often it does.
    /// </param>
    /// <param name="sparse">Not supported: a sparse tensor.</param>
    /// <param name="max_tokens">An old name of <paramref name="num_tokens"/>.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">An argument is none, in Keras's words.</exception>
    /// <exception cref="NotImplementedError"><paramref name="sparse"/> was asked for.</exception>
    public CategoryEncoding(int? num_tokens = null, string output_mode = "multi_hot", bool sparse = false, int? max_tokens = null, LayerArguments kwargs = default)
        : base(kwargs)
    {
        this.output_mode = CategoryCounts.Checked(output_mode == "binary" ? "multi_hot" : output_mode, nameof(CategoryEncoding), "count", "one_hot", "multi_hot");
        this.num_tokens = (max_tokens ?? num_tokens) switch
        {
            null => throw new ValueError("num_tokens must be set to use this layer. If the number of tokens is not known beforehand, use the IntegerLookup layer instead."),
            < 1 and var tokens => throw new ValueError($"`num_tokens` must be >= 1. Received: num_tokens={tokens}."),
            var tokens => tokens.Value,
        };
        if (sparse)
        {
            throw new NotImplementedError("CategoryEncoding does not support the argument `sparse`: there are no sparse tensors. Received: sparse=True");
        }
    }

    /// <summary>How many numbers there are.</summary>
    public int num_tokens { get; }

    /// <summary><c>one_hot</c>, <c>multi_hot</c> or <c>count</c>.</summary>
    public string output_mode { get; }

    internal override bool Autocasts => false;

    /// <summary><c>layer(inputs, count_weights=weights)</c>.</summary>
    /// <param name="inputs">Whole numbers, as integers or floats.</param>
    /// <param name="count_weights">What each number counts, of the inputs' shape.</param>
    /// <exception cref="ValueError">There are weights, and the mode is not <c>count</c>; in Keras's words.</exception>
    /// <exception cref="InvalidArgumentError">A number is out of range.</exception>
    public Tensor apply(Tensor inputs, Tensor? count_weights)
        => apply(inputs, kwargs: count_weights is null ? null : new Dictionary<string, object?> { [nameof(count_weights)] = count_weights });

    /// <inheritdoc cref="apply(Tensor, Tensor?)"/>
    public Tensor call(Tensor inputs, Tensor? count_weights = null)
    {
        if (count_weights is not null && output_mode != "count")
        {
            // Keras forgot to put the value in.
            throw new ValueError("`count_weights` is not used when `output_mode` is not `'count'`. Received `count_weights={count_weights}`.");
        }

        var x = ops.cast(inputs, Engine.DType.Int64);
        if (!x.IsSymbolic && x.size > 0 && x.ToArray<long>() is var values && (values.Min() < 0 || values.Max() >= num_tokens))
        {
            throw new InvalidArgumentError($"Input values must be in the range 0 <= values < num_tokens with num_tokens={num_tokens}");
        }

        return CategoryCounts.Encode(x, output_mode, num_tokens, count_weights);
    }

    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return call(inputs.Value, args.get<Tensor>("count_weights"));
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => new(
        [.. output_mode == "one_hot" && input_shape is { rank: > 0 } shape && shape[^1] != 1 ? input_shape : input_shape.SkipLast(1), num_tokens]);

    // A call knows better: one vector for the numbers of a sample without a batch.
    internal override Tensor InferOutputs(Nest<Tensor> inputs, in CallArguments args) => call(inputs, args);

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["num_tokens"] = num_tokens, ["output_mode"] = output_mode, ["sparse"] = false };

    private protected override bool TakesArgument(string argument) => argument == "count_weights" || base.TakesArgument(argument);
}
