using KerasSharp.Callbacks;
using KerasSharp.Python;
using KerasSharp.Tests.Utils;
using KerasSharp.Utils;

namespace KerasSharp.Tests.Callbacks;

public class ProgbarLoggerTests
{
    [Fact]
    public void Samples_are_counted_by_nobody_as_in_Keras_2_15()
    {
        var clock = new TestClock();
        using var recorded = new RecordedWarnings(clock, ProgressDisplay.Redraw);
        var list = new CallbackList([keras.callbacks.ProgbarLogger()], add_progbar: true, verbose: 1, steps: 2);
        list.on_test_begin();
        for (var batch = 0; batch < 2; batch++)
        {
            clock.Seconds += 0.5;
            list.on_test_batch_end(batch, new Logs { ["loss"] = 1.0 - batch });
        }

        list.on_test_end(new Logs { ["loss"] = 0.0 });
        var text = recorded.TakeOutput();
        Assert.StartsWith("\r      0/Unknown - 0s 0s/sample - loss: 1.0000", text, StringComparison.Ordinal);
        Assert.EndsWith("\r2/2 [==============================] - 1s 500ms/sample - loss: 0.0000e+00\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_has_one_progress_bar_and_one_history_behind_the_users_callbacks()
    {
        var mine = keras.callbacks.TerminateOnNaN();
        var list = new CallbackList([mine], add_history: true, add_progbar: true);
        Assert.Equal([typeof(TerminateOnNaN), typeof(History), typeof(ProgbarLogger)], list.Select(c => c.GetType()));

        var history = keras.callbacks.History();
        list = new CallbackList([keras.callbacks.ProgbarLogger("steps"), history], add_history: true, add_progbar: true);
        Assert.Equal(2, list.Count());
        Assert.Same(history, list.History);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Equal(
            "Unknown `count_mode`: batches. Expected values are [\"samples\", \"steps\"]",
            Assert.Throws<ValueError>(() => keras.callbacks.ProgbarLogger("batches")).Message);
        Assert.Contains("position 0", Assert.Throws<TypeError>(() => new CallbackList([null!])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_costs_a_silent_logger_and_a_calm_bar_next_to_nothing()
    {
        using var quiet = PythonConsole.Redirect(TextWriter.Null);
        var logs = new Logs { ["loss"] = 0.5, ["accuracy"] = 0.25 };
        foreach (var verbose in (int[])[1, 2])
        {
            var list = new CallbackList(add_history: true, add_progbar: true, verbose: verbose, steps: 2000);
            list.on_epoch_begin(0);
            list.on_train_batch_end(0, logs);
            list.on_train_batch_end(1, logs);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var batch = 2; batch < 1002; batch++)
            {
                list.on_train_batch_end(batch, logs);
            }

            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1000 * 8, $"{GC.GetAllocatedBytesForCurrentThread() - before} bytes with verbose={verbose}");
        }
    }
}
