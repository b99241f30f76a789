using KerasSharp.Engine;
using KerasSharp.Metrics;

namespace KerasSharp.Tests.Metrics;

/// <summary>A metric's state: variables, which operations update.</summary>
public class MetricStateTests
{
    [Fact]
    public void A_mean_holds_total_and_count()
    {
        var mean = keras.metrics.Mean();
        mean.update_state(Tensor.From<float>([1, 2, 6], 3));
        Assert.Equal(["total:0", "count:0"], mean.variables.Select(v => v.name));
        Assert.Equal([9f, 3f], mean.variables.Select(v => v.item()));
        Assert.Equal(3, (float)mean.result());
        mean.reset_state();
        Assert.Equal([0f, 0f], mean.weights.Select(v => v.item()));
        Assert.Equal(0, (float)mean.result());
    }

    [Fact]
    public void States_of_one_kind_merge()
    {
        var (a, b) = (keras.metrics.CategoricalAccuracy(), keras.metrics.CategoricalAccuracy());
        a.update_state(Tensor.From<float>([1, 0, 0, 1], 2, 2), Tensor.From<float>([0.9f, 0.1f, 0.2f, 0.8f], 2, 2));
        b.update_state(Tensor.From<float>([1, 0], 1, 2), Tensor.From<float>([0.1f, 0.9f], 1, 2));
        a.merge_state([b]);
        Assert.Equal(2f / 3, (float)a.result());
        var error = Assert.Throws<ValueError>(() => a.merge_state([keras.metrics.Sum()]));
        Assert.Equal("Metric sum is not compatible with categorical_accuracy", error.Message);
    }

    [Fact]
    public void A_recording_tape_does_not_follow_the_state()
    {
        var (x, mean) = (new Variable(Tensor.Scalar(3)), keras.metrics.Mean());
        using var tape = tf.GradientTape();
        var loss = keras.ops.square(x);
        mean.update_state(loss);
        Assert.Equal(6, tape.gradient(loss, [x])[0]!.item());
        Assert.Equal(9, (float)mean.result());
    }
}
