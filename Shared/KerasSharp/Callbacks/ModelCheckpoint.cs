using KerasSharp.Python;
using KerasSharp.Saving;
using KerasSharp.Utils;

namespace KerasSharp.Callbacks;

/// <summary>
/// Saves the model or its weights during training: after each epoch or some batches, always or when a quantity has improved.
/// Source: <see href="https://keras.io/api/callbacks/model_checkpoint/"/>.
/// </summary>
[KerasExport("keras.callbacks.ModelCheckpoint")]
public sealed class ModelCheckpoint : Callback
{
    private readonly string filepath;
    private readonly string monitor;
    private readonly int verbose;
    private readonly bool saveBestOnly;
    private readonly bool saveWeightsOnly;
    private readonly MonitorMode mode;
    private readonly int? everyBatches;
    private readonly int period;
    private int currentEpoch;
    private int epochsSinceSave;
    private int batchesSinceSave;
    private int lastBatch = -1;

    /// <summary>Saves into a file.</summary>
    /// <param name="filepath">
    /// The file; its ending chooses the format. It may hold Python's fields: <c>{epoch:02d}</c> and <c>{batch}</c>, counted from 1, and any
    /// name of the logs, <c>{val_loss:.2f}</c>. Folders are made.
    /// </param>
    /// <param name="monitor">The quantity's name in the logs.</param>
    /// <param name="verbose">0 is silent, 1 prints what it does.</param>
    /// <param name="save_best_only">Whether to save only when the quantity is better than ever before.</param>
    /// <param name="save_weights_only">Whether to save only the weights.</param>
    /// <param name="mode"><c>"min"</c>, <c>"max"</c>, or <c>"auto"</c>: max for names that contain acc or begin with fmeasure.</param>
    /// <param name="save_freq"><c>"epoch"</c>, or a number of batches, counted on over the epochs.</param>
    /// <param name="options">TensorFlow's options for its own formats; only null.</param>
    /// <param name="initial_value_threshold">What the first value must beat.</param>
    /// <param name="period">Epochs between two files, the old form of <paramref name="save_freq"/>; warns.</param>
    /// <exception cref="TypeError">Options were given.</exception>
    public ModelCheckpoint(
        string filepath, string monitor = "val_loss", int verbose = 0, bool save_best_only = false, bool save_weights_only = false, string mode = "auto",
        [KerasDefault("epoch")] SaveFrequency save_freq = default, object? options = null, double? initial_value_threshold = null, int? period = null)
    {
        ArgumentNullException.ThrowIfNull(filepath);
        ArgumentNullException.ThrowIfNull(monitor);
        if (options is not null)
        {
            throw new TypeError($"If save_weights_only is {save_weights_only}, then `options` must be either None or a "
                + $"{(save_weights_only ? "tf.train.CheckpointOptions" : "tf.saved_model.SaveOptions")}. Got {options}.");
        }

        if (period is not null)
        {
            KerasConsole.Warn("`period` argument is deprecated. Please use `save_freq` to specify the frequency in number of batches seen.");
        }

        this.filepath = filepath;
        this.monitor = monitor;
        this.verbose = verbose;
        this.period = period ?? 1;
        saveBestOnly = save_best_only;
        saveWeightsOnly = save_weights_only;
        everyBatches = save_freq.batches;
        this.mode = MonitorModes.Parse(mode, nameof(ModelCheckpoint),
            monitor.Contains("acc", StringComparison.Ordinal) || monitor.StartsWith("fmeasure", StringComparison.Ordinal));
        best = initial_value_threshold ?? this.mode.Worst();
    }

    /// <summary>The best value so far. It stays over several calls of <c>fit</c>.</summary>
    public double best { get; private set; }

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch, Logs? logs = null) => currentEpoch = epoch;

    /// <inheritdoc/>
    public override void on_train_batch_end(int batch, Logs? logs = null)
    {
        if (everyBatches is not { } wanted)
        {
            return;
        }

        // A smaller number than the last one: a new epoch has begun.
        batchesSinceSave += batch <= lastBatch ? batch + 1 : batch - lastBatch;
        lastBatch = batch;
        if (batchesSinceSave >= wanted)
        {
            batchesSinceSave = 0;
            Save(currentEpoch, batch, logs ?? []);
        }
    }

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Logs? logs = null)
    {
        epochsSinceSave++;
        if (everyBatches is null && epochsSinceSave >= period)
        {
            epochsSinceSave = 0;
            Save(epoch, null, logs ?? []);
        }
    }

    private void Save(int epoch, int? batch, Logs logs)
    {
        var path = FilePath(epoch, batch, logs);
        AtomicFile.CreateFolder(path);
        if (!saveBestOnly)
        {
            Say($"\nEpoch {epoch + 1}: saving model to {path}");
            Write(path);
        }
        else if (!logs.TryGetValue(monitor, out var current))
        {
            KerasConsole.Warn($"Can save best model only with {monitor} available, skipping.");
        }
        else if (mode.IsBetter(current, best))
        {
            Say($"\nEpoch {epoch + 1}: {monitor} improved from {Number(best)} to {Number(current)}, saving model to {path}");
            best = current;
            Write(path);
        }
        else
        {
            Say($"\nEpoch {epoch + 1}: {monitor} did not improve from {Number(best)}");
        }
    }

    private void Write(string path)
    {
        if (Directory.Exists(path))
        {
            throw new OSError($"Please specify a non-directory filepath for ModelCheckpoint. Filepath used is an existing directory: {path}");
        }

        if (saveWeightsOnly)
        {
            model.save_weights(path, overwrite: true);
        }
        else
        {
            model.save(path, overwrite: true);
        }
    }

    private string FilePath(int epoch, int? batch, Logs logs)
    {
        try
        {
            return PythonTemplate.Format(filepath, name => name == "epoch" ? epoch + 1
                : name == "batch" && batch is not null && !logs.ContainsKey(name) ? batch + 1
                : logs.TryGetValue(name, out var value) ? value : null);
        }
        catch (KeyError e)
        {
            throw new KeyError($"Failed to format this callback filepath: \"{filepath}\". Reason: {e.Message}", e);
        }
    }

    private void Say(string text)
    {
        if (verbose > 0)
        {
            KerasConsole.WriteLine(text);
        }
    }

    private static string Number(double value) => PythonFormat.Format(value, ".5f");
}
