using System.Text;
using KerasSharp.Python;

namespace KerasSharp.sklearn;

/// <summary>
/// The numbers of a classification report (in Python: what <c>classification_report(…, output_dict=True)</c> returns); <see cref="ToString"/>
/// is the report as text.
/// </summary>
public sealed class ClassificationReport
{
    private const string Accuracy = "accuracy";
    private static readonly string[] Headers = ["precision", "recall", "f1-score", "support"];

    private readonly int digits;
    private readonly bool wholeSupport;

    internal ClassificationReport(IReadOnlyList<Row> classes, IReadOnlyList<Row> averages, int digits, bool wholeSupport) =>
        (this.classes, this.averages, this.digits, this.wholeSupport) = (classes, averages, digits, wholeSupport);

    /// <summary>One line of the report: scores from 0 to 1, and the number (or weight) of the samples.</summary>
    public sealed record Row(string name, double precision, double recall, double f1_score, double support);

    /// <summary>A row per class, in the order of the labels.</summary>
    public IReadOnlyList<Row> classes { get; }

    /// <summary><c>accuracy</c> (or <c>micro avg</c>, where the labels are a selection), <c>macro avg</c>, <c>weighted avg</c>.</summary>
    public IReadOnlyList<Row> averages { get; }

    /// <summary>The share of the samples that are right; null where the labels are a selection, so that there is no such share.</summary>
    public double? accuracy => averages[0].name == Accuracy ? averages[0].f1_score : null;

    /// <summary>The row of a class or an average: <c>report["macro avg"].recall</c>.</summary>
    /// <exception cref="KeyError">There is none of this name.</exception>
    public Row this[string name] => classes.Concat(averages).FirstOrDefault(row => row.name == name) ?? throw new KeyError(PythonFormat.Repr(name));

    /// <summary>The report as scikit-learn prints it.</summary>
    public override string ToString()
    {
        var width = classes.Select(row => Length(row.name)).Append("weighted avg".Length).Append(digits).Max();
        var text = new StringBuilder().Append(' ', width + 1);
        foreach (var header in Headers)
        {
            text.Append(' ').Append(header.PadLeft(9));
        }

        text.Append("\n\n");
        foreach (var row in classes)
        {
            Line(row, row.precision, row.recall);
        }

        text.Append('\n');
        foreach (var row in averages)
        {
            // Precision and recall of all samples are the accuracy: it stands once, in the last column of scores.
            var isAccuracy = row.name == Accuracy;
            Line(row, isAccuracy ? null : row.precision, isAccuracy ? null : row.recall);
        }

        return text.ToString();

        void Line(Row row, double? precision, double? recall) => text
            .Append(' ', width - Length(row.name)).Append(row.name).Append(' ')
            .Append(Score(precision)).Append(Score(recall)).Append(Score(row.f1_score))
            .Append(' ').Append((wholeSupport ? PythonFormat.Str((long)row.support) : PythonFormat.Str(row.support)).PadLeft(9)).Append('\n');
    }

    private string Score(double? score) => score is { } value ? " " + PythonFormat.Format(value, $">9.{digits}f") : new string(' ', 10);

    // Python counts code points, not UTF-16 units.
    private static int Length(string text) => text.EnumerateRunes().Count();
}
