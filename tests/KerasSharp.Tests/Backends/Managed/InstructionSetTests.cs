using System.Diagnostics;
using KerasSharp.Backends.Managed;

namespace KerasSharp.Tests.Backends.Managed;

/// <summary>
/// Runs the tests of the kernels again in a process whose runtime is told that this processor has less than it has: so the paths for
/// other machines are tested here too. ARM64's own instructions cannot be: of that path the 128-bit arithmetic is tested, not its NEON code.
/// </summary>
public class InstructionSetTests
{
    private const string ExpectedLanes = "KERASSHARP_TEST_LANES";

    private static readonly Type[] KernelTests =
        [typeof(InstructionSetTests), typeof(GemmKernelTests), typeof(Conv2DKernelTests), typeof(PoolingKernelTests), typeof(ElementwiseKernelTests)];

    [Fact]
    public void The_registers_are_as_wide_as_this_process_was_told()
    {
        var expected = Environment.GetEnvironmentVariable(ExpectedLanes);
        if (expected is not null) Assert.Equal(int.Parse(expected), Panel.Widest);
        else Assert.Contains(Panel.Widest, new[] { 4, 8, 16 });
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512", 8)]
    [InlineData("DOTNET_EnableAVX2", 4)]
    [InlineData("DOTNET_EnableHWIntrinsic", 4)]
    public async Task The_kernels_pass_their_tests_without(string instructions, int lanes)
    {
        if (Environment.GetEnvironmentVariable(ExpectedLanes) is not null) return;
        Assert.SkipWhen(Panel.Widest < lanes || (Panel.Widest == lanes && lanes == 8), $"This processor has no wider registers than {lanes} floats to switch off.");
        var host = Environment.ProcessPath!;
        var start = new ProcessStartInfo(host) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(host) == "dotnet") start.ArgumentList.Add(typeof(InstructionSetTests).Assembly.Location);
        foreach (var tests in KernelTests)
        {
            start.ArgumentList.Add("--filter-class");
            start.ArgumentList.Add(tests.FullName!);
        }

        start.Environment[instructions] = "0";
        start.Environment[ExpectedLanes] = $"{lanes}";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{await output}\n{await errors}");
        Assert.Matches(@"succeeded: [2-9]\d", await output);
    }
}
