using System.Diagnostics;
using System.Text;

namespace KerasSharp.Tests.Tutorial;

/// <summary>Runs the probe part as a process of its own, in a folder of its own, without a network.</summary>
internal sealed class Probe : IDisposable
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("kerassharp-part-");

    public string Out => Path.Combine(Folder.FullName, "out");

    public void Dispose() => Folder.Delete(recursive: true);

    /// <param name="settings">Environment variables.</param>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] args, (string Name, string? Value)[]? settings = null,
        Func<Process, Task>? meanwhile = null)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Tutorial.Probe.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Folder.FullName,
        };
        info.Environment["KERAS_HOME"] = Path.Combine(Folder.FullName, "keras");
        info.Environment["HTTPS_PROXY"] = "http://127.0.0.1:9"; // nobody listens there
        info.Environment.Remove("KERASSHARP_DATASETS");
        foreach (var (name, value) in settings ?? [])
        {
            info.Environment[name] = value;
        }

        using var process = Process.Start(info)!;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(120));
        try
        {
            if (meanwhile is not null)
            {
                await meanwhile(process);
            }

            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>Puts a tiny MNIST where the part finds it: so many training and test images.</summary>
    public (string Name, string? Value) TinyMnist(int train, int test)
    {
        var folder = Folder.CreateSubdirectory("data/mnist").FullName;
        foreach (var (name, count) in new[] { ("train", train), ("t10k", test) })
        {
            File.WriteAllBytes(Path.Combine(folder, $"{name}-images-idx3-ubyte"), [.. Header(3, count, 28, 28), .. new byte[count * 784]]);
            File.WriteAllBytes(Path.Combine(folder, $"{name}-labels-idx1-ubyte"), [.. Header(1, count), .. new byte[count]]);
        }

        return ("KERASSHARP_DATASETS", "data"); // relative to the folder of the call
    }

    private static byte[] Header(byte rank, params int[] dims) =>
        [0, 0, 8, rank, .. dims.SelectMany(d => new[] { (byte)(d >> 24), (byte)(d >> 16), (byte)(d >> 8), (byte)d })];
}
