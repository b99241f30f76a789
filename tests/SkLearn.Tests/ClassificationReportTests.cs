using KerasSharp.Python;
using KerasSharp.sklearn;
using KerasSharp.TestSupport;
using static KerasSharp.sklearn.metrics;

namespace KerasSharp.Tests.SkLearn;

public class ClassificationReportTests
{
    private static readonly GoldenCases Golden = new("sklearn.json", "classification_report");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        var (truth, predicted) = GoldenLabels.Of(c);
        var args = c.GetProperty("args");
        GoldenLabels.OnlyKnows(args, "labels", "target_names", "digits", "zero_division", "sample_weight");
        Labels labels = args.TryGetProperty("labels", out var l) ? GoldenLabels.Ints(l) : default(Labels);
        var names = args.TryGetProperty("target_names", out var t) ? t.EnumerateArray().Select(e => e.GetString()!).ToArray() : null;
        var zero = args.TryGetProperty("zero_division", out var z) ? GoldenFile.Number(z) : default(ZeroDivision);
        var digits = args.TryGetProperty("digits", out var d) ? d.GetInt32() : 2;
        var warned = new List<(string, string)>();
        using (PythonWarnings.Catch(warned))
        {
            Assert.Equal(c.GetProperty("text").GetString(),
                classification_report(truth, predicted, labels, names, GoldenLabels.Weights(args), digits, zero_division: zero));
        }

        GoldenLabels.SameWarnings(c.GetProperty("warnings"), warned);
        using (PythonWarnings.Catch([]))
        {
            SameNumbers(c.GetProperty("dict"), classification_report_dict(truth, predicted, labels, names, GoldenLabels.Weights(args), zero));
        }
    });

    [Fact]
    public void Names_are_as_wide_as_they_have_characters()
    {
        var report = classification_report([0, 1], [0, 1], target_names: ["\U0001F642 a face beyond 16 bits", "b"]);
        Assert.All(report.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(23 + 1 + 40, line.EnumerateRunes().Count()));
    }

    [Fact]
    public void The_dictionary_form_points_to_its_twin() =>
        Assert.Contains("classification_report_dict", Assert.Throws<NotImplementedError>(() => classification_report([0, 1], [0, 1], output_dict: true)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_row_that_is_not_there_is_a_KeyError() =>
        Assert.Equal("'nine'", Assert.Throws<KeyError>(() => classification_report_dict([0, 1], [0, 1])["nine"]).Message);

    private static void SameNumbers(System.Text.Json.JsonElement expected, ClassificationReport actual)
    {
        Assert.Equal(expected.EnumerateObject().Select(p => p.Name), actual.classes.Concat(actual.averages).Select(row => row.name));
        foreach (var row in expected.EnumerateObject())
        {
            if (row.Name == "accuracy")
            {
                Assert.Equal(row.Value.GetDouble(), actual.accuracy!.Value, 1e-12);
                continue;
            }

            var got = actual[row.Name];
            Assert.Equal(GoldenFile.Number(row.Value.GetProperty("precision")), got.precision, 1e-12);
            Assert.Equal(GoldenFile.Number(row.Value.GetProperty("recall")), got.recall, 1e-12);
            Assert.Equal(GoldenFile.Number(row.Value.GetProperty("f1-score")), got.f1_score, 1e-12);
            Assert.Equal(GoldenFile.Number(row.Value.GetProperty("support")), got.support, 1e-12);
        }
    }
}
