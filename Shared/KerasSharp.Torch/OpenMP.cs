using System.Runtime.InteropServices;

namespace KerasSharp.Torch;

/// <summary>
/// libtorch's threads, which wait for each other by spinning. Where they have not a core each (a busy machine, a container with a share of one),
/// they keep one another from working: the training then takes ten times as long.
/// </summary>
internal static partial class OpenMP
{
    /// <summary>Lets the threads sleep while they wait, unless the user said otherwise. To be called before libtorch is loaded, which reads it then.</summary>
    public static void WaitPassively()
    {
        // .NET keeps a copy of the environment of its own here, so that a native library does not see what .NET sets.
        if (!OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is null)
        {
            _ = SetEnvironment("OMP_WAIT_POLICY", "passive", overwrite: 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
