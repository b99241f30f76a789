using System.Xml.Linq;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Build;

/// <summary>libtorch is 460 MB: only who asks for it carries it.</summary>
public class DependencyTests
{
    [Theory]
    [InlineData("Shared/KerasSharp/KerasSharp.csproj")]
    [InlineData("Shared/PyPlot/PyPlot.csproj")]
    [InlineData("Shared/SkLearn/SkLearn.csproj")]
    [InlineData("Shared/Tutorial/Tutorial.csproj")]
    [InlineData("Parts/Part2.LeNet5/Part2.LeNet5.csproj")]
    [InlineData("tests/KerasSharp.Tests/KerasSharp.Tests.csproj")]
    [InlineData("tests/Benchmarks/Benchmarks.csproj")]
    public void Nothing_that_trains_on_the_managed_backend_refers_to_TorchSharp(string project)
        => Assert.DoesNotContain(Packages(Path.Combine(Paths.RepositoryRoot, project)), IsTorch);

    [Fact]
    public void The_torch_backend_does()
        => Assert.Contains(Packages(Path.Combine(Paths.RepositoryRoot, "Shared/KerasSharp.Torch/KerasSharp.Torch.csproj")), IsTorch);

    private static bool IsTorch(string package) => package.Contains("torch", StringComparison.OrdinalIgnoreCase);

    // The packages of a project and of all that it refers to.
    private static IEnumerable<string> Packages(string project)
    {
        var items = XDocument.Load(project).Descendants().ToList();
        return Included(items, "PackageReference")
            .Concat(Included(items, "ProjectReference").SelectMany(other => Packages(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, other)))));
    }

    private static IEnumerable<string> Included(IEnumerable<XElement> items, string kind)
        => items.Where(e => e.Name.LocalName == kind).Select(e => e.Attribute("Include")!.Value);
}
