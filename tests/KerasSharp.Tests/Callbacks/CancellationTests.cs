using KerasSharp.Callbacks;
using KerasSharp.Utils;

namespace KerasSharp.Tests.Callbacks;

/// <summary>Ctrl+C: the batch ends, on_train_end runs, the history so far is kept.</summary>
public class CancellationTests
{
    [Theory]
    [InlineData("on_train_batch_end", 1, 3, 2)]
    [InlineData("on_test_batch_end", 1, 3, 3)]
    [InlineData("on_epoch_end", 1, 3, 2)]
    public void A_cancelled_fit_ends_as_if_it_were_over(string hook, int inEpoch, int epochs, int batches)
    {
        using var recorded = new RecordedWarnings(progress: ProgressDisplay.Redraw);
        using var source = new CancellationTokenSource();
        var layer = new Recording();
        var model = RealCalls.Model(layer);
        var (x, y) = RealCalls.Samples(0, 6);
        var (epoch, ended) = (-1, 0);
        void When(string now)
        {
            if (now == hook && epoch == inEpoch)
            {
                source.Cancel();
            }
        }

        var canceller = keras.callbacks.LambdaCallback(
            on_epoch_begin: (e, _) => epoch = e, on_epoch_end: (_, _) => When("on_epoch_end"), on_train_batch_end: (b, _) => When(b == 1 ? "on_train_batch_end" : ""),
            on_test_batch_end: (_, _) => When("on_test_batch_end"), on_train_end: _ => ended++);
        Assert.Throws<OperationCanceledException>(() => model.fit(
            x, y, batch_size: 2, epochs: epochs, callbacks: [canceller], validation_data: RealCalls.Samples(50, 4), shuffle: false, cancellation_token: source.Token));

        Assert.Equal(1, ended);
        var whole = hook == "on_epoch_end" ? inEpoch + 1 : inEpoch;
        Assert.Equal(Enumerable.Range(0, whole), model.history!.epoch);
        Assert.All(model.history.history.Values, values => Assert.Equal(whole, values.Count));
        Assert.Equal(hook == "on_epoch_end" ? 6 : 3 + batches, layer.Trained.Count);

        // Whatever is printed next begins on a line of its own.
        Assert.EndsWith("\n", recorded.TakeOutput(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_evaluate_or_predict_gives_nothing()
    {
        using var recorded = new RecordedWarnings();
        using var source = new CancellationTokenSource();
        var layer = new Recording();
        var model = RealCalls.Model(layer);
        var (x, y) = RealCalls.Samples(0, 6);
        var canceller = keras.callbacks.LambdaCallback(on_test_batch_end: (_, _) => source.Cancel());
        Assert.Throws<OperationCanceledException>(() => model.evaluate(x, y, batch_size: 2, callbacks: [canceller], cancellation_token: source.Token));
        Assert.Single(layer.Tested);
        Assert.Throws<OperationCanceledException>(() => model.predict(x, batch_size: 2, cancellation_token: source.Token));
        Assert.Single(layer.Tested);
    }
}
