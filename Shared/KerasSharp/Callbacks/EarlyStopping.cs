using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp.Callbacks;

/// <summary>
/// Ends the training when a quantity has stopped improving. Source: <see href="https://keras.io/api/callbacks/early_stopping/"/>.
/// </summary>
[KerasExport("keras.callbacks.EarlyStopping")]
public sealed class EarlyStopping : Callback
{
    private readonly string monitor;
    private readonly double minDelta;
    private readonly int patience;
    private readonly int verbose;
    private readonly MonitorMode mode;
    private readonly double? baseline;
    private readonly bool restoreBestWeights;
    private readonly int startFromEpoch;
    private IReadOnlyList<NDArray>? bestWeights;

    /// <summary>Watches a quantity.</summary>
    /// <param name="monitor">Its name in the logs.</param>
    /// <param name="min_delta">By how much a value must beat the best one to be an improvement; the sign does not matter.</param>
    /// <param name="patience">After how many epochs without improvement to stop.</param>
    /// <param name="verbose">0 silent, 1 says when it acts.</param>
    /// <param name="mode"><c>"min"</c>, <c>"max"</c>, or <c>"auto"</c>: max for names that end in acc, accuracy or auc.</param>
    /// <param name="baseline">A value that must be beaten as well for the patience to begin anew.</param>
    /// <param name="restore_best_weights">Whether to go back to the best epoch's weights when it stops. Keras does not where the epochs run out first.</param>
    /// <param name="start_from_epoch">Epochs before it begins to watch.</param>
    public EarlyStopping(
        string monitor = "val_loss", double min_delta = 0, int patience = 0, int verbose = 0, string mode = "auto", double? baseline = null,
        bool restore_best_weights = false, int start_from_epoch = 0)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        this.monitor = monitor;
        this.patience = patience;
        this.verbose = verbose;
        this.baseline = baseline;
        restoreBestWeights = restore_best_weights;
        startFromEpoch = start_from_epoch;
        this.mode = MonitorModes.Parse(mode, nameof(EarlyStopping),
            monitor.EndsWith("acc", StringComparison.Ordinal) || monitor.EndsWith("accuracy", StringComparison.Ordinal)
            || monitor.EndsWith("auc", StringComparison.Ordinal));
        minDelta = this.mode == MonitorMode.Max ? Math.Abs(min_delta) : -Math.Abs(min_delta);
        best = this.mode.Worst();
    }

    /// <summary>The best value so far.</summary>
    public double best { get; private set; }

    /// <summary>The epoch of the best value, counted from 0.</summary>
    public int best_epoch { get; private set; }

    /// <summary>Epochs since the last improvement.</summary>
    public int wait { get; private set; }

    /// <summary>The epoch after which it stopped the training, counted from 0; 0 if it did not.</summary>
    public int stopped_epoch { get; private set; }

    /// <inheritdoc/>
    public override void on_train_begin(Logs? logs = null)
    {
        (wait, stopped_epoch, best_epoch, bestWeights) = (0, 0, 0, null);
        best = mode.Worst();
    }

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Logs? logs = null)
    {
        if (get_monitor_value(logs) is not { } current || epoch < startFromEpoch)
        {
            return;
        }

        if (restoreBestWeights && bestWeights is null)
        {
            // So that there is something to go back to even if nothing ever improves.
            bestWeights = model.get_weights();
        }

        wait++;
        if (IsImprovement(current, best))
        {
            (best, best_epoch) = (current, epoch);
            if (restoreBestWeights)
            {
                bestWeights = model.get_weights();
            }

            if (baseline is null || IsImprovement(current, baseline.Value))
            {
                wait = 0;
            }
        }
        else if (wait >= patience && epoch > 0)
        {
            stopped_epoch = epoch;
            model.stop_training = true;
            Restore();
        }
    }

    /// <inheritdoc/>
    public override void on_train_end(Logs? logs = null)
    {
        if (stopped_epoch > 0 && verbose > 0)
        {
            KerasConsole.WriteLine($"Epoch {stopped_epoch + 1}: early stopping");
        }
    }

    /// <summary>The monitored value; a warning and null if the logs do not have it.</summary>
    public double? get_monitor_value(Logs? logs)
    {
        if (logs is not null && logs.TryGetValue(monitor, out var value))
        {
            return value;
        }

        KerasConsole.Warn($"Early stopping conditioned on metric `{monitor}` which is not available. "
            + $"Available metrics are: {string.Join(',', logs?.Keys ?? Enumerable.Empty<string>())}");
        return null;
    }

    private bool IsImprovement(double value, double reference) => mode.IsBetter(value - minDelta, reference);

    private void Restore()
    {
        if (bestWeights is null)
        {
            return;
        }

        if (verbose > 0)
        {
            KerasConsole.WriteLine($"Restoring model weights from the end of the best epoch: {best_epoch + 1}.");
        }

        model.set_weights(bestWeights);
    }
}
