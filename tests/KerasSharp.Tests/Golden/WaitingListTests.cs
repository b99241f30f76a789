using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Golden;

public class WaitingListTests
{
    private static readonly WaitingList List = new("# The numbers are those of a folder with 4 cases.\nlayers.json cases (2): no layers.LSTM yet\n");

    [Fact]
    public void What_the_list_allows_may_wait() => Assert.Empty(List.Problems([Row("a"), Row("b")], 4, seesAll: true));

    [Fact]
    public void A_number_may_not_grow() => Assert.Equal(
        ["layers.json cases: 3 cases wait where the line allows 2: no layers.LSTM yet"], List.Problems([Row("a"), Row("b"), Row("c")], 4, seesAll: true));

    [Fact]
    public void A_case_may_not_wait_for_what_no_line_names() => Assert.Equal(
        ["layers.json cases: 1 cases wait that no line covers: no layers.GRU yet"],
        List.Problems([Row("a"), Row("b"), Row("c") with { Reason = "no layers.GRU yet" }], 4, seesAll: true));

    [Fact]
    public void A_line_whose_cases_pass_goes()
    {
        GoldenRow[] rows = [Row("a") with { Outcome = GoldenOutcome.Passed }, Row("b") with { Outcome = GoldenOutcome.Failed }];
        Assert.Equal(["layers.json cases: no case waits any longer, remove the line: no layers.LSTM yet"], List.Problems(rows, 4, seesAll: true));
        Assert.Empty(List.Problems(rows, 4, seesAll: false));
    }

    [Fact]
    public void A_list_that_was_not_read_tells_nothing() => Assert.Empty(List.Problems([Row("a") with { List = "other", Outcome = GoldenOutcome.Passed }], 4, seesAll: true));

    [Fact]
    public void What_only_this_machine_lacks_does_not_count() => Assert.Empty(List.Problems([Row("a"), Row("b"), Row("c") with { Skipped = true }], 4, seesAll: true));

    [Fact]
    public void In_another_folder_only_names_count()
    {
        Assert.Empty(List.Problems([Row("a"), Row("b"), Row("c") with { File = "other.json" }], 3, seesAll: true));
        Assert.Equal(["layers.json cases: cases wait that no line covers: no layers.GRU yet"], List.Problems([Row("a") with { Reason = "no layers.GRU yet" }], 3, seesAll: true));
    }

    [Fact]
    public void A_list_that_was_written_is_read()
    {
        GoldenRow[] rows = [Row("a"), Row("b"), Row("c") with { Outcome = GoldenOutcome.Passed }];
        var text = WaitingList.Format(rows, 3);
        Assert.EndsWith("\nlayers.json cases (2): no layers.LSTM yet\n", text);
        Assert.Empty(new WaitingList(text).Problems(rows, 3, seesAll: true));
    }

    private static GoldenRow Row(string name) => new("layers.json", "cases", name, GoldenOutcome.Waiting, "no layers.LSTM yet");
}
