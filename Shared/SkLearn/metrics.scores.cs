using KerasSharp.Python;
using NumSharp;

namespace KerasSharp.sklearn;

public static partial class metrics
{
    /// <summary>
    /// The share of the samples whose predicted label is the true one.
    /// Source: <see href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.accuracy_score.html"/>.
    /// </summary>
    /// <param name="y_true">True labels, <c>(samples,)</c>.</param>
    /// <param name="y_pred">Predicted labels, <c>(samples,)</c>.</param>
    /// <param name="normalize">False gives their number (or weight) in place of the share.</param>
    /// <param name="sample_weight">The weight of each sample, <c>(samples,)</c>; 1 by default.</param>
    /// <exception cref="ValueError">Numbers of samples that differ.</exception>
    public static double accuracy_score(Labels y_true, Labels y_pred, bool normalize = true, NDArray? sample_weight = null)
    {
        var space = LabelSpace.Of(y_true, y_pred, default, sample_weight);
        var (hits, all) = (0.0, 0.0);
        for (var i = 0; i < space.Truth.Length; i++)
        {
            hits += space.Truth[i] == space.Predicted[i] ? space.Weight(i) : 0;
            all += space.Weight(i);
        }

        return normalize ? hits / all : hits;
    }

    /// <summary>
    /// The mean of the classes' recalls: a class of few samples counts as much as one of many.
    /// Source: <see href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.balanced_accuracy_score.html"/>.
    /// </summary>
    /// <param name="y_true">True labels, <c>(samples,)</c>.</param>
    /// <param name="y_pred">Predicted labels, <c>(samples,)</c>.</param>
    /// <param name="sample_weight">The weight of each sample, <c>(samples,)</c>; 1 by default.</param>
    /// <param name="adjusted">Whether guessing shall score 0.</param>
    /// <exception cref="ValueError">Numbers of samples that differ.</exception>
    public static double balanced_accuracy_score(Labels y_true, Labels y_pred, NDArray? sample_weight = null, bool adjusted = false)
    {
        var space = LabelSpace.Of(y_true, y_pred, default, sample_weight);
        var scores = PrecisionRecall.Of(nameof(balanced_accuracy_score), space, default, null, double.NaN, beta: 1, null);
        var recalls = scores.Recall.Where(recall => !double.IsNaN(recall)).ToArray();
        if (recalls.Length < scores.Recall.Length)
        {
            PythonWarnings.Warn("y_pred contains classes not in y_true");
        }

        var mean = NumpySum.Of(recalls) / recalls.Length;
        var chance = 1.0 / recalls.Length;
        return adjusted ? (mean - chance) / (1 - chance) : mean;
    }

    /// <summary>
    /// Of the samples taken for a class, the share that is of it.
    /// Source: <see href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.precision_score.html"/>.
    /// </summary>
    /// <param name="y_true">True labels, <c>(samples,)</c>.</param>
    /// <param name="y_pred">Predicted labels, <c>(samples,)</c>.</param>
    /// <param name="labels">Which labels; by default all that occur.</param>
    /// <param name="pos_label">The class that is scored where <paramref name="average"/> is <c>"binary"</c>: 1 by default.</param>
    /// <param name="average"><c>"binary"</c>, <c>"micro"</c>, <c>"macro"</c>, <c>"weighted"</c>. In Python None gives an array: see <see cref="precision_recall_fscore_support"/>.</param>
    /// <param name="sample_weight">The weight of each sample, <c>(samples,)</c>; 1 by default.</param>
    /// <param name="zero_division">What a score is whose denominator is zero.</param>
    /// <exception cref="ValueError">Numbers of samples that differ; an average that does not fit the labels.</exception>
    public static double precision_score(Labels y_true, Labels y_pred, Labels labels = default, object? pos_label = null, string? average = "binary",
        NDArray? sample_weight = null, ZeroDivision zero_division = default) =>
        One(nameof(precision_score), "precision", y_true, y_pred, labels, pos_label, average, sample_weight, zero_division).Precision[0];

