using System.Reflection;
using KerasSharp.Models;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Api;

/// <summary>The public API as a whole: a change of it is seen in review, as a change of <c>public-api.txt</c>.</summary>
public class PublicApiTests
{
    private const string Renew = "KERASSHARP_RENEW_API";

    private static readonly string Approved = Path.Combine(Paths.RepositoryRoot, "tests", "KerasSharp.Tests", "Api", "public-api.txt");

    [Fact]
    public void The_public_API_is_the_approved_one()
    {
        var lines = PublicApi.Of(typeof(Model).Assembly);
        if (Environment.GetEnvironmentVariable(Renew) is { Length: > 0 })
        {
            File.WriteAllText(Approved, string.Join('\n', lines) + '\n');
        }

        var approved = File.ReadAllLines(Approved);
        var changes = approved.Except(lines).Select(l => "- " + l).Concat(lines.Except(approved).Select(l => "+ " + l)).ToArray();
        Assert.True(changes.Length == 0, $"The public API has changed. If it was meant to, run this test once with {Renew}=1 and commit public-api.txt.\n"
            + string.Join('\n', changes));
    }

    [Fact]
    public void Everything_in_keras_stands_in_tf_keras_too()
    {
        var (keras, twin) = (Members(typeof(keras)).ToHashSet(), Members(typeof(tf.keras)).ToHashSet());

        Assert.True(keras.Count > 300);
        Assert.Equal([], keras.Except(twin));
        Assert.Equal([], twin.Except(keras));
    }

    [Fact]
    public void Nobody_writes_a_factory_by_hand()
    {
        // A class has the attribute; a factory in keras by hand would be made without it.
        var source = Directory.GetFiles(Path.Combine(Paths.RepositoryRoot, "Shared", "KerasSharp"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f) is var text && text.Contains("static partial class keras", StringComparison.Ordinal)
                && System.Text.RegularExpressions.Regex.IsMatch(text, @"public static [\w.]+ ([A-Z]\w+)\([^;{]*=>\s*new(\s\w[\w.]*)?\("));

        Assert.Equal([], source.Select(Path.GetFileName));
    }

    /// <summary>All functions, properties and constants under a class, with the types and defaults of their parameters.</summary>
    private static IEnumerable<string> Members(Type holder) => holder.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .SelectMany(m => m switch
        {
            MethodInfo { IsSpecialName: false } method => [$"{m.Name}({string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType} {p.Name} = {Signature.Default(p)}"))})"],
            PropertyInfo or FieldInfo => [m.Name],
            _ => Array.Empty<string>(),
        })
        .Concat(holder.GetNestedTypes().Where(t => t is { IsAbstract: true, IsSealed: true }).SelectMany(t => Members(t).Select(m => $"{t.Name}.{m}")));
}
