using System.Diagnostics.CodeAnalysis;
using TorchSharp;

namespace KerasSharp.Torch;

/// <summary>libtorch as this process has it: loaded once, with one clear message where that fails.</summary>
public static class TorchLibrary
{
    private static readonly Lazy<torch.Device> Loaded = new(Start, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Where tensors live: the first GPU where libtorch sees one (<c>torch.cuda.is_available()</c>), else the processor.</summary>
    /// <exception cref="RuntimeError">The native library cannot be loaded.</exception>
    public static torch.Device Device => Loaded.Value;

    /// <summary>libtorch's version, such as <c>2.10.0</c>.</summary>
    /// <exception cref="RuntimeError">The native library cannot be loaded.</exception>
    public static string Version
    {
        get
        {
            Load();
            return torch.__version__;
        }
    }

    /// <summary>Loads the native library now, where a program wants to know before it starts.</summary>
    /// <exception cref="RuntimeError">The native library cannot be loaded.</exception>
    public static void Load() => _ = Loaded.Value;

    /// <summary>The message for a load that failed, from what the loader said.</summary>
    internal static string Explain(Exception problem)
    {
        var cause = problem;
        while (cause.InnerException is { } inner)
        {
            cause = inner;
        }

        // TorchSharp appends pages of its search; the first line says what it is about.
        var reason = cause.Message.Split('\n')[0].Trim();
        return $"libtorch, the native library behind TorchSharp, cannot be loaded on this machine ({reason}). "
            + "It is there for x64 Linux and Windows and for macOS on Apple silicon, and must lie beside the program: build with the .NET SDK "
            + "on this machine, or choose the managed backend, which needs no native library (KERAS_BACKEND=managed).";
    }

    [SuppressMessage("Design", "CA1031", Justification = "Loaders throw many types; all mean the same to the user.")]
    private static torch.Device Start()
    {
        try
        {
            OpenMP.WaitPassively();
            torch.InitializeDeviceType(DeviceType.CPU);
            if (int.TryParse(Environment.GetEnvironmentVariable("KERASSHARP_NUM_THREADS"), out var threads) && threads > 0)
            {
                torch.set_num_threads(threads);
            }

            return torch.cuda.is_available() ? torch.CUDA : torch.CPU;
        }
        catch (Exception e)
        {
            throw new RuntimeError(Explain(e), e);
        }
    }
}
