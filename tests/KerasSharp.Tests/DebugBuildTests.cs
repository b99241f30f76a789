using System.Diagnostics;
using KerasSharp.Models;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests;

/// <summary>A user who starts his program in Debug gets the kernels at full speed.</summary>
public class DebugBuildTests
{
    [Fact]
    public void The_library_is_optimized_in_this_configuration()
    {
        var attribute = typeof(Model).Assembly.GetCustomAttributes(typeof(DebuggableAttribute), false).Cast<DebuggableAttribute>().SingleOrDefault();
        Assert.False(attribute?.IsJITOptimizerDisabled == true, "KerasSharp.dll was built without optimization (KerasSharpDebugKernels=true?)");
    }

    [Theory]
    [InlineData("Shared/KerasSharp/KerasSharp.csproj", "", "true")]
    [InlineData("Shared/KerasSharp/KerasSharp.csproj", "true", "false")]
    [InlineData("Shared/KerasSharp.Torch/KerasSharp.Torch.csproj", "", "true")]
    public void A_debug_build_optimizes_unless_a_property_says_otherwise(string project, string debugKernels, string optimize)
    {
        var info = new ProcessStartInfo(
            "dotnet", ["msbuild", Path.Combine(Paths.RepositoryRoot, project), "-getProperty:Optimize", "-p:Configuration=Debug", $"-p:KerasSharpDebugKernels={debugKernels}"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(info)!;
        Assert.Equal(optimize, process.StandardOutput.ReadToEnd().Trim());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
