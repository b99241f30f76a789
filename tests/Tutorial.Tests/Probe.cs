using System.Diagnostics;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Tutorial;

/// <summary>Runs the probe part as a process of its own.</summary>
internal sealed class Probe : IDisposable
{
    private readonly PartProcess process = new();

    public DirectoryInfo Folder => process.Folder;

    public string Out => Path.Combine(Folder.FullName, "out");

    public void Dispose() => process.Dispose();

    /// <param name="settings">Environment variables.</param>
    public Task<(int ExitCode, string Output, string Error)> RunAsync(
        string[] args, (string Name, string? Value)[]? settings = null, Func<Process, Task>? meanwhile = null) =>
        process.RunAsync("Tutorial.Probe", args, settings, meanwhile, cancellation: TestContext.Current.CancellationToken);

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
