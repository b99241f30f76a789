using System.Diagnostics;
using KerasSharp.Tutorial;

namespace KerasSharp.Tests.Tutorial;

public sealed class PartTests : IDisposable
{
    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    [Fact]
    public async Task A_part_that_reaches_its_target_ends_with_0_and_prints_only_its_own_text()
    {
        var (exitCode, output, error) = await probe.RunAsync(["--out", "out"], [probe.TinyMnist(6, 3)]);
        Assert.Equal(0, exitCode);
        Assert.Equal("數字 (6, 28, 28) (6,) (3, 28, 28) (3,)\nepochs 20 seed 42\n", output);
        Assert.Contains("目標準確率 90.0 %,測得 95.00 %:達標 / target 90.0 %, measured 95.00 %: reached", error, StringComparison.Ordinal);
        Assert.Contains($"output folder: {probe.Out}", error, StringComparison.Ordinal);
        Assert.Contains(" s in all", error, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(probe.Out, "written.txt")], Directory.GetFileSystemEntries(probe.Out));
    }

    [Fact]
    public async Task A_part_that_misses_its_target_ends_with_1()
    {
        var (exitCode, _, error) = await probe.RunAsync([], [probe.TinyMnist(6, 3), ("PROBE_ACCURACY", "0.8999")]);
        Assert.Equal(Part.Missed, exitCode);
        Assert.Contains("missed", error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(probe.Folder.FullName, "output", "Tutorial.Probe", "written.txt")));
    }

    [Theory]
    [InlineData("--epochs", "3", "(600, 28, 28) (600,) (300, 28, 28) (300,)\nepochs 3 seed 42")]
    [InlineData("--samples", "240", "(240, 28, 28) (240,) (120, 28, 28) (120,)\nepochs 20 seed 42")]
    [InlineData("--samples", "100", "(100, 28, 28) (100,) (100, 28, 28) (100,)\nepochs 20 seed 42")]
    public async Task A_shortened_part_says_so_and_does_not_judge(string option, string value, string expected)
    {
        var (exitCode, output, error) = await probe.RunAsync([option, value], [probe.TinyMnist(600, 300), ("PROBE_ACCURACY", "0.1")]);
        Assert.Equal(0, exitCode);
        Assert.Equal($"數字 {expected}\n", output);
        Assert.Contains("a shortened run: not judged", error, StringComparison.Ordinal);
        Assert.DoesNotContain("missed", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_epochs_or_another_seed_do_not_shorten()
    {
        var (exitCode, output, _) = await probe.RunAsync(["--epochs", "25", "--seed", "7"], [probe.TinyMnist(6, 3), ("PROBE_ACCURACY", "0.1")]);
        Assert.Equal(Part.Missed, exitCode);
        Assert.EndsWith("epochs 25 seed 7\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_data_digits_are_drawn_and_every_output_says_so()
    {
        var (exitCode, output, error) = await probe.RunAsync(["--samples", "600"]);
        Assert.Equal(0, exitCode);
        Assert.Contains("WARNING: MNIST was neither found nor could it be downloaded.", error, StringComparison.Ordinal);
        Assert.Contains("mnist.load_data() found no data. Tried in turn:", error, StringComparison.Ordinal);
        Assert.Contains("drawn digits, not MNIST: not judged", error, StringComparison.Ordinal);
        var lines = output.TrimEnd('\n').Split('\n');
        Assert.Equal(DrawnDigitsNotice.Opening, lines[0]);
        Assert.Equal("數字 (600, 28, 28) (600,) (100, 28, 28) (100,)", lines[1]);
        Assert.Equal(DrawnDigitsNotice.Closing, lines[^1]);
    }

    [Fact]
    public async Task A_damaged_data_file_is_one_sentence_and_no_digits_are_drawn()
    {
        var data = probe.TinyMnist(6, 3);
        var damaged = Path.Combine(probe.Folder.FullName, "data", "mnist", "t10k-labels-idx1-ubyte");
        File.AppendAllText(damaged, "more");
        var (exitCode, output, error) = await probe.RunAsync([], [data]);
        Assert.Equal(Part.Failed, exitCode);
        Assert.Empty(output);
        Assert.Equal($"{damaged}: The header declares 3 = 3 bytes of data, the file has 7.", error.Trim());
    }

    [Fact]
    public async Task A_failing_file_ends_the_part_with_its_message_alone()
    {
        var (exitCode, _, error) = await probe.RunAsync([], [probe.TinyMnist(6, 3), ("PROBE", "fail")]);
        Assert.Equal(Part.Failed, exitCode);
        Assert.Equal("the disk is full", error.Trim());
    }

    [Fact]
    public async Task A_cancelled_call_ends_the_part_with_130()
    {
        var (exitCode, _, error) = await probe.RunAsync([], [probe.TinyMnist(6, 3), ("PROBE", "stop")]);
        Assert.Equal(Part.Interrupted, exitCode);
        Assert.Equal("已中斷 / interrupted", error.Trim());
    }

    [Fact]
    public async Task Ctrl_C_cancels_the_training_and_the_part_ends_with_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Ctrl+C cannot be sent to one process alone on Windows.");
        var (exitCode, _, error) = await probe.RunAsync([], [probe.TinyMnist(6, 3), ("PROBE", "wait")], async process =>
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "waiting")
            {
            }

            using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        });
        Assert.Equal(Part.Interrupted, exitCode);
        Assert.Contains("press Ctrl+C again to end at once", error, StringComparison.Ordinal);
        Assert.Contains("已中斷 / interrupted", error, StringComparison.Ordinal);
        Assert.Contains(" s in all", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_misuse()
    {
        File.WriteAllText(probe.Out, "a file where the folder must be");
        var (exitCode, output, error) = await probe.RunAsync(["--out", "out"], [probe.TinyMnist(6, 3)]);
        Assert.Equal(PartOptions.Misuse, exitCode);
        Assert.Empty(output);
        Assert.StartsWith($"無法寫入輸出資料夾 {probe.Out}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_interruption_is_heard_only_where_somebody_listens_and_the_second_ends_all()
    {
        using var nobodyListens = new Interruption(TextWriter.Null);
        Assert.False(nobodyListens.Press());
        using var interruption = new Interruption(TextWriter.Null);
        var token = interruption.Token;
        Assert.True(interruption.Press());
        Assert.True(token.IsCancellationRequested);
        Assert.False(interruption.Press());
    }
}
