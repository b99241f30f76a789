using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Models;
using UserCode.Backends;
using UserCode.Models;
using keras = KerasSharp.keras;
using tf = KerasSharp.tf;

namespace UserCode;

/// <summary>Seeds and the backend in use belong to the whole process, so no two of these tests run at once.</summary>
[Collection("one after another")]
public class BackendTests
{
    [Fact]
    public void A_model_trains_on_a_backend_of_ones_own_as_on_the_managed_one()
    {
        var expected = Train(Backend.Current);
        var losses = Train(new LoopBackend());
        Assert.True(losses[^1] < losses[0] / 2, $"from {losses[0]} to {losses[^1]}");
        Assert.All(expected.Zip(losses), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Fact]
    public void What_a_backend_lacks_is_named()
    {
        using var loops = new InUse(new LoopBackend());
        var error = Assert.Throws<NotSupportedException>(() => keras.ops.argmax(Tensor.From<float>([1, 2, 3], 3)));
        Assert.Equal("ArgReduce", error.Message);
    }

    [Fact]
    public void Tensors_of_two_backends_do_not_mix()
    {
        var here = Tensor.Scalar(1);
        using var loops = new InUse(new LoopBackend());
        var error = Assert.Throws<KerasSharp.ValueError>(() => here + Tensor.Scalar(2));
        Assert.Contains("'managed' and 'loops'", error.Message);
    }

    [Fact]
    public void The_devices_are_those_of_the_backend()
    {
        Assert.Empty(tf.config.list_physical_devices("GPU"));
        using var loops = new InUse(new LoopBackend { GpuCount = 2 });
        Assert.Equal(
            ["PhysicalDevice(name='/physical_device:GPU:0', device_type='GPU')", "PhysicalDevice(name='/physical_device:GPU:1', device_type='GPU')"],
            tf.config.list_physical_devices("GPU").Select(device => device.ToString()));
        Assert.Equal(["CPU", "GPU", "GPU"], tf.config.list_physical_devices().Select(device => device.device_type));
    }

    private static List<double> Train(IBackend backend)
    {
        using var chosen = new InUse(backend);
        keras.utils.set_random_seed(3);
        var model = new Regression();
        model.compile("adam", loss: "mse", metrics: [new ShareWithin(0.2)]);
        return [.. model.fit(Samples.X, Samples.Y, batch_size: 16, epochs: 20, verbose: 0).history["loss"]];
    }

    /// <summary>Chooses a backend until the end of a test.</summary>
    private sealed class InUse : IDisposable
    {
        private readonly IBackend before = Backend.Current;

        public InUse(IBackend backend) => Backend.Use(backend);

        public void Dispose() => Backend.Use(before);
    }
}
