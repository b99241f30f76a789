using KerasSharp.Engine;
using KerasSharp.Python;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Metrics;

/// <summary>
/// The weighted harmonic mean of precision and recall: (1 + beta²) · precision · recall / (beta² · precision + recall).
/// Source: <see href="https://keras.io/api/metrics/classification_metrics/#fbetascore-class"/>.
/// </summary>
[KerasExport("keras.metrics.FBetaScore")]
public class FBetaScore : Metric
{
    private Variable? true_positives;
    private Variable? false_positives;
    private Variable? false_negatives;
    private Variable? intermediate_weights;

    /// <summary>A metric of these arguments.</summary>
    /// <param name="average">How classes become one number: <c>micro</c>, <c>macro</c>, <c>weighted</c>; a number for each if null.</param>
    /// <param name="beta">How many times as much recall counts as precision; positive.</param>
    /// <param name="threshold">A prediction above it counts as true; the largest of each row if null.</param>
    /// <param name="name">The name that logs show.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    /// <exception cref="ValueError">An argument is none of these, in Keras's words.</exception>
    public FBetaScore(string? average = null, double beta = 1.0, double? threshold = null, string? name = "fbeta_score", string? dtype = null)
        : base(name, dtype)
    {
        if (average is not (null or "micro" or "macro" or "weighted"))
        {
            throw new ValueError($"Invalid `average` argument value. Expected one of: (None, 'micro', 'macro', 'weighted'). Received: average={average}");
        }

        if (beta <= 0)
        {
            throw new ValueError($"Invalid `beta` argument value. It should be > 0. Received: beta={PythonFormat.Str(beta)}");
        }

        if (threshold is { } bound && bound is not (> 0 and <= 1))
        {
            throw new ValueError($"Invalid `threshold` argument value. It should verify 0 < threshold <= 1. Received: threshold={PythonFormat.Str(bound)}");
        }

        (this.average, this.beta, this.threshold) = (average, beta, threshold);
    }

    /// <summary>How classes become one number; null for a number each.</summary>
    public string? average { get; }

    /// <summary>How many times as much recall counts as precision.</summary>
    public double beta { get; }

    /// <summary>Above it a prediction counts as true; null for the largest of each row.</summary>
    public double? threshold { get; }

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_true);
        ArgumentNullException.ThrowIfNull(y_pred);
        if (y_true.ndim != 2 || y_pred.ndim != 2)
        {
            throw new ValueError("FBetaScore expects 2D inputs with shape (batch_size, output_dim). "
                + $"Received input shapes: y_pred.shape={y_pred.shape} and y_true.shape={y_true.shape}.");
        }

        using var scope = TensorScope.Begin();
        Build(y_pred.dim(1));
        y_true = ops.cast(y_true, dtype);
        var chosen = ops.cast(
            threshold is { } bound ? y_pred > (float)bound : ops.logical_and(y_pred >= ops.max(y_pred, 1, keepdims: true), ops.abs(y_pred) > 1e-9f), dtype);
        true_positives!.assign_add(Sum(chosen * y_true, sample_weight));
        false_positives!.assign_add(Sum(chosen * (1f - y_true), sample_weight));
        false_negatives!.assign_add(Sum((1f - chosen) * y_true, sample_weight));
        intermediate_weights!.assign_add(Sum(y_true, sample_weight));
    }

    /// <inheritdoc/>
    public override MetricResult result()
    {
        if (true_positives is null)
        {
            return 0f;
        }

        var tp = true_positives.value;
        var precision = ops.divide_no_nan(tp, tp + false_positives!.value);
        var recall = ops.divide_no_nan(tp, tp + false_negatives!.value);
        var square = (float)(beta * beta);
        var score = ops.divide_no_nan(precision * recall, (square * precision) + recall) * (1 + square);
        var weights = intermediate_weights!.value;
        return average switch
        {
            null => score,
            "weighted" => ops.sum(score * ops.divide_no_nan(weights, ops.sum(weights))),
            _ => ops.mean(score),
        };
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["average"] = average, ["beta"] = beta, ["threshold"] = threshold };

    private void Build(int classes)
    {
        if (true_positives is not null)
        {
            return;
        }

        using var outside = TensorScope.BeginOutside();
        var shape = average == "micro" ? default : new TensorShape(classes);
        true_positives = add_weight("true_positives", shape);
        false_positives = add_weight("false_positives", shape);
        false_negatives = add_weight("false_negatives", shape);
        intermediate_weights = add_weight("intermediate_weights", shape);
    }

    private Tensor Sum(Tensor values, Tensor? sample_weight)
    {
        values = sample_weight is null ? values : values * ops.expand_dims(ops.cast(sample_weight, dtype), 1);
        return average == "micro" ? ops.sum(values) : ops.sum(values, 0);
    }
}
