using System.Text.RegularExpressions;
using KerasSharp.Models;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests;

/// <summary>Each floor of the library knows only the one below.</summary>
public partial class ArchitectureTests
{
    // Its name and what it has may be asked for; it may be handed to another thread.
    private const string CallsBackend = @"ManagedBackend|Storage\.Backend|Backend\.Current\.(?!(Name|GpuCount)\b)|\bbackend\.[A-Z]\w*\(";

    [Fact]
    public void KerasSharp_knows_no_plotting_and_nothing_of_the_tutorial()
    {
        string[] known = ["MathNet.Numerics", "NumSharp", "PureHDF"];
        var references = typeof(Model).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToArray();
        Assert.Contains("NumSharp", references); // the list is the library's, not an empty one
        Assert.All(references, name => Assert.True(name.StartsWith("System", StringComparison.Ordinal) || known.Contains(name), name));

        Assert.Equal(["MathNet.Numerics", "NumSharp", "PureHDF", "System.Numerics.Tensors"], Wanted("Shared/KerasSharp/KerasSharp.csproj", "Package").Order(StringComparer.Ordinal));
        Assert.Equal(["../KerasSharp.Generators/KerasSharp.Generators.csproj"], Wanted("Shared/KerasSharp/KerasSharp.csproj", "Project")); // only for the compiler
    }

    [Fact]
    public void Thread_static_state_stands_in_the_engine_and_in_the_kernels_working_memory()
    {
        var files = Directory.GetFiles(Path.Combine(Paths.RepositoryRoot, "Shared"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Regex.IsMatch(Comment().Replace(File.ReadAllText(file), ""), @"\bThreadStatic\b|\bThreadLocal<"));
        Assert.Equal(["EngineState.cs", "Scratch.cs"], files.Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("Parts/Part2.LeNet5/Part2.LeNet5.csproj")]
    public void A_part_in_Keras_style_brings_no_libtorch(string project)
        => Assert.DoesNotContain(Closure(project), name => name.Contains("Torch", StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("Backends/Managed/Kernels", "a kernel sees spans: no tensor, no layer", @"\b(Tensor|GradientTape|Variable|NDArray|Layer)\b|KerasSharp\.(Layers|Models|Losses|Optimizers|Metrics|Callbacks)\b")]
    [InlineData("Backends", "a backend sees no tape and no layer", @"\b(GradientTape|Variable|NDArray|Layer)\b|KerasSharp\.(Layers|Models|Losses|Optimizers|Metrics|Callbacks)\b")]
    [InlineData("Engine", "the engine sees no layer", @"\bLayer\b|KerasSharp\.(Layers|Models|Losses|Optimizers|Metrics|Callbacks)\b")]
    [InlineData("Ops", "an operation sees no layer and no array", @"\b(Layer|NDArray)\b|KerasSharp\.(Layers|Models|Losses|Optimizers|Metrics|Callbacks)\b|ManagedBackend")]
    [InlineData("Layers", "a layer sees no backend", @"\b(ManagedBackend|IBackend|Storage)\b|Backend\.Current")]
    [InlineData("Losses", "a loss sees no backend", @"\b(ManagedBackend|IBackend|Storage)\b|Backend\.Current")]
    [InlineData("Metrics", "a metric sees no backend", @"\b(ManagedBackend|IBackend|Storage)\b|Backend\.Current")]
    [InlineData("Models", "nothing above Ops calls a backend", CallsBackend)]
    [InlineData("Optimizers", "nothing above Ops calls a backend", CallsBackend)]
    [InlineData("Tf", "nothing above Ops calls a backend", CallsBackend)]
    [InlineData("Callbacks", "nothing above Ops calls a backend", CallsBackend)]
    [InlineData("Data", "nothing above Ops calls a backend", CallsBackend)]
    [InlineData("Saving", "nothing above Ops calls a backend", CallsBackend)]
    public void Each_floor_knows_only_the_next(string folder, string rule, string forbidden)
    {
        var files = Directory.GetFiles(Path.Combine(Paths.RepositoryRoot, "Shared/KerasSharp", folder), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var found = Regex.Match(Comment().Replace(File.ReadAllText(file), ""), forbidden);
            Assert.False(found.Success, $"{rule}: {Path.GetFileName(file)} names {found.Value}");
        });
    }

    /// <summary>All that a project wants, of itself and through others.</summary>
    private static IEnumerable<string> Closure(string project) => Wanted(project, "Package").Concat(
        Wanted(project, "Project").SelectMany(other => Closure(Path.Combine(Path.GetDirectoryName(project)!, other)).Append(other)));

    private static IEnumerable<string> Wanted(string project, string kind)
        => Regex.Matches(File.ReadAllText(Path.Combine(Paths.RepositoryRoot, project)), $"<{kind}Reference Include=\"([^\"]+)\"").Select(m => m.Groups[1].Value);

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();
}
