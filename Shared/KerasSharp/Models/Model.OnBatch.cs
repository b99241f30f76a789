using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Models.Training;
using NumSharp;

namespace KerasSharp.Models;

// One batch at a time, for training loops written by hand.
public abstract partial class Model
{
    /// <summary>One step of training. Source: <see href="https://keras.io/api/models/model_training_apis/#trainonbatch-method"/>.</summary>
    /// <param name="x">The inputs of the batch.</param>
    /// <param name="y">Its targets.</param>
    /// <param name="sample_weight">A factor of the loss for each sample.</param>
    /// <param name="class_weight">A factor of the loss for each class.</param>
    /// <param name="reset_metrics">Whether the metrics are those of only this batch, or of all batches since the last reset.</param>
    /// <exception cref="RuntimeError">The model is not compiled.</exception>
    public EvaluationResult train_on_batch(
        Data x, Data? y = null, Data? sample_weight = null, IReadOnlyDictionary<int, float>? class_weight = null, bool reset_metrics = true)
    {
        RequireCompiled();
        using var trainables = compiledTrainable!.Restore();
        return OnBatch(x, y, ClassWeights.Apply(y, sample_weight, class_weight), reset_metrics, train: true);
    }

    /// <summary>The loss and metrics of one batch. Source: <see href="https://keras.io/api/models/model_training_apis/#testonbatch-method"/>.</summary>
    /// <param name="x">The inputs of the batch.</param>
    /// <param name="y">Its targets.</param>
    /// <param name="sample_weight">A factor of the loss for each sample.</param>
    /// <param name="reset_metrics">Whether the metrics are those of only this batch, or of all batches since the last reset.</param>
    /// <exception cref="RuntimeError">The model is not compiled.</exception>
    public EvaluationResult test_on_batch(Data x, Data? y = null, Data? sample_weight = null, bool reset_metrics = true)
    {
        RequireCompiled();
        return OnBatch(x, y, ClassWeights.Apply(y, sample_weight, null), reset_metrics, train: false);
    }

    /// <summary>The outputs of one batch. Source: <see href="https://keras.io/api/models/model_training_apis/#predictonbatch-method"/>.</summary>
    public NDArrays predict_on_batch(Data x)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var scope = TensorScope.Begin();
        var outputs = make_predict_function()(Whole(x, null, null));
        ClearStep();
        return NDArrays.Of(outputs);
    }

    private EvaluationResult OnBatch(Data x, Data? y, HostNest? weights, bool resetMetrics, bool train)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var scope = TensorScope.Begin();
        var batch = Whole(x, y, weights);
        Trainer.Refresh();
        AllMetrics.Forget();
        if (resetMetrics)
        {
            reset_metrics();
        }

        var logs = (train ? make_train_function() : make_test_function())(batch);
        ClearStep();
        return new EvaluationResult(logs);
    }

    /// <summary>All samples as one batch of the current scope.</summary>
    private Data Whole(Data x, Data? y, HostNest? weights)
    {
        var inputs = HostNest.Of(x) ?? throw new ValueError("Expected input data to be non-empty.");
        var data = new ArrayBatches(inputs, HostNest.Of(y), weights, Math.Max(1, inputs.Count), false);
        BuildFor(data);
        data.BeginEpoch();
        return data.Next()!;
    }
}
