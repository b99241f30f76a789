using KerasSharp.Engine;
using KerasSharp.Layers;
using static KerasSharp.keras;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Layers.Attention;

/// <summary>Masks, dropout and wrong inputs of Attention and AdditiveAttention.</summary>
public class DenseAttentionTests
{
    private static readonly Tensor Query = Numbers(1, 3, 4);
    private static readonly Tensor Value = Numbers(1, 3, 4) * 0.6f;

    public static TheoryData<string> Kinds => ["dot", "concat", "additive"];

    [Theory, MemberData(nameof(Kinds))]
    public void Hidden_values_have_no_weight_and_hidden_queries_give_0(string kind)
    {
        Tensor queries = Tensor.From<bool>([true, false, true], 1, 3), values = Tensor.From<bool>([true, true, false], 1, 3);
        var (y, weights) = Layer(kind).apply([Query, Value], mask: [queries, values], return_attention_scores: true);
        Assert.All(weights.ToArray<float>().Index(), item => Assert.True(item.Index % 3 == 2 ? item.Item == 0 : item.Item > 0));
        Assert.All(y.ToArray<float>().Index(), item => Assert.Equal(item.Index / 4 == 1, item.Item == 0));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void No_query_looks_ahead_under_a_causal_mask(string kind)
    {
        var (_, weights) = Layer(kind).apply([Query, Value], use_causal_mask: true, return_attention_scores: true);
        Assert.All(weights.ToArray<float>().Index(), item => Assert.Equal(item.Index % 3 > item.Index / 3, item.Item == 0));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_result_is_the_weighted_mean_of_the_values(string kind)
    {
        var (y, weights) = Layer(kind).apply([Query, Value, Query], return_attention_scores: true);
        Assert.All(ops.matmul(weights, Value).ToArray<float>().Zip(y.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Dropout_works_in_training_alone()
    {
        var layer = keras.layers.Attention(dropout: 0.5, seed: 3);
        var (_, weights) = layer.apply([Query, Value], return_attention_scores: true);
        var (_, dropped) = layer.apply([Query, Value], training: true, return_attention_scores: true);
        var pairs = weights.ToArray<float>().Zip(dropped.ToArray<float>()).ToArray();
        Assert.All(pairs, pair => Assert.True(pair.Second == 0 || Math.Abs(pair.Second - (2 * pair.First)) < 1e-5));
        Assert.Contains(pairs, pair => pair.Second == 0);
        Assert.Contains(pairs, pair => pair.Second > 0);
    }

    [Fact]
    public void Wrong_inputs_are_told_in_Keras_s_words()
    {
        Assert.StartsWith("Attention layer must be called on a list of inputs, namely [query, value] or [query, value, key].",
            Assert.Throws<ValueError>(() => keras.layers.Attention().apply(Query)).Message);
        Assert.Equal("AdditiveAttention layer accepts inputs list of length 2 or 3, namely [query, value] or [query, value, key]. Received length: 1",
            Assert.Throws<ValueError>(() => AdditiveAttention().apply(Tensor.Create([Query]))).Message);
        Assert.Equal("Received: score_mode=sum. Acceptable values are: [\"dot\", \"concat\"]", Assert.Throws<ValueError>(() => keras.layers.Attention(score_mode: "sum")).Message);
    }

    [Fact]
    public void In_a_model_the_number_of_steps_may_be_unknown()
    {
        Tensor q = keras.Input((null, 4)), v = keras.Input((null, 4));
        var y = keras.layers.Attention(use_scale: true).apply([q, v], use_causal_mask: true);
        Assert.Equal([null, null, 4], y.shape);
        var model = keras.Model([q, v], y);
        Assert.Equal([1, 3, 4], model.apply([Query, Value]).Dims.ToArray());
    }

    private static BaseDenseAttention Layer(string kind) => kind == "additive" ? AdditiveAttention() : keras.layers.Attention(score_mode: kind);

    private static Tensor Numbers(params int[] shape)
        => Tensor.From<float>([.. Enumerable.Range(0, shape.Aggregate((a, b) => a * b)).Select(i => MathF.Sin(i * 1.7f))], shape);
}
