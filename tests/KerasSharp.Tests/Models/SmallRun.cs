using KerasSharp.Engine;
using KerasSharp.Models;
using NumSharp;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models;

/// <summary>LeNet-5 and a little random data.</summary>
internal static class SmallRun
{
    public static (Sequential Model, NDArray X, NDArray Y) LeNet5(int samples)
    {
        // A dropout in front of the last layer: random numbers belong to a step too.
        var model = TestSupport.LeNet5.Create();
        model.pop();
        model.add(Dropout(0.2, name: "Drop"));
        model.add(Dense(10, activation: "softmax", name: "Output"));
        model.compile(optimizer: "adam", loss: "categorical_crossentropy", metrics: ["accuracy"]);

        var random = new Random(5);
        var images = new float[samples * 32 * 32];
        Draw.Uniform(images, Philox.OfSeed(5, 0));
        var labels = new float[samples * 10];
        for (var i = 0; i < samples; i++)
        {
            labels[(i * 10) + random.Next(10)] = 1;
        }

        return (model, new NDArray(images).reshape(samples, 32, 32, 1), new NDArray(labels).reshape(samples, 10));
    }
}
