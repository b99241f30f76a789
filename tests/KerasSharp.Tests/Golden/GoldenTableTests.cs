using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Golden;

public class GoldenTableTests
{
    private static readonly (string, string, string)[] Catalogue = [("a.json", "cases", "x"), ("a.json", "cases", "y"), ("a.json", "other", "#0"), ("b.json", "cases", "z")];

    [Fact]
    public void Cases_are_counted_file_by_file_and_what_no_test_reads_is_waiting()
    {
        GoldenRow[] rows =
        [
            new("a.json", "cases", "x", GoldenOutcome.Passed, ""),
            new("a.json", "cases", "y", GoldenOutcome.Failed, "1 expected\n2 received"),
            new("b.json", "cases", "z", GoldenOutcome.Waiting, "no LSTM yet"),
        ];
        Assert.Equal(
            """
            golden file              cases  passed  failed  waiting  not run
            a.json                       3       1       1        1        0
            b.json                       1       0       0        1        0
            all                          4       1       1        2        0
              waiting  a.json (1): no test reads other yet
              waiting  b.json (1): no LSTM yet
              FAILED   a.json cases y: 1 expected 2 received

            """.ReplaceLineEndings("\n"),
            GoldenTable.Format(Catalogue, rows));
    }

    [Theory]
    [InlineData(GoldenOutcome.Passed, GoldenOutcome.Failed, "failed")]
    [InlineData(GoldenOutcome.Passed, GoldenOutcome.Waiting, "waiting")]
    [InlineData(GoldenOutcome.NotRun, GoldenOutcome.Passed, "passed")]
    public void Of_several_tests_of_one_case_the_worst_counts(GoldenOutcome one, GoldenOutcome another, string column)
    {
        (string, string, string)[] catalogue = [("a.json", "cases", "x")];
        foreach (var outcomes in new[] { new[] { one, another }, [another, one] })
        {
            var lines = GoldenTable.Format(catalogue, outcomes.Select(o => new GoldenRow("a.json", "cases", "x", o, ""))).Split('\n');
            var at = lines[0].IndexOf(column, StringComparison.Ordinal) + column.Length;
            Assert.Equal('1', lines[1][at - 1]);
            Assert.Equal(2, lines[1].Count(c => c == '1'));
        }
    }

    [Fact]
    public void Every_golden_file_is_in_the_catalogue()
    {
        var files = Directory.EnumerateFiles(Paths.Golden, "*.json").Select(Path.GetFileName);
        Assert.Empty(files.Except(GoldenCatalogue.All().Select(c => c.File).Distinct()));
    }

    [Fact]
    public void No_case_is_in_the_catalogue_twice()
    {
        var all = GoldenCatalogue.All().Select(c => (c.File, c.List, GoldenCatalogue.Key(c.Case))).ToArray();
        Assert.Equal(all.Length, all.Distinct().Count());
    }
}
