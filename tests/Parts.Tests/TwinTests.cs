using System.Text.RegularExpressions;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Parts;

/// <summary>A part and its Python twin are read side by side: comments and texts of the Python stand in the C#, in the same order.</summary>
public partial class TwinTests
{
    public static TheoryData<string, string> Twins => new()
    {
        { "Parts/Part1.Datasets/mnist.py", "Parts/Part1.Datasets/Mnist.cs" },
        { "Parts/Part1.Datasets/cifar10.py", "Parts/Part1.Datasets/Cifar10.cs" },
        { "Parts/Part1.Datasets/keras_style.py", "Parts/Part1.Datasets/KerasStyle.cs" },
        { "Parts/Part1.Datasets/pytorch_style.py", "Parts/Part1.Datasets/PyTorchStyle.cs" },
        { "Parts/Part2.LeNet5/part2_lenet5.py", "Parts/Part2.LeNet5/Program.cs" },
    };

    [Theory, MemberData(nameof(Twins))]
    public void Comments_stand_in_the_same_order(string python, string csharp)
    {
        var code = Read(csharp);
        var from = 0;
        foreach (var comment in Comments(Read(python)))
        {
            var at = code.IndexOf("// " + comment, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{csharp} has no comment \"// {comment}\" behind the one before it");
            from = at + comment.Length;
        }
    }

    [Theory, MemberData(nameof(Twins))]
    public void Chinese_texts_are_kept(string python, string csharp)
    {
        var code = Read(csharp);
        var texts = Chinese().Matches(string.Join('\n', Read(python).Split('\n').Where(l => !l.TrimStart().StartsWith('#'))));
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Contains(text.Value, code, StringComparison.Ordinal));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Paths.RepositoryRoot, file));

    private static IEnumerable<string> Comments(string python) => python.Split('\n')
        .Select(line => Comment().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups[1].Value.Trim());

    // A comment of its own, or behind code; not a number sign inside a string.
    [GeneratedRegex(@"^[^'""]*#\s?(.*)$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();
}
