using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// What attentions over whole sequences have in common: scores of each query with each key, softmax over the keys, the mean of the values with
/// these weights. Inputs: a list of query (batch, queries, d), value (batch, keys, e) and key (batch, keys, d), which is the value if not given.
/// Source: <see href="https://keras.io/api/layers/attention_layers/"/>.
/// </summary>
public abstract class BaseDenseAttention : BaseRandomLayer
{
    // What is added to the score of a step that does not count.
    private const double Hidden = -1e9;

    /// <summary>A layer of these arguments.</summary>
    private protected BaseDenseAttention(double dropout, int? seed, LayerArguments kwargs)
        : base(seed, kwargs)
    {
        this.dropout = dropout;
        supports_masking = true;
    }

    /// <summary>The share of the weights that is dropped in training.</summary>
    public double dropout { get; set; }

    /// <summary><c>layer([query, value])</c> or <c>layer([query, value, key])</c>.</summary>
    /// <param name="inputs">The list of two or three tensors.</param>
    /// <param name="training">Whether this is training: whether weights are dropped.</param>
    /// <param name="mask">
    /// A list of bool masks (batch, steps): of the query, whose hidden steps give 0, and of the value, whose hidden steps get no weight. Those
    /// that travel with the inputs if not given.
    /// </param>
    /// <param name="return_attention_scores">Whether the weights (batch, queries, keys) are returned too.</param>
    /// <param name="use_causal_mask">Whether no query looks at a later key.</param>
    /// <returns>(batch, queries, e), with <paramref name="return_attention_scores"/> the weights as well.</returns>
    /// <exception cref="ValueError">The inputs are no list of two or three, in Keras's words.</exception>
    public Tensor apply(Tensor inputs, bool? training = null, Tensor? mask = null, bool return_attention_scores = false, bool use_causal_mask = false)
    {
        var more = new Dictionary<string, object?>();
        AddFlag(more, nameof(return_attention_scores), return_attention_scores);
        AddFlag(more, nameof(use_causal_mask), use_causal_mask);
        return base.apply(inputs, training, mask, kwargs: more.Count == 0 ? null : more);
    }

    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (query, value, key) = (inputs[0].Value, inputs[1].Value, inputs.Count > 2 ? inputs[2].Value : inputs[1].Value);
        var masks = args.mask?.flatten();
        CheckMasks(args.mask, inputs.Count);
        var scores = Scores(query, key);
        var shown = masks?[1] is { } steps ? ops.expand_dims(steps, -2) : null;
        if (args.get<bool?>("use_causal_mask") == true && !scores.IsSymbolic)
        {
            shown = Masks.And(shown, Masks.Causal(scores, scores.dim(-2), scores.dim(-1)));
        }

        var weights = ops.softmax(shown is null || scores.IsSymbolic ? scores : scores + (Hidden * ops.cast(ops.logical_not(shown), scores.dtype)));
        if (dropout > 0 && args.training == true && !weights.IsSymbolic)
        {
            weights *= ops.dropout_mask(weights.DimsArray, dropout, Random.Stream("RandomUniform"));
        }

        var result = ops.matmul(weights, value);
        if (masks?[0] is { } queries && !result.IsSymbolic)
        {
            result *= ops.expand_dims(ops.cast(queries, result.dtype), -1);
        }

        return args.get<bool?>("return_attention_scores") == true ? new Tensors(Nest.Tuple<Tensor>(result, weights)) : result;
    }

    /// <inheritdoc/>
    public override Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        return new TensorShape([.. input_shape[0].Value.SkipLast(1), input_shape[1].Value[^1]]);
    }

    /// <summary>The query's mask goes on.</summary>
    public override Nest<Tensor>? compute_mask(Nest<Tensor> inputs, Nest<Tensor>? mask) => mask?.flatten()[0] is { } query ? new Nest<Tensor>(query) : null;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["dropout"] = dropout };

    /// <summary>The scores (batch, queries, keys).</summary>
    private protected abstract Tensor Scores(Tensor query, Tensor key);

    /// <summary>The tanh of each query plus each key: (batch, queries, keys, d).</summary>
    private protected static Tensor Sums(Tensor query, Tensor key, Tensor? scale = null)
    {
        var sums = ops.expand_dims(query, -2) + ops.expand_dims(key, -3);
        return ops.tanh(scale is null ? sums : scale * sums);
    }

    /// <inheritdoc/>
    private protected override void CheckInputs(Nest<Tensor> inputs)
    {
        var name = GetType().Name;
        if (!inputs.IsList)
        {
            throw new ValueError($"{name} layer must be called on a list of inputs, namely [query, value] or [query, value, key]. Received: {inputs}.");
        }

        if (inputs.Count is < 2 or > 3)
        {
            throw new ValueError(
                $"{name} layer accepts inputs list of length 2 or 3, namely [query, value] or [query, value, key]. Received length: {inputs.Count}");
        }
    }

    // The shapes depend on what is asked for.
    internal override Tensor InferOutputs(Nest<Tensor> inputs, in CallArguments args) => call(inputs, args);

    private protected override bool TakesArgument(string argument)
        => argument is "return_attention_scores" or "use_causal_mask" || base.TakesArgument(argument);

    private void CheckMasks(Nest<Tensor>? mask, int inputs)
    {
        if (mask is not null && !mask.IsList)
        {
            throw new ValueError($"{GetType().Name} layer mask must be a list, namely [query_mask, value_mask]. Received: {mask}.");
        }

        if (mask is not null && (mask.Count < 2 || mask.Count > inputs))
        {
            throw new ValueError($"{GetType().Name} layer mask must be a list of length 2, namely [query_mask, value_mask]. Received length: {mask.Count}");
        }
    }

    private static void AddFlag(Dictionary<string, object?> arguments, string name, bool value)
    {
        if (value)
        {
            arguments[name] = value;
        }
    }
}
