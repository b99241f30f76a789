using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Layers;
using KerasSharp.Saving;
using static KerasSharp.keras;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Layers.Attention;

/// <summary>The forms of a call, other axes, masks and configurations of MultiHeadAttention, each against another way to the same numbers.</summary>
public class MultiHeadAttentionTests
{
    private static readonly Tensor Query = Numbers(2, 3, 4);
    private static readonly Tensor Value = Numbers(2, 5, 4) * 0.7f;

    [Fact]
    public void All_forms_of_a_call_are_the_same()
    {
        var layer = MultiHeadAttention(2, 3);
        var expected = layer.apply(Query, Value).ToArray<float>();
        Assert.Equal(expected, layer.apply(Query, Value, Value).ToArray<float>());
        Assert.Equal(expected, layer.apply(query: Query, value: Value, key: Value).ToArray<float>());
        Assert.Equal(expected, layer.call(Query, Value).ToArray<float>());
        Assert.Equal(expected, ((Layer)layer).apply(Query, kwargs: new Dictionary<string, object?> { ["value"] = Value }).ToArray<float>());
    }

    [Fact]
    public void Another_key_counts()
    {
        var layer = MultiHeadAttention(2, 3);
        Assert.NotEqual(layer.apply(Query, Value).ToArray<float>(), layer.apply(Query, Value, Value * 2).ToArray<float>());
    }

    [Fact]
    public void An_axis_of_its_own_is_attended_over_apart_from_the_others()
    {
        var x = Numbers(2, 3, 4, 5);
        var (layer, flat) = (MultiHeadAttention(2, 3, attention_axes: new[] { 2 }), MultiHeadAttention(2, 3));
        var got = layer.apply(x, x);
        var rows = ops.reshape(x, 6, 4, 5);
        _ = flat.apply(rows, rows);
        flat.set_weights(layer.get_weights());
        Near(flat.apply(rows, rows), got);
    }

    [Fact]
    public void Two_axes_are_attended_over_together()
    {
        var x = Numbers(2, 3, 4, 5);
        var (layer, flat) = (MultiHeadAttention(2, 3), MultiHeadAttention(2, 3));
        var got = layer.apply(x, x);
        var joined = ops.reshape(x, 2, 12, 5);
        _ = flat.apply(joined, joined);
        flat.set_weights(layer.get_weights());
        Near(flat.apply(joined, joined), got);
    }

    [Fact]
    public void The_output_may_have_a_shape_of_its_own()
    {
        var layer = MultiHeadAttention(2, 3, output_shape: (6, 2));
        Assert.Equal([2, 3, 6, 2], layer.apply(Query, Value).Dims.ToArray());
        Assert.Equal([null, 3, 6, 2], layer.compute_output_shape((null, 3, 4), (null, 5, 4)));
    }

    [Fact]
    public void Scores_are_weights_without_dropout()
    {
        var layer = MultiHeadAttention(2, 3, dropout: 0.5);
        var (plain, scores) = layer.apply(Query, Value, return_attention_scores: true);
        Assert.Equal([2, 2, 3, 5], scores.Dims.ToArray());
        var (dropped, again) = layer.apply(Query, Value, return_attention_scores: true, training: true);
        Assert.All(ops.sum(again, -1).ToArray<float>(), sum => Assert.Equal(1, sum, 1e-5));
        Assert.Equal(scores.ToArray<float>(), again.ToArray<float>());
        Assert.NotEqual(plain.ToArray<float>(), dropped.ToArray<float>());
    }

    [Fact]
    public void What_a_mask_hides_has_no_weight()
    {
        var mask = Tensor.From<bool>([.. Enumerable.Range(0, 30).Select(i => i % 5 != 1)], 2, 3, 5);
        var (_, scores) = MultiHeadAttention(2, 3).apply(Query, Value, attention_mask: mask, return_attention_scores: true);
        Assert.All(scores.ToArray<float>().Index(), item => Assert.True(item.Index % 5 == 1 ? item.Item == 0 : item.Item > 0));
    }

    [Fact]
    public void No_query_looks_ahead_under_a_causal_mask()
    {
        var (_, scores) = MultiHeadAttention(1, 3).apply(Query, Query, use_causal_mask: true, return_attention_scores: true);
        var values = scores.ToArray<float>();
        for (var i = 0; i < values.Length; i++)
        {
            Assert.Equal(i % 3 > i / 3 % 3, values[i] == 0);
        }
    }

    [Fact]
    public void It_comes_back_from_its_configuration_with_its_projections()
    {
        var layer = MultiHeadAttention(2, 3, value_dim: 2, kernel_initializer: "he_normal", kernel_regularizer: "l2");
        var expected = layer.apply(Query, Value);
        var again = (MultiHeadAttention)ObjectRegistry.Deserialize(ObjectRegistry.Serialize(layer)!, "layers");
        Assert.Equal(KerasSharp.Saving.Json.PythonJson.dumps(layer.get_config()), KerasSharp.Saving.Json.PythonJson.dumps(again.get_config()));
        _ = again.apply(Query, Value);
        again.set_weights(layer.get_weights());
        Assert.Equal(expected.ToArray<float>(), again.apply(Query, Value).ToArray<float>());
        Assert.Equal(4, again.losses.Count);
    }

    [Fact]
    public void Each_projection_draws_by_a_generator_of_its_own()
    {
        var layer = MultiHeadAttention(2, 4);
        _ = layer.apply(Query, Query);
        Assert.NotEqual(layer.weights[0].value.ToArray<float>(), layer.weights[2].value.ToArray<float>());

        var seeded = MultiHeadAttention(2, 4, kernel_initializer: new GlorotUniform(seed: 1));
        _ = seeded.apply(Query, Query);
        Assert.Equal(seeded.weights[0].value.ToArray<float>(), seeded.weights[2].value.ToArray<float>());
    }

    [Fact]
    public void Steps_of_key_and_value_must_be_as_many()
        => Assert.StartsWith("All dimensions of `value` and `key`, except the last one, must be equal.",
            Assert.Throws<ValueError>(() => MultiHeadAttention(1, 2).compute_output_shape((null, 3, 4), (null, 5, 4), (null, 6, 4))).Message);

    private static Tensor Numbers(params int[] shape)
        => Tensor.From<float>([.. Enumerable.Range(0, shape.Aggregate((a, b) => a * b)).Select(i => MathF.Sin(i * 1.7f))], shape);

    private static void Near(Tensor expected, Tensor got)
    {
        Assert.Equal(expected.size, got.size);
        Assert.All(expected.ToArray<float>().Zip(got.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }
}
