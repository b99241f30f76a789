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

    /// <summary>
    /// Trains for some epochs. Source: <see href="https://keras.io/api/models/model_training_apis/#fit-method"/>.
    /// </summary>
    /// <param name="x">
    /// Inputs, whose first axis counts samples: an array, a list, tuple or dictionary of arrays; or batches of inputs, targets and weights: a
    /// <c>tf.data.Dataset</c> or a <c>keras.utils.Sequence</c>.
    /// </param>
    /// <param name="y">Targets, as many as inputs; none beside a dataset or sequence.</param>
    /// <param name="batch_size">Samples per step; 32 if not given. The last batch may be smaller.</param>
    /// <param name="epochs">The number of the last epoch, counted from 1.</param>
    /// <param name="verbose">0 silent, 1 progress bar, 2 one line per epoch, <c>"auto"</c> (1).</param>
    /// <param name="callbacks">Callbacks, called in this order; History is the last.</param>
    /// <param name="validation_split">The part of the data in [0, 1) that is kept for validation: the last samples, before shuffling.</param>
    /// <param name="validation_data">Data for validation. If given, <paramref name="validation_split"/> is not used.</param>
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
        Data x, Data? y = null, int? batch_size = null, int epochs = 1, Verbosity verbose = default, IEnumerable<Callback>? callbacks = null,
        double validation_split = 0.0, ValidationData? validation_data = null, ShuffleMode shuffle = default,
        IReadOnlyDictionary<int, float>? class_weight = null, Data? sample_weight = null, int initial_epoch = 0, int? steps_per_epoch = null,
        int? validation_steps = null, int? validation_batch_size = null, [KerasDefault(1)] ValidationFrequency validation_freq = default,
        CancellationToken cancellation_token = default)
    {
        RequireCompiled();
        if (x is null)
        {
            throw new ValueError("Failed to find data adapter that can handle input: <class 'NoneType'>, " + (y is null ? "<class 'NoneType'>" : "<class 'numpy.ndarray'>"));
        }

        var size = batch_size ?? 32;
        var (data, validation) = validation_data is not null || validation_split == 0
            ? (Batches.Of(x, y, sample_weight, class_weight, size, shuffle.OrSamples(), steps_per_epoch, epochs),
                validation_data is null ? null : ValidationBatches(validation_data, validation_batch_size ?? size, validation_steps))
            : Split(x, y, ClassWeights.Apply(y, sample_weight, class_weight), validation_split, size, validation_batch_size, shuffle, steps_per_epoch, epochs);
        return Fit(data, validation, epochs, initial_epoch, verbose, callbacks, validation_freq, validation_steps, cancellation_token);
    }

    /// <summary>Trains on batches that a generator makes. <inheritdoc cref="fit(Data, Data, int?, int, Verbosity, IEnumerable{Callback}, double, ValidationData, ShuffleMode, IReadOnlyDictionary{int, float}, Data, int, int?, int?, int?, ValidationFrequency, CancellationToken)" path="/summary"/></summary>
    /// <param name="x">Pairs of inputs and targets; read anew in each epoch, with <paramref name="steps_per_epoch"/> on over the epochs.</param>
    /// <param name="epochs">The number of the last epoch, counted from 1.</param>
    /// <param name="verbose">0 silent, 1 progress bar, 2 one line per epoch.</param>
    /// <param name="callbacks">Callbacks, called in this order.</param>
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
        ArgumentNullException.ThrowIfNull(x);
        var data = Batches.Of(x, steps_per_epoch);
        var validation = validation_data is null ? null : ValidationBatches(validation_data, validation_batch_size ?? 32, validation_steps);
        return Fit(data, validation, epochs, initial_epoch, verbose, callbacks, validation_freq, validation_steps, cancellation_token);
    }

    private static BatchSource ValidationBatches(ValidationData data, int batchSize, int? steps)
        => Batches.Of(data.x, data.y, data.sample_weight, null, batchSize, false, data.x.IsArrays ? null : steps);

    private static (BatchSource Data, BatchSource? Validation) Split(
        Data x, Data? y, HostNest? weights, double validation_split, int size, int? validation_size, ShuffleMode shuffle, int? steps, int epochs)
    {
        if (!x.IsArrays)
        {
            throw new ValueError($"`validation_split` is only supported for Tensors or NumPy arrays, found following types in the input: [{x}]");
        }

        var (inputs, targets) = (HostNest.Of(x)!, HostNest.Of(y));
        var (train, test) = SplitSizes(inputs.Count, validation_split);
        return (
            new ArrayBatches(inputs.Part(0, train), targets?.Part(0, train), weights?.Part(0, train), size, shuffle.OrSamples(), steps, epochs),
            new ArrayBatches(inputs.Part(train, test), targets?.Part(train, test), weights?.Part(train, test), validation_size ?? size, false));
    }

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
        using var trainables = compiledTrainable!.Restore();
        using var reader = new BatchReader(data);
        BuildFor(data);
        var list = new CallbackList(callbacks, add_history: true, add_progbar: verbose.Level != 0, this, verbose.Level, epochs, data.Steps);
        history = list.History!;
        stop_training = false;
        Trainer.Refresh();
        AllMetrics.Forget();
        var step = make_train_function();
        list.on_train_begin();
        Logs? epochLogs = null;
        var ranOut = false;
        for (var epoch = initialEpoch; epoch < epochs && !ranOut && !cancellation.IsCancellationRequested; epoch++)
        {
            reset_metrics();
            list.on_epoch_begin(epoch);
            reader.BeginEpoch(data.Steps);
            var (steps, logs) = RunEpoch(reader, data.Steps, step, list, cancellation);
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

            data.EndEpoch();
            epochLogs = new Logs(OfMetrics(logs));
            if (validation is not null && validationFrequency.Includes(epoch))
            {
                foreach (var (name, value) in Evaluate(validation, list, validationSteps, cancellation))
                {
                    epochLogs[$"val_{name}"] = value;
                }

                if (cancellation.IsCancellationRequested)
                {
                    break; // the history would show the validation of a few batches as if it were whole
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

    private (int Steps, Logs Logs) RunEpoch(BatchReader reader, int? steps, Func<Data, Logs> train, CallbackList list, CancellationToken cancellation)
    {
        var (step, logs) = (0, new Logs());
        while ((steps is null || step < steps) && !cancellation.IsCancellationRequested)
        {
            using var scope = TensorScope.Begin();
            if (!reader.TryNext(out var batch))
            {
                break;
            }

            list.on_train_batch_begin(step);
            logs = train(batch);
            ClearStep();
            list.on_train_batch_end(step, logs);
            step++;
            if (stop_training)
            {
                break;
            }
        }

        return (step, logs);
    }

    /// <summary>The logs of an epoch: where a step's logs name the metrics and nothing else, the values of these, as in Keras.</summary>
    private Logs OfMetrics(Logs logs)
    {
        var names = metrics;
        return names.Count == logs.Count && names.All(m => logs.ContainsKey(m.name)) ? get_metrics_result() : logs;
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
