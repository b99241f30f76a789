using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Models.Training;
using NumSharp;

namespace KerasSharp.Models;

// Training over epochs.
public abstract partial class Model
{
    private Trainer? trainer;

    /// <summary>What the last <c>fit</c> recorded, also when it was cancelled; null before.</summary>
    public History? history { get; private set; }

    /// <summary>Does the single steps.</summary>
    internal Trainer Trainer => trainer ??= new Trainer(this);

    /// <summary>
    /// Trains for some epochs. Source: <see href="https://keras.io/api/models/model_training_apis/#fit-method"/>.
    /// </summary>
    /// <param name="x">Inputs; the first axis counts samples.</param>
    /// <param name="y">Targets, as many as inputs.</param>
    /// <param name="batch_size">Samples per step; 32 if not given. The last batch may be smaller.</param>
    /// <param name="epochs">The number of the last epoch, counted from 1.</param>
    /// <param name="verbose">0 silent, 1 progress bar, 2 one line per epoch, <c>"auto"</c> (1).</param>
    /// <param name="callbacks">Told of everything, in this order; History stands behind them.</param>
    /// <param name="validation_split">The part of the data in [0, 1) that is kept for validation: the last samples, before shuffling.</param>
    /// <param name="validation_data">Data for validation; goes before <paramref name="validation_split"/>.</param>
    /// <param name="shuffle">Whether to shuffle before each epoch (default), or <c>"batch"</c>.</param>
    /// <param name="class_weight">A factor of the loss for each class.</param>
    /// <param name="sample_weight">A factor of the loss for each sample.</param>
    /// <param name="initial_epoch">The epoch to begin with, counted from 0.</param>
    /// <param name="steps_per_epoch">Batches per epoch, if not all; the data then go on over the epochs.</param>
    /// <param name="validation_steps">Batches of the validation data, if not all.</param>
    /// <param name="validation_batch_size">The batch size of the validation; <paramref name="batch_size"/> if not given.</param>
    /// <param name="validation_freq">Validate after every n-th epoch, or after those of a list, counted from 1.</param>
    /// <param name="cancellation_token">Ends training after the current batch: <c>on_train_end</c> runs, <see cref="history"/> is kept.</param>
    /// <returns>The values of each epoch.</returns>
    /// <exception cref="RuntimeError">The model is not compiled.</exception>
    /// <exception cref="ValueError">Data and arguments do not fit, in Keras's words.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public History fit(
        NDArray x, NDArray? y = null, int? batch_size = null, int epochs = 1, Verbosity verbose = default, IEnumerable<Callback>? callbacks = null,
        double validation_split = 0.0, ValidationData? validation_data = null, ShuffleMode shuffle = default,
        IReadOnlyDictionary<int, float>? class_weight = null, NDArray? sample_weight = null, int initial_epoch = 0, int? steps_per_epoch = null,
        int? validation_steps = null, int? validation_batch_size = null, [KerasDefault(1)] ValidationFrequency validation_freq = default,
        CancellationToken cancellation_token = default)
    {
        RequireCompiled();
        if (x is null)
        {
            throw new ValueError("Failed to find data adapter that can handle input: <class 'NoneType'>, " + (y is null ? "<class 'NoneType'>" : "<class 'numpy.ndarray'>"));
        }

        var inputs = HostArray.Of(x);
        var targets = y is null ? null : HostArray.Of(y);
        var weights = ClassWeights.Apply(y, sample_weight, class_weight);
        var size = batch_size ?? 32;
        BatchSource? validation = null;
        if (validation_data is not null)
        {
            validation = ValidationBatches(validation_data, validation_batch_size ?? size);
        }
        else if (validation_split != 0)
        {
            var (train, test) = SplitSizes(inputs.Count, validation_split);
            validation = new ArrayBatches(
                inputs.Part(train, test), targets?.Part(train, test), weights?.Part(train, test), validation_batch_size ?? size, false);
            (inputs, targets, weights) = (inputs.Part(0, train), targets?.Part(0, train), weights?.Part(0, train));
        }

        var data = new ArrayBatches(inputs, targets, weights, size, shuffle.OrSamples(), steps_per_epoch, epochs);
        return Fit(data, validation, epochs, initial_epoch, verbose, callbacks, validation_freq, validation_steps, cancellation_token);
    }

    /// <summary>Trains on batches that a generator makes. <inheritdoc cref="fit(NDArray, NDArray, int?, int, Verbosity, IEnumerable{Callback}, double, ValidationData, ShuffleMode, IReadOnlyDictionary{int, float}, NDArray, int, int?, int?, int?, ValidationFrequency, CancellationToken)" path="/summary"/></summary>
    /// <param name="x">Pairs of inputs and targets; read anew in each epoch, with <paramref name="steps_per_epoch"/> on over the epochs.</param>
    /// <param name="epochs">The number of the last epoch, counted from 1.</param>
    /// <param name="verbose">0 silent, 1 progress bar, 2 one line per epoch.</param>
    /// <param name="callbacks">Told of everything.</param>
    /// <param name="validation_data">Data for validation.</param>
    /// <param name="initial_epoch">The epoch to begin with, counted from 0.</param>
    /// <param name="steps_per_epoch">Batches per epoch; until the generator ends if not given.</param>
    /// <param name="validation_steps">Batches of the validation data, if not all.</param>
    /// <param name="validation_batch_size">The batch size of the validation; 32 if not given.</param>
    /// <param name="validation_freq">Validate after every n-th epoch, or after those of a list.</param>
    /// <param name="cancellation_token">Ends training after the current batch.</param>
    public History fit(
        IEnumerable<(NDArray x, NDArray y)> x, int epochs = 1, Verbosity verbose = default, IEnumerable<Callback>? callbacks = null,
        ValidationData? validation_data = null, int initial_epoch = 0, int? steps_per_epoch = null, int? validation_steps = null,
        int? validation_batch_size = null, [KerasDefault(1)] ValidationFrequency validation_freq = default, CancellationToken cancellation_token = default)
    {
        RequireCompiled();
        using var data = new GeneratorBatches(x, steps_per_epoch);
        var validation = validation_data is null ? null : ValidationBatches(validation_data, validation_batch_size ?? 32);
        return Fit(data, validation, epochs, initial_epoch, verbose, callbacks, validation_freq, validation_steps, cancellation_token);
    }

    private static ArrayBatches ValidationBatches(ValidationData data, int batchSize) => new(
        HostArray.Of(data.x), HostArray.Of(data.y), ClassWeights.Apply(null, data.sample_weight, null), batchSize, false);

    /// <summary>How many samples train and how many validate.</summary>
    private static (int Train, int Test) SplitSizes(int count, double validation_split)
    {
        var train = (int)Math.Floor(count * (1.0 - validation_split));
        if (train <= 0 || train >= count)
        {
            throw new ValueError($"Training data contains {count} samples, which is not sufficient to split it into a validation and training set as specified by "
                + $"`validation_split={Python.PythonFormat.Repr(validation_split)}`. Either provide more data, or a different value for the `validation_split` argument.");
        }

        return (train, count - train);
    }

    /// <summary>The one training loop: hooks in Keras's order.</summary>
    private History Fit(
        BatchSource data, BatchSource? validation, int epochs, int initialEpoch, Verbosity verbose, IEnumerable<Callback>? callbacks,
        ValidationFrequency validationFrequency, int? validationSteps, CancellationToken cancellation)
    {
        BuildFor(data);
        var list = new CallbackList(callbacks, add_history: true, add_progbar: verbose.Level != 0, this, verbose.Level, epochs, data.Steps);
        history = list.History!;
        stop_training = false;
        Trainer.Refresh();
        list.on_train_begin();
        Logs? epochLogs = null;
        var ranOut = false;
        for (var epoch = initialEpoch; epoch < epochs && !ranOut && !cancellation.IsCancellationRequested; epoch++)
        {
            Trainer.ResetMetrics();
            list.on_epoch_begin(epoch);
            data.BeginEpoch();
            var steps = RunEpoch(data, list, cancellation);
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            if (steps == 0 && epoch == initialEpoch)
            {
                throw NoData();
            }

            if (data.Steps is { } wanted && steps < wanted && !stop_training)
            {
                WarnOutOfData(wanted * (epochs - initialEpoch));
                ranOut = true;
            }

            epochLogs = new Logs(Trainer.Logs);
            if (validation is not null && validationFrequency.Includes(epoch))
            {
                foreach (var (name, value) in Evaluate(validation, list, validationSteps, cancellation))
                {
                    epochLogs[$"val_{name}"] = value;
                }

                if (cancellation.IsCancellationRequested)
                {
                    break; // a validation of some batches only would stand in the history as if it were whole
                }
            }

            list.on_epoch_end(epoch, epochLogs);
            if (stop_training)
            {
                break;
            }
        }

        optimizer.finalize_variable_values(trainable_weights);
        list.on_train_end(epochLogs);
        cancellation.ThrowIfCancellationRequested();
        return history;
    }

    private int RunEpoch(BatchSource data, CallbackList list, CancellationToken cancellation)
    {
        var step = 0;
        while ((data.Steps is null || step < data.Steps) && !cancellation.IsCancellationRequested)
        {
            using var scope = TensorScope.Begin();
            if (!data.TryNext(out var batch))
            {
                break;
            }

            list.on_train_batch_begin(step);
            Trainer.TrainStep(batch);
            list.on_train_batch_end(step, Trainer.Logs);
            step++;
            if (stop_training)
            {
                break;
            }
        }

        return step;
    }

    /// <summary>Makes the weights from the shape of the data, so that errors come before the first hook.</summary>
    private void BuildFor(BatchSource data)
    {
        if (!built && data.InputShape.is_given)
        {
            EnsureBuilt(data.InputShape);
        }
    }

    private static ValueError NoData() => new("Expected input data to be non-empty.");

    private static void WarnOutOfData(int batches) => Utils.KerasConsole.Warn(
        "Your input ran out of data; interrupting training. Make sure that your dataset or generator can generate at least `steps_per_epoch * epochs` batches "
        + $"(in this case, {batches} batches). You may need to use the repeat() function when building your dataset.");
}
