using KerasSharp.Python;
using NumSharp;

namespace KerasSharp.sklearn;

/// <summary>
/// Scores of classifications: <c>using static KerasSharp.sklearn.metrics;</c> for Python's <c>from sklearn.metrics import …</c>.
/// Source: <see href="https://scikit-learn.org/stable/modules/model_evaluation.html"/>.
/// </summary>
public static partial class metrics
{
    /// <summary>
    /// How many samples of each class (rows) were taken for which class (columns).
    /// Source: <see href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.confusion_matrix.html"/>.
    /// </summary>
    /// <param name="y_true">True labels, <c>(samples,)</c>.</param>
    /// <param name="y_pred">Predicted labels, <c>(samples,)</c>.</param>
    /// <param name="labels">Which labels, in which order; by default all that occur, sorted.</param>
    /// <param name="sample_weight">The weight of each sample, <c>(samples,)</c>; 1 by default.</param>
    /// <param name="normalize"><c>"true"</c>: rows sum to 1; <c>"pred"</c>: columns do; <c>"all"</c>: all of it does; null: counts.</param>
    /// <returns><c>(classes, classes)</c>: int64, or float64 where it is normalized or the weights are not whole numbers.</returns>
    /// <exception cref="ValueError">Numbers of samples that differ, or labels none of which occurs.</exception>
    /// <exception cref="InvalidParameterError">An unknown <paramref name="normalize"/>.</exception>
    public static NDArray confusion_matrix(Labels y_true, Labels y_pred, Labels labels = default, NDArray? sample_weight = null, string? normalize = null)
    {
        if (normalize is not (null or "true" or "pred" or "all"))
        {
            throw InvalidParameterError.Word(nameof(confusion_matrix), nameof(normalize), normalize, "true", "pred", "all");
        }

        var space = LabelSpace.Of(y_true, y_pred, labels, sample_weight);
        var chosen = (labels.is_given ? labels.Values : space.Present).Select(space.IndexOf).ToArray();
        if (chosen.Length == 0)
        {
            throw new ValueError("'labels' should contain at least one label.");
        }

        if (!chosen.Intersect(space.Truth).Any())
        {
            throw new ValueError("At least one label specified must be in y_true");
        }

        var matrix = Count(space, chosen);
        if (chosen.Length == 1)
        {
            PythonWarnings.Warn("A single label was found in 'y_true' and 'y_pred'. For the confusion matrix to have the correct shape, "
                + "use the 'labels' parameter to pass all known labels.");
        }

        var shape = new Shape(chosen.Length, chosen.Length);
        return normalize is not null ? new NDArray(Normalized(matrix, chosen.Length, normalize), shape)
            : space.HasFractions ? new NDArray(matrix, shape) : new NDArray(Array.ConvertAll(matrix, count => (long)count), shape);
    }

    private static double[] Count(LabelSpace space, int[] chosen)
    {
        var place = new int[space.Classes.Length];
        Array.Fill(place, -1);
        for (var i = 0; i < chosen.Length; i++)
        {
            place[chosen[i]] = i;
        }

        var matrix = new double[chosen.Length * chosen.Length];
        for (var i = 0; i < space.Truth.Length; i++)
        {
            var (row, column) = (place[space.Truth[i]], place[space.Predicted[i]]);
            if (row >= 0 && column >= 0)
            {
                matrix[(row * chosen.Length) + column] += space.Weight(i);
            }
        }

        return matrix;
    }

    // An empty row or column stays zero, where the division gives NaN.
    private static double[] Normalized(double[] matrix, int size, string over)
    {
        var groups = Enumerable.Range(0, matrix.Length).Select(i => over switch { "true" => i / size, "pred" => i % size, _ => 0 }).ToArray();
        var sums = new double[size];
        for (var i = 0; i < matrix.Length; i++)
        {
            sums[groups[i]] += matrix[i];
        }

        return [.. matrix.Select((count, i) => sums[groups[i]] == 0 ? 0 : count / sums[groups[i]])];
    }
}
