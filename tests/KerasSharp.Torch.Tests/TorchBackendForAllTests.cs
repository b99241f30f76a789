using System.Runtime.CompilerServices;
using KerasSharp.Backends;

namespace KerasSharp.Tests;

/// <summary>All tests of this assembly run on the torch backend: it is chosen before the first of them makes a tensor.</summary>
internal static class TorchBackendForAllTests
{
    [ModuleInitializer]
    internal static void Choose()
    {
        // Two libraries would compete for the processors: xunit runs as many tests at once as there are.
        Environment.SetEnvironmentVariable("KERASSHARP_NUM_THREADS", "1");
        Backend.Use("torch");
    }
}
