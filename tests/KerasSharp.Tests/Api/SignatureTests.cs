using System.Reflection;
using System.Text.Json;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Api;

/// <summary>
/// Names, order and defaults of the parameters of everything in <c>keras</c> that Keras has too: keras-api.json. What differs on purpose
/// stands, with its reason, in <c>deviations.txt</c>, and nothing else may.
/// </summary>
public class SignatureTests
{
    private static readonly Dictionary<string, string> Reviewed = File.ReadLines(Path.Combine(Paths.RepositoryRoot, "tests", "KerasSharp.Tests", "Api", "deviations.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(" | ", 2))
        .ToDictionary(parts => parts[0].Trim(), parts => parts.Length > 1 ? parts[1].Trim() : "");

    private static readonly string[] LayerKeywords =
        [.. GoldenFile.Load("keras-api.json").GetProperty("layer_kwargs").EnumerateArray().Select(k => k.GetString()!), "name", "trainable", "dtype",
            // What an RNN takes of its own **kwargs.
            "time_major", "zero_output_for_mask", "input_length", "reverse_state_order"];

    private static readonly GoldenCases Classes = new("keras-api.json", "classes", waitsFor: (path, _) => Find(path).Length == 0 ? "not there yet" : null);

    private static readonly GoldenCases Functions = new("keras-api.json", "functions", waitsFor: (path, _) => Find(path).Length == 0 ? "not there yet" : null);

    public static TheoryData<string> ClassNames => new(Classes.Names);

    public static TheoryData<string> FunctionNames => new(Functions.Names);

    [Theory, MemberData(nameof(ClassNames))]
    public void A_class_is_made_with_Keras_s_parameters(string path) => Classes.Run(path, c => Check(path, c.GetProperty("constructor")));

    [Theory, MemberData(nameof(ClassNames))]
    public void Methods_have_Keras_s_parameters(string path) => Classes.Run(path, _ => Assert.Equal([], MethodDifferences(path).Where(d => !IsReviewed(d))));

    [Theory, MemberData(nameof(FunctionNames))]
    public void A_function_has_Keras_s_parameters(string path) => Functions.Run(path, c => Check(path, c.GetProperty("parameters")));

    [Fact]
    public void Every_deviation_is_still_one_and_has_a_reason()
    {
        Assert.Equal([], Reviewed.Where(d => d.Value.Length == 0).Select(d => d.Key));
        var found = Classes.Names.SelectMany(path => Differences(path, Classes[path].GetProperty("constructor")))
            .Concat(Classes.Names.SelectMany(MethodDifferences))
            .Concat(Functions.Names.SelectMany(path => Differences(path, Functions[path].GetProperty("parameters"))))
            .ToArray();

        // Another list of signatures may hold less than the one the deviations were reviewed against.
        var own = File.ReadAllBytes(Path.Combine(Paths.RepositoryRoot, "tests", "golden", "keras-api.json"));
        Assert.SkipUnless(own.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Paths.Golden, "keras-api.json"))), "The golden folder lists other signatures.");
        Assert.Equal([], Reviewed.Keys.Where(line => !found.Any(difference => Covers(line, difference))));
    }

    [Fact]
    public void Overloads_have_the_same_defaults()
    {
        foreach (var holder in Holders(typeof(keras)))
        {
            foreach (var overloads in holder.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).GroupBy(m => m.Name).Where(g => g.Count() > 1))
            {
                foreach (var parameters in overloads.SelectMany(m => m.GetParameters()).Where(p => p.HasDefaultValue).GroupBy(p => p.Name))
                {
                    Assert.True(parameters.Select(Signature.Default).Distinct().Count() == 1, $"{holder.Name}.{overloads.Key}: {parameters.Key} has several defaults.");
                }
            }
        }
    }

    private static void Check(string path, JsonElement parameters)
        => Assert.Equal([], Differences(path, parameters).Where(d => !IsReviewed(d)));

    /// <summary>Whether a difference stands in the reviewed file.</summary>
    internal static bool IsReviewed(string difference) => Reviewed.Keys.Any(line => Covers(line, difference));

    private static bool Covers(string line, string difference) => line[0] == '*' ? difference.EndsWith(line[1..], StringComparison.Ordinal) : difference == line;

    private static string[] Differences(string path, JsonElement parameters) => Nearest(path, Find(path), parameters);

    // Keras's methods that the class has under their own names.
    private static IEnumerable<string> MethodDifferences(string path)
    {
        var type = Find(path)[0].ReturnType;
        return Classes[path].GetProperty("methods").EnumerateObject()
            .Select(m => (m.Name, Methods: type.GetMethods().Where(own => own.Name == m.Name).ToArray(), Parameters: m.Value.GetProperty("parameters")))
            .Where(m => m.Methods.Length > 0)
            .SelectMany(m => Nearest($"{path}.{m.Name}", m.Methods, m.Parameters));
    }

    // Of overloads the nearest counts: the others take what only C# code can pass.
    private static string[] Nearest(string path, MethodInfo[] overloads, JsonElement parameters)
        => overloads.Select(m => Signature.Differences(path, m, parameters, LayerKeywords).ToArray()).MinBy(d => d.Length)!;

    private static MethodInfo[] Find(string path)
    {
        var parts = path.Split('.');
        var holder = parts[..^1].Aggregate((Type?)typeof(keras), (type, part) => type?.GetNestedType(part));
        return holder?.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => m.Name == parts[^1]).ToArray() ?? [];
    }

    private static IEnumerable<Type> Holders(Type type) => type.GetNestedTypes().Where(t => t is { IsAbstract: true, IsSealed: true }).SelectMany(t => Holders(t).Prepend(t));
}
