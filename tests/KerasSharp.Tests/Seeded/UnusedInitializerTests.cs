using KerasSharp.Layers;
using KerasSharp.Saving;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Seeded;

/// <summary>The seeds of initializers. Runs alone, since the global seed is one for the process.</summary>
[Collection("alone")]
public class UnusedInitializerTests
{
    [Fact]
    public void An_initializer_that_draws_nothing_takes_no_seed()
    {
        // Keras's depthwise and separable layers inherit an initializer of a kernel that they do not have.
        float[][] Weights(Func<Layer> make)
        {
            keras.utils.set_random_seed(5);
            var layer = make();
            layer.build((null, 4, 4, 2));
            return [.. layer.weights.Select(w => w.value.ToArray<float>())];
        }

        Assert.Equal(Weights(() => Conv2D(2, 3))[0], Weights(() => DepthwiseConv2D(3, depth_multiplier: 2))[0]);
        Assert.Equal(Weights(() => SeparableConv2D(3, 2)), Weights(() => SeparableConv2D(3, 2, kernel_initializer: "zeros", depthwise_initializer: "glorot_uniform")));
        var config = ((SeparableConv2D)SeparableConv2D(3, 2)).get_config();
        Assert.Equal(Weights(() => SeparableConv2D(3, 2)), Weights(() => (Layer)ObjectRegistry.Create("layers", "SeparableConv2D", config)));
    }
}
