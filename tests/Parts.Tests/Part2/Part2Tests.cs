using System.Text.RegularExpressions;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Parts;

/// <summary>Part 2 from end to end, as a reader runs it; its text against the transcript of the Python original.</summary>
public sealed partial class Part2Tests : IDisposable
{
    private const string Mnist = "mnist/train-images-idx3-ubyte.gz";
    private readonly PartProcess process = new();

    public void Dispose() => process.Dispose();

    [Fact]
    public async Task The_text_is_the_original_s()
    {
        var (exitCode, output, error) = await RunOnMnist("--epochs", "2", "--out", "out");
        Assert.Equal(0, exitCode);
        var lines = Lines(output);
        var original = Lines(await File.ReadAllTextAsync(Path.Combine(Paths.Golden, "run", "transcript.txt"), TestContext.Current.CancellationToken));

        // Up to the first epoch the text is fixed, the version number aside.
        var start = Array.FindIndex(original, l => l.StartsWith("Epoch 1/", StringComparison.Ordinal));
        Assert.Matches(@"^TensorFlow 版本: \S+", lines[0]);
        Assert.Equal(original[1..start], lines[1..start]);

        // The epochs: by their form, since their number and the callbacks' messages vary.
        var end = Array.IndexOf(lines, "✓ 訓練完成!");
        Assert.Equal(2, lines[start..end].Count(l => EpochLine().IsMatch(l)));
        Assert.All(lines[start..end], l => Assert.Matches(AnyEpochText(), l));
        Assert.Contains("Epoch 1: val_accuracy improved from -inf to", output, StringComparison.Ordinal);

        // Behind them only numbers differ, all but the counts of the report.
        var rest = Array.IndexOf(original, "✓ 訓練完成!");
        Assert.Equal(original[rest..].Select(Masked), lines[end..].Select(Masked));
        Assert.Contains("a shortened run", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_lie_in_the_output_folder()
    {
        var (exitCode, output, error) = await RunOnMnist("--epochs", "1", "--samples", "2000", "--out", "out", "--seed", "7");
        Assert.Equal(0, exitCode);
        Assert.Contains("訓練集形狀: (2000, 28, 28)", output, StringComparison.Ordinal);
        var folder = Path.Combine(process.Folder.FullName, "out");
        Assert.True(new FileInfo(Path.Combine(folder, "best_lenet5.h5")).Length > 200_000);
        foreach (var figure in Enumerable.Range(1, 4))
        {
            var file = Path.Combine(folder, "figures", $"figure_{figure:00}.png");
            Assert.True(new FileInfo(file).Length > 10_000, file);
            Assert.Contains(file, error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_data_the_part_draws_digits_says_so_and_learns_them()
    {
        var (exitCode, output, error) = await process.RunAsync(
            "Part2.LeNet5", ["--epochs", "3", "--out", "out"], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(0, exitCode);
        Assert.Contains("WARNING: MNIST was neither found nor could it be downloaded.", error, StringComparison.Ordinal);
        var accuracy = double.Parse(TestAccuracy().Match(output).Groups[1].Value);
        Assert.InRange(accuracy, 95, 100);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        var (exitCode, output, _) = await process.RunAsync("Part2.LeNet5", ["--help"], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(0, exitCode);
        Assert.All((string[])["--epochs", "--samples", "--out", "--seed", "--help", "LeNet-5"], option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    private Task<(int ExitCode, string Output, string Error)> RunOnMnist(params string[] args)
    {
        if (RealData.Missing(Mnist) is { } reason)
        {
            Assert.False(RealData.MustBeThere, reason);
            Assert.Skip(reason);
        }

        return process.RunAsync("Part2.LeNet5", args, [("KERASSHARP_DATASETS", Paths.Datasets)], cancellation: TestContext.Current.CancellationToken);
    }

    // The transcript has no blanks at line ends.
    private static string[] Lines(string text) => [.. text.Split('\n').Select(l => l.TrimEnd())];

    // Rates between 0 and 1 and percentages depend on the run; widths and all else do not.
    private static string Masked(string line) => Rate().Replace(line, m => new string('#', m.Length));

    [GeneratedRegex(@"\b\d{1,2}\.\d\d+\b")]
    private static partial Regex Rate();

    [GeneratedRegex(@"測試集準確率: (\d+\.\d\d)%")]
    private static partial Regex TestAccuracy();

    [GeneratedRegex(@"^422/422 \[={30}\] - \d+s \d+ms/step - loss: \d\.\d{4} - accuracy: \d\.\d{4} - val_loss: \d\.\d{4} - val_accuracy: \d\.\d{4} - lr: 0\.0010$")]
    private static partial Regex EpochLine();

    [GeneratedRegex(@"^$|^Epoch \d+/2$|^422/422 |^Epoch \d+: val_accuracy (improved from (-inf|\d\.\d{5}) to \d\.\d{5}, saving model to best_lenet5\.h5|did not improve from \d\.\d{5})$")]
    private static partial Regex AnyEpochText();
}
