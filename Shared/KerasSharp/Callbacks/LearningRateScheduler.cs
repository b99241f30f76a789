using KerasSharp.Python;
using KerasSharp.Utils;

namespace KerasSharp.Callbacks;

/// <summary>
/// Sets the learning rate at the beginning of each epoch; writes it into the logs as <c>lr</c>.
/// Source: <see href="https://keras.io/api/callbacks/learning_rate_scheduler/"/>.
/// </summary>
[KerasExport("keras.callbacks.LearningRateScheduler")]
public sealed class LearningRateScheduler : Callback
{
    private readonly Func<int, double, double> schedule;
    private readonly int verbose;

    /// <summary>Asks a function for the rate.</summary>
    /// <param name="schedule">From the epoch, counted from 0, and the present rate to the new one.</param>
    /// <param name="verbose">0 silent, 1 says each rate.</param>
    public LearningRateScheduler(Func<int, double, double> schedule, int verbose = 0)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        this.schedule = schedule;
        this.verbose = verbose;
    }

    /// <summary>Asks a function that needs the epoch only.</summary>
    /// <inheritdoc cref="LearningRateScheduler(Func{int, double, double}, int)"/>
    public LearningRateScheduler(Func<int, double> schedule, int verbose = 0)
        : this((epoch, _) => schedule(epoch), verbose) => ArgumentNullException.ThrowIfNull(schedule);

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch, Logs? logs = null)
    {
        var rate = schedule(epoch, model.optimizer.learning_rate);
        model.optimizer.learning_rate = rate;
        if (verbose > 0)
        {
            KerasConsole.WriteLine($"\nEpoch {epoch + 1}: LearningRateScheduler setting learning rate to {PythonFormat.Repr(rate)}.");
        }
    }

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Logs? logs = null) => logs?.SetFloat32("lr", (float)model.optimizer.learning_rate);
}
