using KerasSharp.Callbacks;
using KerasSharp.Utils;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class callbacks
        {
            /// <inheritdoc cref="Callbacks.ModelCheckpoint(string, string, int, bool, bool, string, SaveFrequency, object, double?, int?)"/>
            public static Callbacks.ModelCheckpoint ModelCheckpoint(
                string filepath, string monitor = "val_loss", int verbose = 0, bool save_best_only = false, bool save_weights_only = false,
                string mode = "auto", [KerasDefault("epoch")] SaveFrequency save_freq = default, object? options = null,
                double? initial_value_threshold = null, int? period = null) =>
                new(filepath, monitor, verbose, save_best_only, save_weights_only, mode, save_freq, options, initial_value_threshold, period);
        }
    }
}

namespace KerasSharp.Callbacks
{
    /// <summary>
    /// Saves the model, or its weights, after each epoch or after a number of batches. Source:
    /// <see href="https://keras.io/api/callbacks/model_checkpoint/"/>.
    /// </summary>
    public sealed class ModelCheckpoint : Callback
    {
        private readonly string filepath;
        private readonly string monitor;
        private readonly int verbose;
        private readonly bool saveBestOnly;
        private readonly bool saveWeightsOnly;
        private readonly MonitorMode mode;
        private readonly int? batchesBetween;
        private readonly int period;
        private int currentEpoch;
        private int epochsSinceSaving;
        private int batchesSinceSaving;
        private int lastBatch;

        /// <summary>Saves to a file.</summary>
        /// <param name="filepath">
        /// The file's name, in which <c>{epoch:02d}</c> (counted from 1), <c>{batch}</c> and every name in the logs, as in <c>{val_loss:.2f}</c>, are
        /// filled in. Folders are made. The file is replaced as a whole: a killed process never leaves half of one.
        /// </param>
        /// <param name="monitor">The quantity that <paramref name="save_best_only"/> goes by.</param>
        /// <param name="verbose">0 silent, 1 says when it saves.</param>
        /// <param name="save_best_only">Whether to save only when the quantity has become better than ever.</param>
        /// <param name="save_weights_only">Whether to save the weights alone.</param>
        /// <param name="mode"><c>"min"</c>, <c>"max"</c>, or <c>"auto"</c>: max for names with <c>acc</c> in them or <c>fmeasure</c> in front.</param>
        /// <param name="save_freq"><c>"epoch"</c>, or a number of batches, counted on over the epochs.</param>
        /// <param name="options">Not supported: TensorFlow's save options.</param>
        /// <param name="initial_value_threshold">A value that must be beaten for the first saving.</param>
        /// <param name="period">The old way: save after every so many epochs.</param>
        /// <exception cref="NotImplementedError"><paramref name="options"/> were given.</exception>
        public ModelCheckpoint(
            string filepath, string monitor = "val_loss", int verbose = 0, bool save_best_only = false, bool save_weights_only = false,
            string mode = "auto", SaveFrequency save_freq = default, object? options = null, double? initial_value_threshold = null, int? period = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(filepath);
            ArgumentNullException.ThrowIfNull(monitor);
            if (options is not null)
            {
                throw new NotImplementedError("ModelCheckpoint does not support the argument `options`: it belongs to TensorFlow's own formats.");
            }

            if (period is not null)
            {
                KerasConsole.Warn("`period` argument is deprecated. Please use `save_freq` to specify the frequency in number of batches seen.");
            }

            (this.filepath, this.monitor, this.verbose, saveBestOnly, saveWeightsOnly) = (filepath, monitor, verbose, save_best_only, save_weights_only);
            (batchesBetween, this.period) = (save_freq.Batches, period ?? 1);
            this.mode = MonitorModes.Parse(mode, nameof(ModelCheckpoint),
                monitor.Contains("acc", StringComparison.Ordinal) || monitor.StartsWith("fmeasure", StringComparison.Ordinal));
            best = initial_value_threshold ?? this.mode.Worst();
        }

        /// <summary>The best value so far.</summary>
        public double best { get; private set; }

        /// <inheritdoc/>
        public override void on_epoch_begin(int epoch, Logs? logs = null) => currentEpoch = epoch;

        /// <inheritdoc/>
        public override void on_train_batch_end(int batch, Logs? logs = null)
        {
            if (batchesBetween is null)
            {
                return;
            }

            // A number that is not larger than the last one belongs to a new epoch.
            batchesSinceSaving += batch <= lastBatch ? batch + 1 : batch - lastBatch;
            lastBatch = batch;
            if (batchesSinceSaving >= batchesBetween)
            {
                batchesSinceSaving = 0;
                Save(currentEpoch, batch, logs ?? []);
            }
        }

        /// <inheritdoc/>
        public override void on_epoch_end(int epoch, Logs? logs = null)
        {
            epochsSinceSaving++;
            if (batchesBetween is null && epochsSinceSaving >= period)
            {
                epochsSinceSaving = 0;
                Save(epoch, null, logs ?? []);
            }
        }

        private void Save(int epoch, int? batch, Logs logs)
        {
            var path = CheckpointPath.Format(filepath, epoch + 1, batch + 1, logs);
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
                Say($"\nEpoch {epoch + 1}: {monitor} improved from {Digits(best)} to {Digits(current)}, saving model to {path}");
                best = current;
                Write(path);
            }
            else
            {
                Say($"\nEpoch {epoch + 1}: {monitor} did not improve from {Digits(best)}");
            }
        }

        private void Write(string path)
        {
            if (Directory.Exists(path))
            {
                throw new OSError($"Please specify a non-directory filepath for ModelCheckpoint. Filepath used is an existing directory: {path}");
            }

            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
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

        private void Say(string text)
        {
            if (verbose > 0)
            {
                KerasConsole.WriteLine(text);
            }
        }

        private static string Digits(double value) => Python.PythonFormat.Format(value, ".5f");
    }
}
