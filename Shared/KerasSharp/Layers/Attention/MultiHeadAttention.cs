using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Attention with several heads (Vaswani and others, 2017): query, key and value are projected once for each head, each head attends, and their
/// results are projected to the output. Query (batch, queries, a), value (batch, keys, b), key (batch, keys, c) → (batch, queries, a).
/// Source: <see href="https://keras.io/api/layers/attention_layers/multi_head_attention/"/>.
/// </summary>
[KerasExport("keras.layers.MultiHeadAttention")]
public partial class MultiHeadAttention : Layer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="num_heads">The number of heads.</param>
    /// <param name="key_dim">The length of a head's query and key.</param>
    /// <param name="value_dim">The length of a head's value; <paramref name="key_dim"/> if not given.</param>
    /// <param name="dropout">The share of the weights that is dropped in training, 0 … 1.</param>
    /// <param name="use_bias">Whether the projections have a bias.</param>
    /// <param name="output_shape">The shape of the output behind batch and steps; the query's if not given.</param>
    /// <param name="attention_axes">The axes that are attended over; all but the batch, and the last, if not given.</param>
    /// <param name="kernel_initializer">Draws the first kernels, each by a generator of its own; <c>glorot_uniform</c> if not given.</param>
    /// <param name="bias_initializer">Draws the first biases; <c>zeros</c> if not given.</param>
    /// <param name="kernel_regularizer">Penalty on the kernels.</param>
    /// <param name="bias_regularizer">Penalty on the biases.</param>
    /// <param name="activity_regularizer">Penalty on the output, and on that of each projection.</param>
    /// <param name="kernel_constraint">What the kernels must fulfil after each update.</param>
    /// <param name="bias_constraint">What the biases must fulfil after each update.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public MultiHeadAttention(
        int num_heads, int key_dim, int? value_dim = null, double dropout = 0.0, bool use_bias = true, IntTuple output_shape = default,
        IntTuple attention_axes = default, [KerasDefault("glorot_uniform")] Initializer? kernel_initializer = null,
        [KerasDefault("zeros")] Initializer? bias_initializer = null, Regularizer? kernel_regularizer = null, Regularizer? bias_regularizer = null,
        Regularizer? activity_regularizer = null, Constraint? kernel_constraint = null, Constraint? bias_constraint = null, LayerArguments kwargs = default)
        : base(kwargs)
    {
        (this.num_heads, this.key_dim, this.value_dim, this.dropout, this.use_bias) = (num_heads, key_dim, value_dim is > 0 ? value_dim.Value : key_dim, dropout, use_bias);
        outputShape = output_shape;
        attentionAxes = attention_axes.is_given ? attention_axes.to_array() : null;
        this.kernel_initializer = kernel_initializer ?? "glorot_uniform";
        this.bias_initializer = bias_initializer ?? "zeros";
        (this.kernel_regularizer, this.bias_regularizer, this.activity_regularizer) = (kernel_regularizer, bias_regularizer, activity_regularizer);
        (this.kernel_constraint, this.bias_constraint) = (kernel_constraint, bias_constraint);
        supports_masking = true;
    }

    /// <summary>The number of heads.</summary>
    public int num_heads { get; }

    /// <summary>The length of a head's query and key.</summary>
    public int key_dim { get; }

    /// <summary>The length of a head's value.</summary>
    public int value_dim { get; }

    /// <summary>The share of the weights that is dropped in training.</summary>
    public double dropout { get; }

    /// <summary>Whether the projections have a bias.</summary>
    public bool use_bias { get; }

    /// <summary>Draws the first kernels.</summary>
    public Initializer kernel_initializer { get; }

    /// <summary>Draws the first biases.</summary>
    public Initializer bias_initializer { get; }

    /// <summary>Penalty on the kernels.</summary>
    public Regularizer? kernel_regularizer { get; }

    /// <summary>Penalty on the biases.</summary>
    public Regularizer? bias_regularizer { get; }

    /// <summary>What the kernels must fulfil.</summary>
    public Constraint? kernel_constraint { get; }

    /// <summary>What the biases must fulfil.</summary>
    public Constraint? bias_constraint { get; }

    /// <summary><c>layer(query, value)</c>, with all that Keras's call takes. Masks that travel with the three tensors count too.</summary>
    /// <param name="query">(batch, queries, a).</param>
    /// <param name="value">(batch, keys, b).</param>
    /// <param name="key">(batch, keys, c); the value if not given.</param>
    /// <param name="attention_mask">Which query may look at which key: (batch, queries, keys), true where it may.</param>
    /// <param name="return_attention_scores">Whether the weights (batch, heads, queries, keys) are returned too.</param>
    /// <param name="training">Whether this is training: whether weights are dropped.</param>
    /// <param name="use_causal_mask">Whether no query looks at a later key.</param>
    /// <returns>The output; with <paramref name="return_attention_scores"/> the weights as well.</returns>
    public Tensor apply(
        Tensor query, Tensor value, Tensor? key = null, Tensor? attention_mask = null, bool return_attention_scores = false, bool? training = null,
        bool use_causal_mask = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        var more = new Dictionary<string, object?> { [nameof(value)] = value };
        if (key is not null)
        {
            more[nameof(key)] = key;
        }

        if (attention_mask is not null)
        {
            more[nameof(attention_mask)] = attention_mask;
        }

        if (return_attention_scores)
        {
            more[nameof(return_attention_scores)] = true;
        }

        if (use_causal_mask)
        {
            more[nameof(use_causal_mask)] = true;
        }

        return apply(query, training, kwargs: more);
    }

    /// <inheritdoc cref="apply(Tensor, Tensor, Tensor?, Tensor?, bool, bool?, bool)"/>
    public Tensor call(
        Tensor query, Tensor value, Tensor? key = null, Tensor? attention_mask = null, bool return_attention_scores = false, bool? training = null,
        bool use_causal_mask = false)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(value);
        EnsureProjections(query.shape, value.shape, (key ?? value).shape);
        var mask = query.IsSymbolic ? null : Mask(query, value, key, attention_mask, use_causal_mask);
        var q = queryDense!.apply(query) * (1 / Math.Sqrt(key_dim));
        var (k, v) = (keyDense!.apply(key ?? value), valueDense!.apply(value));
        var weights = Weights(ops.einsum(scoresEquation, k, q), mask);
        var output = outputDense!.apply(ops.einsum(meansEquation, dropoutLayer!.apply(weights, training), v));
        return return_attention_scores ? new Tensors(Nest.Tuple<Tensor>(output, weights)) : output;
    }

    /// <inheritdoc/>
    /// <exception cref="TypeError">There is no <c>value</c> among the arguments, in Python's words.</exception>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var query = inputs.Value;
        if (args.mask is { } mask && mask.Value != query.Mask)
        {
            query = ops.copy(query);
            query.Mask = mask.Value;
        }

        return call(
            query, args.get<Tensor>("value") ?? throw new TypeError("MultiHeadAttention.call() missing 1 required positional argument: 'value'"),
            args.get<Tensor>("key"), args.get<Tensor>("attention_mask"), args.get<bool?>("return_attention_scores") == true, args.training,
            args.get<bool?>("use_causal_mask") == true);
    }

    /// <summary>The output's shape for the shapes of query, value and key.</summary>
    /// <exception cref="ValueError">Value and key have different steps, in Keras's words.</exception>
    public TensorShape compute_output_shape(TensorShape query_shape, TensorShape value_shape, TensorShape key_shape = default)
    {
        var key = key_shape.is_given ? key_shape : value_shape;
        if (value_shape[1..^1] != key[1..^1])
        {
            throw new ValueError($"All dimensions of `value` and `key`, except the last one, must be equal. Received {value_shape} and {key}");
        }

        return outputShape.is_given ? new([.. query_shape.SkipLast(1), .. outputShape.to_array()]) : query_shape;
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["num_heads"] = num_heads,
        ["key_dim"] = key_dim,
        ["value_dim"] = value_dim,
        ["dropout"] = dropout,
        ["use_bias"] = use_bias,
        ["output_shape"] = outputShape.ToConfig(),
        ["attention_axes"] = attentionAxes,
        ["kernel_initializer"] = ObjectRegistry.Serialize(kernel_initializer),
        ["bias_initializer"] = ObjectRegistry.Serialize(bias_initializer),
        ["kernel_regularizer"] = ObjectRegistry.Serialize(kernel_regularizer),
        ["bias_regularizer"] = ObjectRegistry.Serialize(bias_regularizer),
        ["activity_regularizer"] = ObjectRegistry.Serialize(activity_regularizer),
        ["kernel_constraint"] = ObjectRegistry.Serialize(kernel_constraint),
        ["bias_constraint"] = ObjectRegistry.Serialize(bias_constraint),
        ["query_shape"] = shapes?.Query,
        ["key_shape"] = shapes?.Key,
        ["value_shape"] = shapes?.Value,
    };

    /// <summary>The layer of a configuration. Where it tells the shapes, the projections are made at once.</summary>
    public static MultiHeadAttention from_config(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var arguments = new Config(config);
        var known = Array.ConvertAll(["query_shape", "value_shape", "key_shape"], name =>
        {
            arguments.Remove(name, out var dims);
            return TensorShape.FromConfig(dims);
        });
        var layer = (MultiHeadAttention)ObjectRegistry.Create("layers", nameof(MultiHeadAttention), arguments);
        if (Array.TrueForAll(known, shape => shape.is_given))
        {
            layer.EnsureProjections(known[0], known[1], known[2]);
        }

        return layer;
    }

    private protected override bool TakesArgument(string argument)
        => argument is "value" or "key" or "attention_mask" or "return_attention_scores" or "use_causal_mask" || base.TakesArgument(argument);
}
