using KerasSharp.Python;
using KerasSharp.Utils;

namespace KerasSharp.Callbacks;

/// <summary>
/// Lowers the learning rate when a quantity has stopped improving; writes the rate into the logs as <c>lr</c>.
/// Source: <see href="https://keras.io/api/callbacks/reduce_lr_on_plateau/"/>.
/// </summary>
[KerasExport("keras.callbacks.ReduceLROnPlateau")]
public sealed class ReduceLROnPlateau : Callback
{
    private readonly string monitor;
    private readonly double factor;
    private readonly int patience;
    private readonly int verbose;
    private readonly double minDelta;
    private readonly int cooldown;
    private readonly double minLR;
    private readonly MonitorMode mode;

    /// <summary>Watches a quantity.</summary>
    /// <param name="monitor">Its name in the logs.</param>
    /// <param name="factor">What the rate is multiplied by; below 1.</param>
    /// <param name="patience">After how many epochs without improvement to lower the rate.</param>
    /// <param name="verbose">0 silent, 1 says when it acts.</param>
    /// <param name="mode"><c>"min"</c>, <c>"max"</c>, or <c>"auto"</c>: max for names that contain acc.</param>
    /// <param name="min_delta">By how much a value must beat the best one to be an improvement.</param>
    /// <param name="cooldown">Epochs after a reduction in which nothing is counted.</param>
    /// <param name="min_lr">The rate does not fall below it.</param>
    /// <param name="epsilon">The old name of <paramref name="min_delta"/>; warns.</param>
    /// <exception cref="ValueError">The factor is not below 1.</exception>
    public ReduceLROnPlateau(
        string monitor = "val_loss", double factor = 0.1, int patience = 10, int verbose = 0, string mode = "auto", double min_delta = 0.0001,
        int cooldown = 0, double min_lr = 0, double? epsilon = null)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        if (factor >= 1.0)
        {
            throw new ValueError($"ReduceLROnPlateau does not support a factor >= 1.0. Got {PythonFormat.Repr(factor)}");
        }

        if (epsilon is not null)
        {
            KerasConsole.Warn("`epsilon` argument is deprecated and will be removed, use `min_delta` instead.");
        }

        this.monitor = monitor;
        this.factor = factor;
        this.patience = patience;
        this.verbose = verbose;
        this.cooldown = cooldown;
        minDelta = epsilon ?? min_delta;
        minLR = min_lr;
        this.mode = MonitorModes.Parse(mode, "Learning rate reduction", monitor.Contains("acc", StringComparison.Ordinal));
        best = this.mode.Worst();
    }

    /// <summary>The best value so far.</summary>
    public double best { get; private set; }

    /// <summary>Epochs since the last improvement or reduction.</summary>
    public int wait { get; private set; }

    /// <summary>Epochs until counting begins again.</summary>
    public int cooldown_counter { get; private set; }

    /// <inheritdoc/>
    public override void on_train_begin(Logs? logs = null)
    {
        (wait, cooldown_counter) = (0, 0);
        best = mode.Worst();
    }

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Logs? logs = null)
    {
        logs ??= [];
        logs.SetFloat32("lr", (float)model.optimizer.learning_rate);
        if (!logs.TryGetValue(monitor, out var current))
        {
            KerasConsole.Warn($"Learning rate reduction is conditioned on metric `{monitor}` which is not available. "
                + $"Available metrics are: {string.Join(',', logs.Keys)}");
            return;
        }

        if (in_cooldown())
        {
            cooldown_counter--;
            wait = 0;
        }

        if (mode.IsBetter(current, mode == MonitorMode.Min ? best - minDelta : best + minDelta))
        {
            (best, wait) = (current, 0);
        }
        else if (!in_cooldown() && ++wait >= patience)
        {
            Reduce(epoch);
        }
    }

    /// <summary>Whether a reduction was so recent that nothing is counted.</summary>
    public bool in_cooldown() => cooldown_counter > 0;

    private void Reduce(int epoch)
    {
        var old = model.optimizer.learning_rate;
        if (!(old > (float)minLR))
        {
            return;
        }

        // As in Keras the product is a float64 of the float32 rate, and the message shows it whole.
        var rate = Math.Max(old * factor, minLR);
        model.optimizer.learning_rate = rate;
        if (verbose > 0)
        {
            KerasConsole.WriteLine($"\nEpoch {epoch + 1}: ReduceLROnPlateau reducing learning rate to {PythonFormat.Repr(rate)}.");
        }

        (cooldown_counter, wait) = (cooldown, 0);
    }
}
