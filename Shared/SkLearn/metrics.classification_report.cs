using KerasSharp.Python;
using NumSharp;

namespace KerasSharp.sklearn;

public static partial class metrics
{
    /// <summary>
    /// A table of the main classification scores per class, as text.
    /// Source: <see href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.classification_report.html"/>.
    /// </summary>
    /// <param name="y_true">True labels, <c>(samples,)</c>.</param>
    /// <param name="y_pred">Predicted labels, <c>(samples,)</c>.</param>
    /// <param name="labels">Which labels, in which order; by default all that occur, sorted.</param>
    /// <param name="target_names">A name for each of them.</param>
    /// <param name="sample_weight">The weight of each sample, <c>(samples,)</c>; 1 by default.</param>
    /// <param name="digits">Digits behind the decimal point.</param>
    /// <param name="output_dict">In Python <see langword="true"/> gives a dictionary; here <see cref="classification_report_dict"/> does.</param>
    /// <param name="zero_division">What a score is whose denominator is zero.</param>
    /// <exception cref="ValueError">Numbers of samples, or of labels and names, that differ.</exception>
    /// <exception cref="NotImplementedError"><paramref name="output_dict"/> is true.</exception>
    public static string classification_report(Labels y_true, Labels y_pred, Labels labels = default, IReadOnlyList<string>? target_names = null,
        NDArray? sample_weight = null, int digits = 2, bool output_dict = false, ZeroDivision zero_division = default) => output_dict
        ? throw new NotImplementedError("classification_report(output_dict=True) returns another type, which C# cannot do: call classification_report_dict.")
        : Report(y_true, y_pred, labels, target_names, sample_weight, digits, zero_division).ToString();

    /// <summary>The numbers of <see cref="classification_report"/>: in Python <c>output_dict=True</c>.</summary>
    /// <inheritdoc cref="classification_report"/>
    public static ClassificationReport classification_report_dict(Labels y_true, Labels y_pred, Labels labels = default,
        IReadOnlyList<string>? target_names = null, NDArray? sample_weight = null, ZeroDivision zero_division = default) =>
        Report(y_true, y_pred, labels, target_names, sample_weight, digits: 2, zero_division);

    private static ClassificationReport Report(Labels y_true, Labels y_pred, Labels labels, IReadOnlyList<string>? target_names,
        NDArray? sample_weight, int digits, ZeroDivision zero_division)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        var space = LabelSpace.Of(y_true, y_pred, labels, sample_weight);
        var shown = labels.is_given ? labels.Values : space.Present;
        if (target_names is not null && target_names.Count != shown.Length)
        {
            if (!labels.is_given)
            {
                throw new ValueError(
                    $"Number of classes, {shown.Length}, does not match size of target_names, {target_names.Count}. Try specifying the labels parameter");
            }

            PythonWarnings.Warn($"labels size, {shown.Length}, does not match size of target_names, {target_names.Count}");
        }

        // Where the labels are all that occur, precision, recall and F-score of all samples together are the accuracy.
        var isAccuracy = !labels.is_given || space.Present.All(label => labels.Values.Select(space.IndexOf).Contains(space.IndexOf(label)));
        var each = Scores(null);
        var rows = shown.Select((label, i) => Row(target_names is null ? PythonFormat.Str(label) : target_names.ElementAtOrDefault(i), each, i, each.Support[i]));
        var all = NumpySum.Of(each.Support);
        ClassificationReport.Row[] averages =
        [
            Row(isAccuracy ? "accuracy" : "micro avg", Scores("micro"), 0, all),
            Row("macro avg", Scores("macro"), 0, all),
            Row("weighted avg", Scores("weighted"), 0, all),
        ];
        return new([.. rows.Take(target_names?.Count ?? shown.Length)], averages, digits, each.WholeSupport);

        PrecisionRecall Scores(string? average) => PrecisionRecall.Of("classification_report", space, labels, average, zero_division, beta: 1, null,
            "precision", "recall", "f-score");
    }

    private static ClassificationReport.Row Row(string? name, PrecisionRecall scores, int i, double support) =>
        new(name ?? "", scores.Precision[i], scores.Recall[i], scores.FScore[i], support);
}
