using System.Diagnostics;
using System.Text;

namespace KerasSharp.TestSupport;

/// <summary>Runs a part of the tutorial as a process of its own, in a folder of its own, without a network and with an empty cache.</summary>
public sealed class PartProcess : IDisposable
{
    /// <summary>The folder that the process starts in; it goes with this object.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("kerassharp-part-");

    /// <inheritdoc/>
    public void Dispose() => Folder.Delete(recursive: true);

    /// <summary>Runs <c>name.dll</c>, which lies beside the tests, to its end.</summary>
    /// <param name="name">The assembly of the part.</param>
    /// <param name="args">The command line.</param>
    /// <param name="settings">Environment variables; a null value takes one away.</param>
    /// <param name="meanwhile">What to do while it runs.</param>
    /// <param name="limit">How long it may take; two minutes if not given.</param>
    /// <param name="cancellation">Ends the process.</param>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string name, string[] args, IEnumerable<(string Name, string? Value)>? settings = null, Func<Process, Task>? meanwhile = null,
        TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Folder.FullName,
        };
        info.Environment["KERAS_HOME"] = Path.Combine(Folder.FullName, "keras");
        info.Environment["HTTPS_PROXY"] = "http://127.0.0.1:9"; // nothing listens there
        info.Environment.Remove("KERASSHARP_DATASETS");
        foreach (var (key, value) in settings ?? [])
        {
            info.Environment[key] = value;
        }

        using var process = Process.Start(info)!;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(limit ?? TimeSpan.FromMinutes(2));
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
}
