using KerasSharp.Tutorial;

namespace KerasSharp.Tests.Tutorial;

public sealed class PartOptionsTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public void Without_options_all_is_the_tutorials()
    {
        Assert.Equal(new PartOptions(null, null, null, Path.Combine("output", "Part9")), Parse().Options);
        Assert.Empty(error.ToString());
    }

    [Fact]
    public void Options_are_read() => Assert.Equal(new PartOptions(3, 600, 7, "somewhere else"),
        Parse("--epochs", "3", "--samples", "600", "--seed", "7", "--out", "somewhere else").Options);

    [Theory]
    [InlineData("--epochs 需要 1 以上的整數 / --epochs needs a whole number of at least 1. Received: 0", "--epochs", "0")]
    [InlineData("--epochs 需要 1 以上的整數 / --epochs needs a whole number of at least 1. Received: two", "--epochs", "two")]
    [InlineData("--samples 需要 100 以上的整數 / --samples needs a whole number of at least 100. Received: 99", "--samples", "99")]
    [InlineData("--seed 需要 0 以上的整數 / --seed needs a whole number of at least 0. Received: -1", "--seed", "-1")]
    [InlineData("--out 需要資料夾名稱 / --out needs the name of a folder", "--out", "")]
    [InlineData("--epoch", "--epoch", "3")]
    [InlineData("more", "more")]
    [InlineData("--seed", "--seed")]
    public void What_makes_no_sense_is_named_and_ends_with_2(string message, params string[] args)
    {
        var (options, exitCode) = Parse(args);
        Assert.Null(options);
        Assert.Equal(2, exitCode);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("--help", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public void Help_tells_every_option_in_both_languages_and_ends_with_0()
    {
        var (options, exitCode) = Parse("--help");
        Assert.Null(options);
        Assert.Equal(0, exitCode);
        Assert.All(["what it does", "--epochs <n>", "--samples <n>", "--seed <n>", "--out <folder>", "輸出資料夾", "folder for figures"],
            text => Assert.Contains(text, output.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("looks", "looks")]
    [InlineData("trains", "trains", "--epochs", "3")]
    [InlineData("trains", "--epochs", "3", "trains")]
    public void A_block_is_a_sub_command(string? block, params string[] args)
    {
        var options = ParseBlocks(args).Options;
        Assert.Empty(error.ToString());
        Assert.Equal(new PartOptions(args.Contains("--epochs") ? 3 : null, null, null, Path.Combine("output", "Part9"), block), options);
    }

    [Theory]
    [InlineData("--samples", "looks", "--samples", "200")]
    [InlineData("--samples 不適用於 looks / --samples does not apply to looks", "--samples", "200", "looks")]
    [InlineData("sleeps", "sleeps")]
    public void A_block_takes_no_option_that_means_nothing_to_it(string message, params string[] args)
    {
        Assert.Equal((null, 2), ParseBlocks(args));
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_lists_the_blocks()
    {
        Assert.Equal((null, 0), ParseBlocks("--help"));
        Assert.All(["looks", "looks at it", "trains", "trains it"], text => Assert.Contains(text, output.ToString(), StringComparison.Ordinal));
    }

    private (PartOptions? Options, int ExitCode) ParseBlocks(params string[] args) => PartOptions.Parse(args, "Part9", "what it does", output, error,
        [new("looks", "looks at it", _ => { }), new("trains", "trains it", _ => { }, Trains: true)]);

    private (PartOptions? Options, int ExitCode) Parse(params string[] args) => PartOptions.Parse(args, "Part9", "what it does", output, error);
}
