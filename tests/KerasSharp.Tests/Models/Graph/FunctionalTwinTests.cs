using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.TestSupport;
using NumSharp;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>LeNet-5 as a stack, as a graph and as a class: one seed gives the same bits. Runs alone: the seed is the process's.</summary>
[Collection("alone")]
public class FunctionalTwinTests
{
    [Fact]
    public void Three_forms_of_LeNet5_train_to_the_same_bits()
    {
        var expected = Train(LeNet5.Create);
        Assert.Equal(expected, Train(AsGraph));
        Assert.Equal(expected, Train(() => new AsClass()));
    }

    private static Functional AsGraph()
    {
        var inputs = keras.Input((32, 32, 1));
        var x = AveragePooling2D((2, 2), strides: 2).apply(Conv2D(6, (5, 5), activation: "tanh").apply(inputs));
        x = AveragePooling2D((2, 2), strides: 2).apply(Conv2D(16, (5, 5), activation: "tanh").apply(x));
        x = Dense(120, activation: "tanh").apply(Flatten().apply(x));
        x = Dense(84, activation: "tanh").apply(x); // Layers take their seeds when they are made, in this order.
        return keras.Model(inputs, Dense(10, activation: "softmax").apply(x));
    }

    /// <summary>All weights after three steps, as bits.</summary>
    private static List<int> Train(Func<Model> create)
    {
        keras.utils.set_random_seed(3);
        var model = create();
        model.compile(optimizer: "adam", loss: "categorical_crossentropy", metrics: ["accuracy"]);
        var random = new Lcg(5);
        for (var step = 0; step < 3; step++)
        {
            var x = new NDArray(random.Uniform(0, 1, 4 * 32 * 32)).reshape(4, 32, 32, 1);
            var labels = new float[40];
            for (var i = 0; i < 4; i++)
            {
                labels[(i * 10) + ((i + step) % 10)] = 1;
            }

            model.train_on_batch(x, new NDArray(labels).reshape(4, 10));
        }

        return [.. model.weights.SelectMany(w => w.value.ToArray<float>()).Select(BitConverter.SingleToInt32Bits)];
    }

    private sealed class AsClass : Model
    {
        private readonly Layer[] features =
        [
            Conv2D(6, (5, 5), activation: "tanh"), AveragePooling2D((2, 2), strides: 2),
            Conv2D(16, (5, 5), activation: "tanh"), AveragePooling2D((2, 2), strides: 2), Flatten(),
        ];

        private readonly Layer c5 = Dense(120, activation: "tanh"), f6 = Dense(84, activation: "tanh"), last = Dense(10, activation: "softmax");

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            foreach (var layer in features)
            {
                inputs = layer.apply(inputs);
            }

            return last.apply(f6.apply(c5.apply(inputs)));
        }
    }
}
