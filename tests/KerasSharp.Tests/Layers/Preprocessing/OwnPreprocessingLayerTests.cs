using KerasSharp.Engine;
using KerasSharp.Layers;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Layers.Preprocessing;

/// <summary>A preprocessing layer that a user writes: adapt calls its methods in Keras's order.</summary>
public class OwnPreprocessingLayerTests
{
    [Fact]
    public void Adapt_builds_updates_by_batches_and_finalizes()
    {
        var layer = new Largest();
        layer.adapt(Tensor.From<float>([1, 5, 2, 3, 4], 5, 1).numpy(), batch_size: 2);
        Assert.Equal(["build (2, 1)", "update 2", "update 2", "update 1", "finalize"], layer.Events);
        Assert.True(layer.is_adapted);
        Assert.Equal([0.2f, 1f], layer.apply(Tensor.From<float>([1, 5], 2, 1)).ToArray<float>());
        Assert.Equal("largest:0", layer.weights[0].name);
        Assert.Equal([null, null], layer.batch_input_shape);
    }

    [Fact]
    public void Adapting_again_begins_anew_and_may_take_some_batches_only()
    {
        var layer = new Largest();
        var dataset = tf.data.Dataset.from_tensor_slices(Tensor.From<float>([1, 2, 8], 3, 1)).batch(1);
        layer.adapt(dataset);
        layer.Events.Clear();
        layer.adapt(dataset, steps: 2);
        Assert.Equal(["reset", "update 1", "update 1", "finalize"], layer.Events);
        Assert.Equal(2, layer.weights[0].item());
    }

    [Fact]
    public void Weights_that_are_set_are_finalized_in_a_model_too()
    {
        var layer = new Largest();
        var model = keras.Sequential([layer]);
        model.build((null, 1));
        layer.Events.Clear();
        model.set_weights([Tensor.Scalar(4).numpy()]);
        Assert.Equal(["finalize"], layer.Events);
        Assert.Equal([0.5f], model.apply(Tensor.From<float>([2], 1, 1)).ToArray<float>());
    }

    [Fact]
    public void Targets_beside_the_inputs_are_refused()
    {
        var x = Tensor.From<float>([1, 2], 2, 1);
        var error = Assert.Throws<ValueError>(() => new Largest().adapt(tf.data.Dataset.from_tensor_slices(Tensor.Create([x, x])).map((a, b) => Tensor.Create([a, b])).batch(1)));
        Assert.Contains("takes inputs alone", error.Message);
    }

    [Fact]
    public void What_a_class_lacks_is_named()
        => Assert.Contains("update_state", Assert.Throws<NotImplementedError>(() => new Nothing().adapt(Tensor.From<float>([1], 1, 1).numpy())).Message);

    /// <summary>Divides by the largest number that it saw.</summary>
    private sealed class Largest : PreprocessingLayer
    {
        private Variable? largest;

        public List<string> Events { get; } = [];

        public override void build(TensorShape input_shape)
        {
            Events.Add($"build {input_shape}");
            largest = add_weight("largest", [], initializer: "zeros", trainable: false);
            built = true;
        }

        public override void update_state(Tensor data)
        {
            Events.Add($"update {data.dim(0)}");
            largest!.assign(ops.maximum(largest.value, ops.max(data)));
        }

        public override void reset_state()
        {
            Events.Add("reset");
            largest!.assign(ops.zeros_like(largest.value));
        }

        public override void finalize_state() => Events.Add("finalize");

        public override Tensor call(Tensor inputs, bool? training = null) => inputs / largest!.value;
    }

    private sealed class Nothing : PreprocessingLayer;
}
