using System.Diagnostics;

namespace KerasSharp.Benchmarks;

/// <summary>Runs part 2 as a reader does, in a process of its own, and takes the time at which its lines come.</summary>
internal static class Part2Benchmark
{
    // What the part prints where it drew the digits itself (Shared/Tutorial).
    private const string DrawnDigits = "drawn digits, not MNIST";

    /// <summary>Runs it whole and prints the times and the peak of its memory.</summary>
    /// <param name="seed">The random seed.</param>
    /// <returns>Whether it ran on MNIST: digits that the part drew itself are no measure, and no accuracy is reported for them.</returns>
    public static bool Run(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("kerassharp-benchmark-");
        var info = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Part2.LeNet5.dll"), "--seed", $"{seed}", "--out", folder.FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(info)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var times = new Dictionary<string, double>();
        var epochs = 0;
        var accuracy = "";
        var drawn = false;
        long memory = 0;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            times.TryAdd(line, clock.Elapsed.TotalSeconds);
            if (line.Contains(DrawnDigits, StringComparison.Ordinal))
            {
                drawn = true;
                process.Kill();
                break;
            }

            epochs += line.StartsWith("422/422", StringComparison.Ordinal) ? 1 : 0;
            accuracy = line.StartsWith("測試集準確率", StringComparison.Ordinal) ? line.Split(' ')[^1] : accuracy;
            process.Refresh();
            memory = Math.Max(memory, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        process.WaitForExit();
        if (drawn)
        {
            Console.Error.WriteLine("part 2: MNIST was not found, and the part drew digits itself. Set KERASSHARP_DATASETS to a folder with MNIST. Nothing is reported.");
            folder.Delete(recursive: true);
            return false;
        }

        double At(string start) => times.First(t => t.Key.StartsWith(start, StringComparison.Ordinal)).Value;
        Console.WriteLine(
            $"part 2, seed {seed}: {clock.Elapsed.TotalSeconds:f1} s for {epochs} epochs, test accuracy {accuracy}, exit code {process.ExitCode}; "
            + $"first step after {At("Epoch 1/"):f1} s, cells 2 and 3 {At(" 像素值範圍") - At("載入 MNIST"):f1} s, peak memory {memory / 1e6:f0} MB");
        folder.Delete(recursive: true);
        return true;
    }
}
