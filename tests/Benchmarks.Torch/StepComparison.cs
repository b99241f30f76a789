using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.Benchmarks;
using NumSharp;
using TorchSharp;

namespace KerasSharp.Torch.Benchmarks;

/// <summary>
/// A whole training step (forward, loss, gradients, Adam) of one network on a fixed batch: KerasSharp's <c>train_on_batch</c> on the
/// managed and on the torch backend, and a plain TorchSharp loop in both memory formats. Each starts from the batch on the host.
/// </summary>
internal static class StepComparison
{
    /// <summary>Measures and prints a line.</summary>
    public static void Run(string name, Network network, int batch, int height, int channels)
    {
        var random = new Random(1);
        var images = Enumerable.Range(0, batch * height * height * channels).Select(_ => random.NextSingle()).ToArray();
        var labels = Enumerable.Range(0, batch).Select(_ => random.Next(10)).ToArray();

        var measure = new Measure();
        var managed = measure.Add(Keras(network, new ManagedBackend(), images, labels, height, channels));
        var onTorch = measure.Add(Keras(network, new TorchBackend(), images, labels, height, channels));
        var plain = measure.Add(Plain(network, images, labels, height, channels, channelsLast: false));
        var channelsLast = measure.Add(Plain(network, images, labels, height, channels, channelsLast: true));
        measure.Run(rounds: 10);

        var best = Math.Min(measure[plain], measure[channelsLast]);
        Console.WriteLine($"{name} step: managed {measure[managed] * 1e3:f1} ms, plain TorchSharp {measure[plain] * 1e3:f1} ms, ratio {measure[plain] / measure[managed]:f2}");
        Console.WriteLine($"{name} step: torch backend {measure[onTorch] * 1e3:f1} ms, plain TorchSharp, channels_last {measure[channelsLast] * 1e3:f1} ms, "
            + $"ratio of managed to the faster of both {best / measure[managed]:f2}");
    }

    private static Action Keras(Network network, IBackend backend, float[] images, int[] labels, int height, int channels)
    {
        Backend.Use(backend);
        var model = network.Keras();
        model.compile(optimizer: "adam", loss: "sparse_categorical_crossentropy");
        var x = new NDArray(images).reshape(labels.Length, height, height, channels);
        var y = new NDArray(labels);
        return () =>
        {
            Backend.Use(backend);
            model.train_on_batch(x, y);
        };
    }

    private static Action Plain(Network network, float[] images, int[] labels, int height, int channels, bool channelsLast)
    {
        var device = TorchLibrary.Device;
        var model = network.Plain().to(device);
        var optimizer = torch.optim.Adam(model.parameters());
        var loss = torch.nn.CrossEntropyLoss();
        var rows = torch.tensor(images, [labels.Length, height, height, channels]);

        // (n, h, w, c) in memory is what libtorch calls channels_last.
        var host = channelsLast ? rows.permute(0, 3, 1, 2) : rows.permute(0, 3, 1, 2).contiguous();
        var goal = torch.tensor(Array.ConvertAll(labels, l => (long)l));
        return () =>
        {
            using var scope = torch.NewDisposeScope();
            optimizer.zero_grad();
            var error = loss.forward(model.forward(host.to(device)), goal.to(device));
            error.backward();
            optimizer.step();
            _ = error.item<float>();
        };
    }
}
