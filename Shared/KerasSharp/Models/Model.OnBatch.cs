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
    /// <param name="reset_metrics">Whether the result speaks of this batch alone, or of all since the last reset too.</param>
    /// <exception cref="RuntimeError">The model is not compiled.</exception>
    public EvaluationResult train_on_batch(
        NDArray x, NDArray? y = null, NDArray? sample_weight = null, IReadOnlyDictionary<int, float>? class_weight = null, bool reset_metrics = true)
    {
        RequireCompiled();
        return OnBatch(x, y, ClassWeights.Apply(y, sample_weight, class_weight), reset_metrics, train: true);
    }

    /// <summary>The loss and metrics of one batch. Source: <see href="https://keras.io/api/models/model_training_apis/#testonbatch-method"/>.</summary>
    /// <param name="x">The inputs of the batch.</param>
    /// <param name="y">Its targets.</param>
    /// <param name="sample_weight">A factor of the loss for each sample.</param>
    /// <param name="reset_metrics">Whether the result speaks of this batch alone, or of all since the last reset too.</param>
    /// <exception cref="RuntimeError">The model is not compiled.</exception>
    public EvaluationResult test_on_batch(NDArray x, NDArray? y = null, NDArray? sample_weight = null, bool reset_metrics = true)
    {
        RequireCompiled();
        return OnBatch(x, y, ClassWeights.Apply(null, sample_weight, null), reset_metrics, train: false);
    }

    /// <summary>The outputs of one batch. Source: <see href="https://keras.io/api/models/model_training_apis/#predictonbatch-method"/>.</summary>
    public NDArray predict_on_batch(NDArray x)
    {
        using var scope = TensorScope.Begin();
        return Trainer.PredictStep(new Batch(Tensor.From(x), null, null)).numpy();
    }

    private EvaluationResult OnBatch(NDArray x, NDArray? y, HostArray? weights, bool resetMetrics, bool train)
    {
        ArgumentNullException.ThrowIfNull(x);
        var data = new ArrayBatches(HostArray.Of(x), y is null ? null : HostArray.Of(y), weights, Math.Max(1, checked((int)x.shape[0])), false);
        BuildFor(data);
        using var scope = TensorScope.Begin();
        data.BeginEpoch();
        data.TryNext(out var batch);
        Trainer.Refresh();
        if (resetMetrics)
        {
            Trainer.ResetMetrics();
        }

        if (train)
        {
            Trainer.TrainStep(batch);
        }
        else
        {
            Trainer.TestStep(batch);
        }

        return new EvaluationResult(Trainer.Logs);
    }
}
