using KerasSharp.Engine;
using KerasSharp.Python;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Metrics;

/// <summary>
/// The coefficient of determination: which share of the variance of the truth predictions explain; 1 is best.
/// Source: <see href="https://keras.io/api/metrics/regression_metrics/#r2score-class"/>.
/// </summary>
[KerasExport("keras.metrics.R2Score")]
public class R2Score : Metric
{
    private readonly Variable num_samples;
    private Variable? squared_sum;
    private Variable? sum;
    private Variable? total_mse;
    private Variable? count;

    /// <summary>A metric of these arguments.</summary>
    /// <param name="class_aggregation">How outputs become one number: <c>uniform_average</c>, <c>variance_weighted_average</c>; a number for each if null.</param>
    /// <param name="num_regressors">How many independent regressors the adjusted score takes into account; 0 for the plain score.</param>
    /// <param name="name">The name that logs show.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    /// <exception cref="ValueError">An argument is none of these, in Keras's words.</exception>
    public R2Score(string? class_aggregation = "uniform_average", int num_regressors = 0, string? name = "r2_score", string? dtype = null)
        : base(name, dtype)
    {
        if (class_aggregation is not (null or "uniform_average" or "variance_weighted_average"))
        {
            throw new ValueError("Invalid value for argument `class_aggregation`. Expected one of (None, 'uniform_average', 'variance_weighted_average'). "
                + $"Received: class_aggregation={class_aggregation}");
        }

        if (num_regressors < 0)
        {
            throw new ValueError($"Invalid value for argument `num_regressors`. Expected a value >= 0. Received: num_regressors={num_regressors}");
        }

        (this.class_aggregation, this.num_regressors) = (class_aggregation, num_regressors);
        num_samples = add_weight("num_samples", dtype: "int32");
    }

    /// <summary>How outputs become one number; null for a number each.</summary>
    public string? class_aggregation { get; }

    /// <summary>The number of independent regressors; 0 for the plain score.</summary>
    public int num_regressors { get; }

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_true);
        ArgumentNullException.ThrowIfNull(y_pred);
        if (y_true.ndim != 2 || y_pred.ndim != 2)
        {
            throw new ValueError("R2Score expects 2D inputs with shape (batch_size, output_dim). "
                + $"Received input shapes: y_pred.shape={y_pred.shape} and y_true.shape={y_true.shape}.");
        }

        using var scope = TensorScope.Begin();
        Build(y_pred.dim(1));
        (y_true, y_pred) = (ops.cast(y_true, dtype), ops.cast(y_pred, dtype));
        var weights = sample_weight is null ? Tensor.Scalar(1f) : ops.cast(sample_weight, dtype);
        weights = ops.broadcast_to(weights.ndim == 1 ? ops.expand_dims(weights, 1) : weights, y_true.DimsArray);
        var weighted = y_true * weights;
        sum!.assign_add(ops.sum(weighted, 0));
        squared_sum!.assign_add(ops.sum(y_true * weighted, 0));
        total_mse!.assign_add(ops.sum(ops.square(y_true - y_pred) * weights, 0));
        count!.assign_add(ops.sum(weights, 0));
        num_samples.assign_add(Tensor.Scalar(y_true.size, DType.Int32));
    }

    /// <inheritdoc/>
    public override MetricResult result()
    {
        if (sum is null)
        {
            return 0f;
        }

        var total = squared_sum!.value - (sum.value * (sum.value / count!.value));
        var scores = 1f - (total_mse!.value / total);
        scores = ops.where(ops.equal(ops.abs(scores), Tensor.Scalar(float.PositiveInfinity)), ops.zeros_like(scores), scores);
        return Adjusted(class_aggregation switch
        {
            null => scores,
            "uniform_average" => ops.mean(scores),
            _ => ops.sum(total * scores) / ops.sum(total),
        });
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["class_aggregation"] = class_aggregation, ["num_regressors"] = num_regressors };

    private Tensor Adjusted(Tensor score)
    {
        if (num_regressors == 0)
        {
            return score;
        }

        var samples = num_samples.value.ToArray<int>()[0];
        if (num_regressors >= samples - 1)
        {
            PythonWarnings.Warn(num_regressors > samples - 1
                ? "More independent predictors than datapoints in adjusted R2 score. Falling back to standard R2 score."
                : "Division by zero in Adjusted R2 score. Falling back to standard R2 score.");
            return score;
        }

        return 1f - ((1f - score) * (samples - 1f) / (samples - num_regressors - 1f));
    }

    private void Build(int classes)
    {
        if (sum is not null)
        {
            return;
        }

        using var outside = TensorScope.BeginOutside();
        squared_sum = add_weight("squared_sum", new TensorShape(classes));
        sum = add_weight("sum", new TensorShape(classes));
        total_mse = add_weight("residual", new TensorShape(classes));
        count = add_weight("count", new TensorShape(classes));
    }
}
