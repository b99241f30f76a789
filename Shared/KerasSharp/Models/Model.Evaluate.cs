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
    /// <param name="x">Inputs; the first axis counts samples.</param>
    /// <param name="y">Targets.</param>
    /// <param name="batch_size">Samples per step; 32 if not given. The result does not depend on it.</param>
    /// <param name="verbose">0 silent, 1 progress bar, 2 one line.</param>
    /// <param name="sample_weight">A factor of the loss for each sample.</param>
    /// <param name="steps">Batches, if not all.</param>
    /// <param name="callbacks">Told of the test hooks.</param>
    /// <param name="cancellation_token">Ends after the current batch.</param>
    /// <returns>The values in order and by name (Python's list and <c>return_dict=True</c> in one).</returns>
    /// <exception cref="RuntimeError">The model is not compiled.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public EvaluationResult evaluate(
        NDArray x, NDArray? y = null, int? batch_size = null, Verbosity verbose = default, NDArray? sample_weight = null, int? steps = null,
        IEnumerable<Callback>? callbacks = null, CancellationToken cancellation_token = default)
    {
        RequireCompiled();
        ArgumentNullException.ThrowIfNull(x);
        var data = new ArrayBatches(
            HostArray.Of(x), y is null ? null : HostArray.Of(y), ClassWeights.Apply(null, sample_weight, null), batch_size ?? 32, false);
        BuildFor(data);
        var list = new CallbackList(callbacks, add_history: false, add_progbar: verbose.Level != 0, this, verbose.Level, epochs: 1, steps ?? data.Steps);
        var logs = Evaluate(data, list, steps, cancellation_token);
        cancellation_token.ThrowIfCancellationRequested();
        return new EvaluationResult(logs);
    }

    /// <summary>The loss and the metrics on batches that a generator makes.</summary>
    /// <param name="x">Pairs of inputs and targets.</param>
    /// <param name="verbose">0 silent, 1 progress bar, 2 one line.</param>
    /// <param name="steps">Batches, if not all.</param>
    /// <param name="callbacks">Told of the test hooks.</param>
    /// <param name="cancellation_token">Ends after the current batch.</param>
    /// <inheritdoc cref="evaluate(NDArray, NDArray, int?, Verbosity, NDArray, int?, IEnumerable{Callback}, CancellationToken)"/>
    public EvaluationResult evaluate(
        IEnumerable<(NDArray x, NDArray y)> x, Verbosity verbose = default, int? steps = null, IEnumerable<Callback>? callbacks = null,
        CancellationToken cancellation_token = default)
    {
        RequireCompiled();
        ArgumentNullException.ThrowIfNull(x);
        using var data = new GeneratorBatches(x, steps);
        var list = new CallbackList(callbacks, add_history: false, add_progbar: verbose.Level != 0, this, verbose.Level, epochs: 1, data.Steps);
        var logs = Evaluate(data, list, steps, cancellation_token);
        cancellation_token.ThrowIfCancellationRequested();
        return new EvaluationResult(logs);
    }

    /// <summary>
    /// The outputs for some inputs. Threads may predict on one model at the same time.
    /// Source: <see href="https://keras.io/api/models/model_training_apis/#predict-method"/>.
    /// </summary>
    /// <param name="x">Inputs; the first axis counts samples.</param>
    /// <param name="batch_size">Samples per step; 32 if not given.</param>
    /// <param name="verbose">0 silent, 1 progress bar, 2 one line.</param>
    /// <param name="steps">Batches, if not all.</param>
    /// <param name="callbacks">Told of the predict hooks.</param>
    /// <param name="cancellation_token">Ends after the current batch.</param>
    /// <returns>float32, one row per sample.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public NDArray predict(
        NDArray x, int? batch_size = null, Verbosity verbose = default, int? steps = null, IEnumerable<Callback>? callbacks = null,
        CancellationToken cancellation_token = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        var data = new ArrayBatches(HostArray.Of(x), null, null, batch_size ?? 32, false);
        BuildFor(data);
        var list = new CallbackList(callbacks, add_history: false, add_progbar: verbose.Level != 0, this, verbose.Level, epochs: 1, steps ?? data.Steps);
        RequireSteps(steps);
        var wantsOutputs = list.WantsOutputs;
        var outputs = new OutputRows();
        var step = 0;
        list.on_predict_begin();
        data.BeginEpoch();
        while ((steps is null || step < steps) && !cancellation_token.IsCancellationRequested)
        {
            using var scope = TensorScope.Begin();
            if (!data.TryNext(out var batch))
            {
                break;
            }

            list.on_predict_batch_begin(step);
            var y_pred = Trainer.PredictStep(batch);
            outputs.Add(y_pred);
            list.on_predict_batch_end(step, wantsOutputs ? new Logs { outputs = y_pred.numpy() } : null);
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
        if (data.HasSampleWeight && CompiledMetrics!.GivenWeighted is null)
        {
            KerasConsole.Warn("`evaluate()` received a value for `sample_weight`, but `weighted_metrics` were not provided.  Did you mean to pass metrics to "
                + "`weighted_metrics` in `compile()`?  If this is intentional you can pass `weighted_metrics=[]` to `compile()` in order to silence this warning.");
        }

        RequireSteps(steps);
        var step = 0;
        Trainer.ResetMetrics();
        list.on_test_begin();
        data.BeginEpoch();
        while ((steps is null || step < steps) && !cancellation.IsCancellationRequested)
        {
            using var scope = TensorScope.Begin();
            if (!data.TryNext(out var batch))
            {
                break;
            }

            list.on_test_batch_begin(step);
            Trainer.TestStep(batch);
            list.on_test_batch_end(step, Trainer.Logs);
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

        var logs = new Logs(Trainer.Logs);
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
