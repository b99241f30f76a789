using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Part1.Datasets;

/// <summary>What the environment check tells of the computer.</summary>
internal static class Machine
{
    /// <summary>The operating system and the kind of processor it is built for.</summary>
    public static string System => $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})";

    /// <summary>The processor's name, as its maker gives it; its kind where the name is unknown.</summary>
    public static string Processor =>
        (OperatingSystem.IsLinux() ? FromProc()
            : OperatingSystem.IsMacOS() ? Shell("sysctl", "-n machdep.cpu.brand_string")
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER"))
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>How many bits one instruction computes on.</summary>
    public static int SimdBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64;

    /// <summary>The memory that this program may use: the machine's, or its container's.</summary>
    public static long MemoryBytes => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>The version of a type's library, without the commit that it was built from.</summary>
    public static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? type.Assembly.GetName().Version?.ToString() ?? "?";

    /// <summary>A notebook's <c>!command</c>: what it writes.</summary>
    /// <returns>Its text; null where there is no such program, it fails, or it takes longer than ten seconds.</returns>
    public static string? Shell(string program, string arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
            if (process is null)
            {
                return null;
            }

            // Read aside: a driver that hangs must not hang the program.
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            return process.ExitCode == 0 ? output.GetAwaiter().GetResult().Trim() : null;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? FromProc()
    {
        try
        {
            return File.ReadLines("/proc/cpuinfo").Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
                .FirstOrDefault(pair => pair is ["model name" or "Model", { Length: > 0 }])?[1];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
