using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Attention by the sum of tanh(query + key) (Bahdanau), each of the d terms with a factor that is learned.
/// Source: <see href="https://keras.io/api/layers/attention_layers/additive_attention/"/>.
/// </summary>
[KerasExport("keras.layers.AdditiveAttention")]
public class AdditiveAttention : BaseDenseAttention
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="use_scale">Whether the terms have factors that are learned.</param>
    /// <param name="dropout">The share of the weights that is dropped in training, 0 … 1.</param>
    /// <param name="seed">Makes the choice reproducible, apart from the global seed.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public AdditiveAttention(bool use_scale = true, double dropout = 0.0, int? seed = null, LayerArguments kwargs = default)
        : base(dropout, seed, kwargs) => this.use_scale = use_scale;

    /// <summary>Whether the terms have factors that are learned.</summary>
    public bool use_scale { get; }

    /// <summary>The factors (d,); null if there are none.</summary>
    public Variable? scale { get; private set; }

    /// <inheritdoc/>
    public override void build(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        scale = use_scale ? add_weight("scale", new TensorShape([input_shape[1].Value[^1]]), null, "glorot_uniform") : null;
        built = true;
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["use_scale"] = use_scale };

    private protected override Tensor Scores(Tensor query, Tensor key)
    {
        var sums = Sums(query, key);
        return ops.sum(scale is null ? sums : scale.value * sums, -1);
    }
}
