using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Attention by the products of queries and keys (Luong), or by tanh of their sums.
/// Source: <see href="https://keras.io/api/layers/attention_layers/attention/"/>.
/// </summary>
[KerasExport("keras.layers.Attention")]
public class Attention : BaseDenseAttention
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="use_scale">Whether the scores have a factor that is learned.</param>
    /// <param name="score_mode"><c>dot</c>: products of query and key; <c>concat</c>: the sum of tanh(query + key), times a weight that is learned.</param>
    /// <param name="dropout">The share of the weights that is dropped in training, 0 … 1.</param>
    /// <param name="seed">Makes the choice reproducible, apart from the global seed.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">The mode is none of both.</exception>
    public Attention(bool use_scale = false, string score_mode = "dot", double dropout = 0.0, int? seed = null, LayerArguments kwargs = default)
        : base(dropout, seed, kwargs)
    {
        this.use_scale = use_scale;
        this.score_mode = score_mode is "dot" or "concat" ? score_mode
            : throw new ValueError($"Received: score_mode={score_mode}. Acceptable values are: [\"dot\", \"concat\"]");
    }

    /// <summary>Whether the scores have a factor that is learned.</summary>
    public bool use_scale { get; }

    /// <summary><c>dot</c> or <c>concat</c>.</summary>
    public string score_mode { get; }

    /// <summary>The factor of the scores; null if there is none.</summary>
    public Variable? scale { get; private set; }

    /// <summary>The weight of the mode <c>concat</c>; null in the other.</summary>
    public Variable? concat_score_weight { get; private set; }

    /// <inheritdoc/>
    public override void build(Nest<TensorShape> input_shape)
    {
        scale = use_scale ? add_weight("scale", [], null, "ones") : null;
        concat_score_weight = score_mode == "concat" ? add_weight("concat_score_weight", [], null, "ones") : null;
        built = true;
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["use_scale"] = use_scale, ["score_mode"] = score_mode };

    private protected override Tensor Scores(Tensor query, Tensor key)
    {
        if (concat_score_weight is { } weight)
        {
            return weight * ops.sum(Sums(query, key, scale?.value), -1);
        }

        var scores = ops.matmul(query, key, false, true);
        return scale is null ? scores : scores * scale.value;
    }
}
