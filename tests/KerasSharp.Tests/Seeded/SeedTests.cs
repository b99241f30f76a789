using KerasSharp.Engine;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Seeded;

/// <summary>What a seed fixes and what it leaves open. Runs alone: the seed is the process's.</summary>
[Collection("alone")]
public class SeedTests
{
    private static readonly Tensor X = Tensor.Full(1, 4, 50);

    [Fact]
    public void The_same_seeds_drop_the_same_elements()
    {
        Assert.Equal(Dropped(global: 1, own: 1), Dropped(global: 1, own: 1));
        Assert.NotEqual(Dropped(global: 1, own: 1), Dropped(global: 1, own: 2));
        Assert.NotEqual(Dropped(global: 1, own: 1), Dropped(global: 2, own: 1));
        Assert.Equal(Dropped(global: 1, own: null), Dropped(global: 1, own: null));

        static float[] Dropped(int global, int? own)
        {
            tf.random.set_seed(global);
            return Dropout(0.5, seed: own).apply(X, training: true).ToArray<float>();
        }
    }

    [Fact]
    public void Each_call_of_a_layer_drops_other_elements()
    {
        var layer = Dropout(0.5, seed: 1);
        Assert.NotEqual(layer.apply(X, training: true).ToArray<float>(), layer.apply(X, training: true).ToArray<float>());
    }

    [Fact]
    public void TensorFlow_s_seed_alone_fixes_the_initial_weights_too()
    {
        Assert.Equal(Weights(5), Weights(5));
        Assert.NotEqual(Weights(5), Weights(6));

        static float[] Weights(int seed)
        {
            tf.random.set_seed(seed);
            var layer = Dense(3);
            layer.build((null, 4));
            return layer.weights[0].value.ToArray<float>();
        }
    }
}
