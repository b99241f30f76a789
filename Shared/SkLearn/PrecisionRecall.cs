using KerasSharp.Python;

namespace KerasSharp.sklearn;

/// <summary>Precision, recall and F-score with their averages, and the warnings that go with them: what all those scores stand on.</summary>
/// <param name="Support">The true samples of each label (or of all together).</param>
/// <param name="WholeSupport">Whether scikit-learn counts them in whole numbers.</param>
internal sealed record PrecisionRecall(double[] Precision, double[] Recall, double[] FScore, double[] Support, bool WholeSupport)
{
    private static readonly string[] Averages = ["binary", "macro", "micro", "samples", "weighted"];

    /// <param name="function">The name in messages.</param>
    /// <param name="average">None (null): a score per label; else one score.</param>
    /// <param name="warnFor">Of <c>precision</c>, <c>recall</c>, <c>f-score</c> those that warn.</param>
    public static PrecisionRecall Of(string function, LabelSpace space, Labels labels, string? average, ZeroDivision zeroDivision, double beta,
        object? posLabel, params ReadOnlySpan<string> warnFor)
    {
        if (average is not null && !Averages.Contains(average))
        {
            throw InvalidParameterError.Word(function, nameof(average), average, Averages);
        }

        if (!(beta >= 0))
        {
            throw new InvalidParameterError($"The 'beta' parameter of {function} must be a float in the range [0.0, inf]. Got {PythonFormat.Repr(beta)} instead.");
        }

        if (average == "samples")
        {
            throw new ValueError("Samplewise metrics are not available outside of multilabel classification.");
        }

        var chosen = Chosen(space, labels, average, posLabel);
        var (hits, predicted, truth) = Count(space, chosen);
        if (average == "micro")
        {
            (hits, predicted, truth) = ([NumpySum.Of(hits)], [NumpySum.Of(predicted)], [NumpySum.Of(truth)]);
        }

        var (precisionWarns, recallWarns, fWarns) = (warnFor.Contains("precision"), warnFor.Contains("recall"), warnFor.Contains("f-score"));
        var precision = Divide(hits, predicted, precisionWarns ? "Precision" : null, "predicted", zeroDivision);
        var recall = Divide(hits, truth, recallWarns ? "Recall" : null, "true", zeroDivision);
        var fScore = double.IsPositiveInfinity(beta) ? recall : beta == 0 ? precision
            : Divide([.. hits.Select(hit => (1 + (beta * beta)) * hit)], [.. truth.Zip(predicted, (t, p) => (beta * beta * t) + p)],
                fWarns ? "F-score" : null, "true nor predicted", zeroDivision);

        // scikit-learn counts without a single hit in floating point: its reports print 2.0 then.
        var whole = !space.IsWeighted && space.Truth.Zip(space.Predicted).Any(pair => pair.First == pair.Second);
        return average is null
            ? new(precision, recall, fScore, truth, whole)
            : new([Mean(precision)], [Mean(recall)], [Mean(fScore)], truth, whole);

        double Mean(double[] scores) => Average(scores, average == "weighted" ? truth : null);
    }

    private static int[] Chosen(LabelSpace space, Labels labels, string? average, object? posLabel)
    {
        if (average != "binary")
        {
            if (posLabel is not (null or 1))
            {
                PythonWarnings.Warn($"Note that pos_label (set to {PythonFormat.Repr(posLabel)}) is ignored when average != 'binary' "
                    + $"(got {PythonFormat.Repr(average)}). You may use labels=[pos_label] to specify a single positive class.");
            }

            return labels.is_given ? [.. labels.Values.Select(space.IndexOf)] : [.. space.Present.Select(space.IndexOf)];
        }

        if (space.Present.Length > 2)
        {
            throw new ValueError("Target is multiclass but average='binary'. Please choose another average setting, one of [None, 'micro', 'macro', 'weighted'].");
        }

        var positive = space.IndexOf(Labels.One(posLabel ?? 1));
        return positive >= 0 || space.Present.Length < 2 ? [positive] : throw new ValueError(
            $"pos_label={PythonFormat.Str(posLabel ?? 1)} is not a valid label. It should be one of [{string.Join(", ", space.Present.Select(PythonFormat.Repr))}]");
    }

    // For each label the weight of the samples where truth and prediction agree on it, that are predicted so, that are so.
    private static (double[] Hits, double[] Predicted, double[] Truth) Count(LabelSpace space, int[] chosen)
    {
        var (hits, predicted, truth) = (new double[space.Classes.Length], new double[space.Classes.Length], new double[space.Classes.Length]);
        for (var i = 0; i < space.Truth.Length; i++)
        {
            var weight = space.Weight(i);
            truth[space.Truth[i]] += weight;
            predicted[space.Predicted[i]] += weight;
            hits[space.Truth[i]] += space.Truth[i] == space.Predicted[i] ? weight : 0;
        }

        return (Pick(hits), Pick(predicted), Pick(truth));

        double[] Pick(double[] counts) => Array.ConvertAll(chosen, index => index < 0 ? 0 : counts[index]);
    }

    private static double[] Divide(double[] numerator, double[] denominator, string? warnsAs, string modifier, ZeroDivision zeroDivision)
    {
        if (warnsAs is not null && zeroDivision.Warns && denominator.Contains(0))
        {
            PythonWarnings.Warn($"{warnsAs} is ill-defined and being set to 0.0 {(denominator.Length == 1 ? "due to" : "in labels with")} no {modifier} samples. "
                + "Use `zero_division` parameter to control this behavior.", "UndefinedMetricWarning");
        }

        return [.. numerator.Zip(denominator, (n, d) => d == 0 ? zeroDivision.Value : n / d)];
    }

    // NaN scores (zero_division) do not count.
    private static double Average(double[] scores, double[]? weights)
    {
        var counted = Enumerable.Range(0, scores.Length).Where(i => !double.IsNaN(scores[i])).ToArray();
        if (counted.Length == 0)
        {
            return double.NaN;
        }

        var total = weights is null ? 0 : NumpySum.Of([.. counted.Select(i => weights[i])]);
        return weights is null || total == 0
            ? NumpySum.Of([.. counted.Select(i => scores[i])]) / counted.Length
            : NumpySum.Of([.. counted.Select(i => scores[i] * weights[i])]) / total;
    }
}