    /// <summary>
    /// Of the samples of a class, the share that was taken for it.
    /// Source: <see href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.recall_score.html"/>.
    /// </summary>
    /// <inheritdoc cref="precision_score"/>
    public static double recall_score(Labels y_true, Labels y_pred, Labels labels = default, object? pos_label = null, string? average = "binary",
        NDArray? sample_weight = null, ZeroDivision zero_division = default) =>
        One(nameof(recall_score), "recall", y_true, y_pred, labels, pos_label, average, sample_weight, zero_division).Recall[0];

    /// <summary>
    /// The harmonic mean of precision and recall.
    /// Source: <see href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.f1_score.html"/>.
    /// </summary>
    /// <inheritdoc cref="precision_score"/>
    public static double f1_score(Labels y_true, Labels y_pred, Labels labels = default, object? pos_label = null, string? average = "binary",
        NDArray? sample_weight = null, ZeroDivision zero_division = default) =>
        One(nameof(f1_score), "f-score", y_true, y_pred, labels, pos_label, average, sample_weight, zero_division).FScore[0];

    /// <summary>
    /// Precision, recall, F-score and number of samples, of each label or averaged.
    /// Source: <see href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.precision_recall_fscore_support.html"/>.
    /// </summary>
    /// <param name="y_true">True labels, <c>(samples,)</c>.</param>
    /// <param name="y_pred">Predicted labels, <c>(samples,)</c>.</param>
    /// <param name="beta">How much more recall counts than precision.</param>
    /// <param name="labels">Which labels; by default all that occur.</param>
    /// <param name="pos_label">The class that is scored where <paramref name="average"/> is <c>"binary"</c>: 1 by default.</param>
    /// <param name="average">null: each label; <c>"binary"</c>, <c>"micro"</c>, <c>"macro"</c>, <c>"weighted"</c>: one score.</param>
    /// <param name="warn_for">Which scores warn: of <c>precision</c>, <c>recall</c>, <c>f-score</c>; all by default.</param>
    /// <param name="sample_weight">The weight of each sample, <c>(samples,)</c>; 1 by default.</param>
    /// <param name="zero_division">What a score is whose denominator is zero.</param>
    /// <returns>float64 <c>(labels,)</c>, and int64 <c>support</c> (float64 with weights); with an average arrays without dimensions and no support.</returns>
    /// <exception cref="ValueError">Numbers of samples that differ; an average that does not fit the labels.</exception>
    public static (NDArray precision, NDArray recall, NDArray fbeta_score, NDArray? support) precision_recall_fscore_support(Labels y_true, Labels y_pred,
        double beta = 1.0, Labels labels = default, object? pos_label = null, string? average = null, IReadOnlyList<string>? warn_for = null,
        NDArray? sample_weight = null, ZeroDivision zero_division = default)
    {
        var scores = PrecisionRecall.Of(nameof(precision_recall_fscore_support), LabelSpace.Of(y_true, y_pred, labels, sample_weight), labels, average,
            zero_division, beta, pos_label, [.. warn_for ?? ["precision", "recall", "f-score"]]);
        return (Array(scores.Precision), Array(scores.Recall), Array(scores.FScore), average is not null ? null
            : scores.WholeSupport ? new NDArray(System.Array.ConvertAll(scores.Support, count => (long)count)) : new NDArray(scores.Support));

        NDArray Array(double[] values) => average is null ? new NDArray(values) : NDArray.Scalar(values[0]);
    }

    private static PrecisionRecall One(string function, string score, Labels y_true, Labels y_pred, Labels labels, object? pos_label, string? average,
        NDArray? sample_weight, ZeroDivision zero_division) => average is null
        ? throw new NotImplementedError($"{function}(average=None) returns an array, which C# cannot do: call precision_recall_fscore_support.")
        : PrecisionRecall.Of(function, LabelSpace.Of(y_true, y_pred, labels, sample_weight), labels, average, zero_division, beta: 1, pos_label, score);
}
