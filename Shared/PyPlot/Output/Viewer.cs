using System.Diagnostics;

namespace KerasSharp.matplotlib;

/// <summary>Opens a file with the desktop's own viewer.</summary>
internal static class Viewer
{
    /// <summary>Whether there is a desktop. Continuous integration has none.</summary>
    public static bool IsThere => Environment.GetEnvironmentVariable("CI") is null or ""
        && Environment.UserInteractive
        && (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 });

    public static void Open(string path, TextWriter writer)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(path) { UseShellExecute = true });
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException or PlatformNotSupportedException or FileNotFoundException)
        {
            writer.WriteLine($"pyplot: no program opens '{path}': {error.Message}");
        }
    }
}
