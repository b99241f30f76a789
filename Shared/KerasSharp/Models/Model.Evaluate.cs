using System.Runtime.CompilerServices;
using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Models.Training;
using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp.Models;

// Scoring and predicting.
public abstract partial class Model
{
    /// <summary>
    /// The loss and the metrics on some data. Source: <see href="https://keras.io/api/models/model_training_apis/#evaluate-method"/>.
    /// </summary>
    /// <param name="x">Inputs, whose first axis counts samples: an array, a list, tuple or dictionary of arrays; or batches: a dataset or a sequence.</param>
    /// <param name="y">Targets.</param>
    /// <param name="batch_size">Samples per step; 32 if not given. The result does not depend on it.</param>
    /// <param name="verbose">0 silent, 1 progress bar, 2 one line.</param>
    /// <param name="sample_weight">A factor of the loss for each sample.</param>
    /// <param name="steps">Batches, if not all.</param>
    /// <param name="callbacks">Callbacks whose test hooks are called.</param>
    /// <param name="cancellation_token">Ends after the current batch.</param>
    /// <returns>The values in order and by name (Python's list and <c>return_dict=True</c> in one).</returns>
    /// <exception cref="RuntimeError">The model is not compiled.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public EvaluationResult evaluate(
        Data x, Data? y = null, int? batch_size = null, Verbosity verbose = default, Data? sample_weight = null, int? steps = null,
        IEnumerable<Callback>? callbacks = null, CancellationToken cancellation_token = default)
    {
        RequireCompiled();
        ArgumentNullException.ThrowIfNull(x);
        using var data = Batches.Of(x, y, sample_weight, null, batch_size, false, x.IsArrays ? null : steps);
        BuildFor(data);
        RequireSteps(steps);
        var list = new CallbackList(callbacks, add_history: false, add_progbar: verbose.Level != 0, this, verbose.Level, epochs: 1, steps ?? data.Steps);
        var logs = Evaluate(data, list, steps, cancellation_token);
        cancellation_token.ThrowIfCancellationRequested();
        return new EvaluationResult(logs);
    }

    /// <summary>The loss and the metrics on batches that a generator makes.</summary>
    /// <param name="x">Pairs of inputs and targets.</param>
    /// <param name="verbose">0 silent, 1 progress bar, 2 one line.</param>
    /// <param name="steps">Batches, if not all.</param>
    /// <param name="callbacks">Callbacks whose test hooks are called.</param>
    /// <param name="cancellation_token">Ends after the current batch.</param>
    /// <inheritdoc cref="evaluate(Data, Data, int?, Verbosity, Data, int?, IEnumerable{Callback}, CancellationToken)"/>
    [OverloadResolutionPriority(-1)] // new() { ["a"] = x } means Data
    public EvaluationResult evaluate(
        IEnumerable<(NDArray x, NDArray y)> x, Verbosity verbose = default, int? steps = null, IEnumerable<Callback>? callbacks = null,
        CancellationToken cancellation_token = default)
    {
        RequireCompiled();
        ArgumentNullException.ThrowIfNull(x);
        using var data = Batches.Of(x, steps);
        var list = new CallbackList(callbacks, add_history: false, add_progbar: verbose.Level != 0, this, verbose.Level, epochs: 1, data.Steps);
        var logs = Evaluate(data, list, steps, cancellation_token);
        cancellation_token.ThrowIfCancellationRequested();
        return new EvaluationResult(logs);
    }

    /// <summary>
    /// The outputs for some inputs. Threads may predict on one model at the same time.
    /// Source: <see href="https://keras.io/api/models/model_training_apis/#predict-method"/>.
    /// </summary>
    /// <param name="x">Inputs, whose first axis counts samples: an array, a list, tuple or dictionary of arrays; or batches: a dataset or a sequence.</param>
    /// <param name="batch_size">Samples per step; 32 if not given.</param>
    /// <param name="verbose">0 silent, 1 progress bar, 2 one line.</param>
    /// <param name="steps">Batches, if not all.</param>
    /// <param name="callbacks">Callbacks whose predict hooks are called.</param>
    /// <param name="cancellation_token">Ends after the current batch.</param>
    /// <returns>float32, one row per sample; several outputs by number or name, or deconstructed.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public NDArrays predict(
        Data x, int? batch_size = null, Verbosity verbose = default, int? steps = null, IEnumerable<Callback>? callbacks = null,
        CancellationToken cancellation_token = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Predict(Batches.Of(x, null, null, null, batch_size, false, x.IsArrays ? null : steps), verbose, steps, callbacks, cancellation_token);
    }

    /// <summary>The outputs for batches that a generator makes; of pairs only the inputs count.</summary>
    /// <param name="x">Pairs of inputs and targets.</param>
    /// <param name="verbose">0 silent, 1 progress bar, 2 one line.</param>
    /// <param name="steps">Batches, if not all.</param>
    /// <param name="callbacks">Callbacks whose predict hooks are called.</param>
    /// <param name="cancellation_token">Ends after the current batch.</param>
    /// <inheritdoc cref="predict(Data, int?, Verbosity, int?, IEnumerable{Callback}, CancellationToken)"/>
    [OverloadResolutionPriority(-1)] // new() { ["a"] = x } means Data
    public NDArrays predict(
        IEnumerable<(NDArray x, NDArray y)> x, Verbosity verbose = default, int? steps = null, IEnumerable<Callback>? callbacks = null,
        CancellationToken cancellation_token = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Predict(Batches.Of(x, steps), verbose, steps, callbacks, cancellation_token);
    }

    private NDArrays Predict(BatchSource data, Verbosity verbose, int? steps, IEnumerable<Callback>? callbacks, CancellationToken cancellation_token)
    {
        using var reader = new BatchReader(data);
        BuildFor(data);
        var list = new CallbackList(callbacks, add_history: false, add_progbar: verbose.Level != 0, this, verbose.Level, epochs: 1, steps ?? data.Steps);
        RequireSteps(steps);
        var wantsOutputs = list.WantsOutputs;
        var outputs = new OutputRows();
        var predict = make_predict_function();
        var step = 0;
        list.on_predict_begin();
        reader.BeginEpoch(steps ?? data.Steps);
        while ((steps is null || step < steps) && !cancellation_token.IsCancellationRequested)
        {
            using var scope = TensorScope.Begin();
            if (!reader.TryNext(out var batch))
            {
                break;
            }

            list.on_predict_batch_begin(step);
            var y_pred = predict(batch);
            ClearStep();
            outputs.Add(y_pred);
            list.on_predict_batch_end(step, wantsOutputs ? new Logs { outputs = NDArrays.Of(y_pred) } : null);
            step++;
        }

        if (step < steps && !cancellation_token.IsCancellationRequested)
        {
            WarnOutOfData(steps.Value);
        }

        list.on_predict_end();
        cancellation_token.ThrowIfCancellationRequested();
        return outputs.ToArray();
    }

    private Logs Evaluate(BatchSource data, CallbackList list, int? steps, CancellationToken cancellation)
    {
        if (data.HasSampleWeight && compiled_metrics!.GivenWeighted is null)
        {
            KerasConsole.Warn("`evaluate()` received a value for `sample_weight`, but `weighted_metrics` were not provided.  Did you mean to pass metrics to "
                + "`weighted_metrics` in `compile()`?  If this is intentional you can pass `weighted_metrics=[]` to `compile()` in order to silence this warning.");
        }

        RequireSteps(steps);
        using var reader = new BatchReader(data);
        AllMetrics.Forget();
        var test = make_test_function();
        var (step, logs) = (0, new Logs());
        reset_metrics();
        list.on_test_begin();
        reader.BeginEpoch(steps ?? data.Steps);
        while ((steps is null || step < steps) && !cancellation.IsCancellationRequested)
        {
            using var scope = TensorScope.Begin();
            if (!reader.TryNext(out var batch))
            {
                break;
            }

            list.on_test_batch_begin(step);
            logs = test(batch);
            ClearStep();
            list.on_test_batch_end(step, logs);
            step++;
        }

        if (step == 0 && !cancellation.IsCancellationRequested)
        {
            throw NoData();
        }

        if (step < steps && !cancellation.IsCancellationRequested)
        {
            WarnOutOfData(steps.Value);
        }

        logs = new Logs(OfMetrics(logs));
        list.on_test_end(logs);
        return logs;
    }

    private static void RequireSteps(int? steps)
    {
        if (steps <= 0)
        {
            throw new ValueError($"Unexpected value for `steps`: a positive integer or None is expected. Received: steps={steps}");
        }
    }
}
