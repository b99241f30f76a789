using System.Text.RegularExpressions;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Parts;

/// <summary>The blocks of part 1 that only read the machine or train, and the part as a whole.</summary>
public sealed class Part1Tests : IDisposable
{
    private const string Mnist = "mnist/train-images-idx3-ubyte.gz";
    private readonly PartProcess process = new();

    public void Dispose() => process.Dispose();

    [Fact]
    public async Task The_environment_names_versions_devices_and_the_machine()
    {
        var (exitCode, output, _) = await process.RunPart1Async("environment");
        Assert.Equal(0, exitCode);
        Assert.Contains($".NET 版本: {Environment.Version}\n", output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^KerasSharp 版本: \d+\.\d+\.\d+ ", output);
        Assert.Matches(@"(?m)^TorchSharp 版本: \d+\.\d+\.\d+", output);
        Assert.Matches(@"(?m)^libtorch 版本: \d+\.\d+\.\d+", output);
        Assert.Matches(@"(?m)^PyTorch CUDA 可用: (True|False)$", output);
        Assert.Contains("KerasSharp 可用 GPU: 0\n", output, StringComparison.Ordinal);
        Assert.Contains($"可用核心數: {Environment.ProcessorCount}\n", output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^處理器: \S+", output);
        Assert.Matches(@"(?m)^SIMD 寬度: (64|128|256|512) 位元$", output);
        Assert.Matches(@"(?m)^可用記憶體: \d+\.\d\d GB$", output);
        Assert.Matches(@"(?m)^(nvidia-smi: 找不到 NVIDIA GPU|name, memory\.total)", output);
    }

    [Fact]
    public async Task The_project_folder_survives_and_is_current_and_a_second_run_finds_it()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var (exitCode, output, _) = await process.RunPart1Async("project-folder");
            Assert.Equal(0, exitCode);
            var folder = process.Folder.FullName + "/home/CNN_Tutorial";
            Assert.Equal($"✓ 專案資料夾: {folder}\n✓ 當前工作目錄: {Path.GetFullPath(folder)}\n", output);
            Assert.True(Directory.Exists(folder));
        }
    }

    [Fact]
    public async Task Keras_style_trains_and_its_result_closes_the_run()
    {
        var (exitCode, output, _) = await process.RunPart1OnAsync(Mnist, "keras-style", "--samples", "3200");
        Assert.Equal(0, exitCode);
        Assert.Matches(@"(?m)^100/100 \[={30}\] - \d+s \d+ms/step - loss: \d\.\d{4} - accuracy: 0\.\d{4}$", output);
        var accuracy = Regex.Match(output, @"測試集準確率: (\d+\.\d\d)%").Groups[1].Value;
        Assert.InRange(double.Parse(accuracy), 85, 100);
        Assert.Matches($@"\nKeras +3,200 +\d+\.\d\d 秒 +{Regex.Escape(accuracy)}%\n$", output);
    }

    [Fact]
    public async Task PyTorch_style_trains_the_same_model_as_well()
    {
        var (exitCode, output, error) = await process.RunPart1OnAsync(Mnist, "pytorch-style", "--samples", "3200");
        Assert.True(exitCode == 0, error);
        var accuracy = Regex.Match(output, @"^測試集準確率: (\d+\.\d\d)%").Groups[1].Value;
        Assert.InRange(double.Parse(accuracy), 85, 100);
        Assert.Matches($@"\nPyTorch +3,200 +\d+\.\d\d 秒 +{Regex.Escape(accuracy)}%\n$", output);
    }

    [Fact]
    public async Task All_blocks_run_in_the_tutorial_s_order_and_a_missing_data_set_stops_only_its_own()
    {
        var (exitCode, output, error) = await process.RunPart1Async("--samples", "640", "--out", "out");
        Assert.Equal(3, exitCode);
        Assert.Contains("cifar10.load_data() found no data", error, StringComparison.Ordinal);
        string[] marks = ["MNIST 資料集資訊", "\n20/20 [", "\n測試集準確率: ", "環境資訊", "✓ 專案資料夾: ", "訓練時間", "\nKeras   ", "\nPyTorch   "];
        Assert.Equal(marks, marks.OrderBy(mark => output.IndexOf(mark, StringComparison.Ordinal)));
        Assert.All(marks, mark => Assert.Contains(mark, output, StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(process.Folder.FullName, "out", "figures", "mnist", "figure_01.png")));
    }

    [Fact]
    public async Task Help_names_every_block()
    {
        var (exitCode, output, _) = await process.RunPart1Async("--help");
        Assert.Equal(0, exitCode);
        Assert.All((string[])["mnist", "cifar10", "environment", "keras-style", "pytorch-style", "project-folder", "--out"],
            name => Assert.Contains(name, output, StringComparison.Ordinal));
    }
}
