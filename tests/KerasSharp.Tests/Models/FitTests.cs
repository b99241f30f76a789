using KerasSharp.Callbacks;
using KerasSharp.Models;
using NumSharp;
using static KerasSharp.keras.layers;
using static KerasSharp.keras.models;

namespace KerasSharp.Tests.Models;

public class FitTests
{
    [Fact]
    public void A_cancelled_fit_ends_after_its_batch_and_keeps_the_history()
    {
        var (model, x, y) = SmallRun.LeNet5(samples: 100);
        using var source = new CancellationTokenSource();
        var recorder = new CancelInEpoch(source, epoch: 2);
        Assert.Throws<OperationCanceledException>(() => model.fit(x, y, batch_size: 20, epochs: 9, verbose: 0, callbacks: [recorder], cancellation_token: source.Token));
        Assert.Equal(2, model.history!.history["loss"].Count);
        Assert.True(recorder.Ended);
        Assert.Equal((2, 0), recorder.LastBatch);
    }

    [Fact]
    public void Threads_may_predict_on_one_model_at_the_same_time()
    {
        var (model, x, _) = SmallRun.LeNet5(samples: 64);
        var expected = model.predict(x, verbose: 0).ToArray<float>();
        Parallel.For(0, 8, _ => Assert.Equal(expected, model.predict(x, batch_size: 16, verbose: 0).ToArray<float>()));
    }

    [Fact]
    public void Images_of_bytes_are_taken_as_floats()
    {
        var model = Sequential([Flatten(input_shape: (2, 2)), Dense(1, kernel_initializer: "ones")]);
        NDArray bytes = new byte[,,] { { { 1, 2 }, { 3, 250 } } };
        Assert.Equal([256f], model.predict(bytes, verbose: 0).ToArray<float>());
    }

    [Fact]
    public void NaN_in_the_data_trains_as_in_Keras()
    {
        var model = Sequential([Dense(1, input_shape: 1)]);
        model.compile(optimizer: "sgd", loss: "mse");
        var history = model.fit(new float[,] { { 1 }, { float.NaN } }, new float[,] { { 1 }, { 2 } }, verbose: 0);
        Assert.True(double.IsNaN(history.history["loss"][0]));
    }

    [Theory]
    [InlineData(0, "`batch_size` must be a positive integer. Received: batch_size=0")]
    [InlineData(-1, "`batch_size` must be a positive integer. Received: batch_size=-1")]
    public void A_batch_size_that_is_not_positive_is_refused(int batch_size, string message)
    {
        var (model, x, y) = SmallRun.LeNet5(samples: 10);
        Assert.Equal(message, Assert.Throws<ValueError>(() => model.fit(x, y, batch_size: batch_size, verbose: 0)).Message);
    }

    [Fact]
    public void Wrong_data_are_refused_in_Keras_words()
    {
        var (model, x, y) = SmallRun.LeNet5(samples: 10);
        Assert.Equal(
            "Data cardinality is ambiguous:\n  x sizes: 10\n  y sizes: 7\nMake sure all arrays contain the same number of samples.",
            Assert.Throws<ValueError>(() => model.fit(x, y["0:7"], verbose: 0)).Message);
        Assert.Equal("Expected input data to be non-empty.", Assert.Throws<ValueError>(() => model.fit(x["0:0"], y["0:0"], verbose: 0)).Message);
        var narrow = Assert.Throws<ValueError>(() => model.fit(x.reshape(10, 16, 64, 1), y, verbose: 0));
        Assert.Contains("Input 0 of layer", narrow.Message);
    }

    [Fact]
    public void Compile_comes_first()
    {
        var model = Sequential([Dense(1, input_shape: 1)]);
        const string Message = "You must compile your model before training/testing. Use `model.compile(optimizer, loss)`.";
        Assert.Equal(Message, Assert.Throws<RuntimeError>(() => model.fit(new float[,] { { 1 } }, new float[,] { { 1 } })).Message);
        Assert.Equal(Message, Assert.Throws<RuntimeError>(() => model.evaluate(new float[,] { { 1 } }, new float[,] { { 1 } })).Message);
    }

    private sealed class CancelInEpoch(CancellationTokenSource source, int epoch) : Callback
    {
        private int current;

        public bool Ended { get; private set; }

        public (int Epoch, int Batch) LastBatch { get; private set; }

        public override void on_epoch_begin(int epoch, Logs? logs = null) => current = epoch;

        public override void on_train_batch_end(int batch, Logs? logs = null)
        {
            LastBatch = (current, batch);
            if (current == epoch)
            {
                source.Cancel();
            }
        }

        public override void on_train_end(Logs? logs = null) => Ended = true;
    }
}
