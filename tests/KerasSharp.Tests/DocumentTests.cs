using System.Text.RegularExpressions;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests;

/// <summary>What the documents name exists.</summary>
public partial class DocumentTests
{
    private static readonly string[] Roots = ["Shared", "Parts", "tests", "docs", "assets", ".ci"];

    public static TheoryData<string> Documents => new(
        ["CONTRIBUTING.md", .. Directory.EnumerateFiles(Path.Combine(Paths.RepositoryRoot, "docs"), "*.md").Select(path => $"docs/{Path.GetFileName(path)}").Order(StringComparer.Ordinal)]);

    [Theory, MemberData(nameof(Documents))]
    public void Each_path_that_a_document_names_exists(string document)
    {
        var text = File.ReadAllText(Path.Combine(Paths.RepositoryRoot, document));
        var named = Named(text).ToArray();
        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.True(Exists(path), $"{document} names {path}, which does not exist."));
    }

    [Theory, MemberData(nameof(Documents))]
    public void Each_link_leads_to_a_file(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Paths.RepositoryRoot, document))!;
        var links = Link().Matches(File.ReadAllText(Path.Combine(Paths.RepositoryRoot, document))).Select(match => match.Groups[1].Value);
        Assert.All(links, link => Assert.True(link.StartsWith("http", StringComparison.Ordinal) || Path.Exists(Path.Combine(folder, link)), $"{document} links to {link}, which does not exist."));
    }

    [Theory]
    [InlineData("see `Shared/KerasSharp/Layers` and `keras/src/layers.py`", "Shared/KerasSharp/Layers")]
    [InlineData("`Layers/Convolutional/Conv2D.cs`, `tests/*`", "Shared/KerasSharp/Layers/Convolutional/Conv2D.cs tests")]
    [InlineData("`a / b`, `Shared/X/Y.cs`", "Shared/X/Y.cs")]
    public void Paths_are_told_from_other_words(string text, string paths) => Assert.Equal(paths, string.Join(' ', Named(text)));

    /// <summary>The paths in backticks: from the root, or from the library's folder as CONTRIBUTING.md writes them.</summary>
    private static IEnumerable<string> Named(string text) => Quoted().Matches(text).Select(match => match.Groups[1].Value)
        .Select(path => path.TrimEnd('*').TrimEnd('/'))
        .Select(path => Roots.Contains(path.Split('/')[0]) ? path : IsOfTheLibrary(path) ? $"Shared/KerasSharp/{path}" : "")
        .Where(path => path.Length > 0);

    private static bool IsOfTheLibrary(string path) =>
        path.Contains('/', StringComparison.Ordinal) && Directory.Exists(Path.Combine(Paths.RepositoryRoot, "Shared", "KerasSharp", path.Split('/')[0])) && char.IsUpper(path[0]);

    private static bool Exists(string path) => Path.Exists(Path.Combine(Paths.RepositoryRoot, path));

    [GeneratedRegex(@"`([A-Za-z.][\w.*/-]*)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
