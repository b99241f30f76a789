using KerasSharp.Tests.Callbacks;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>What Keras warns of around graphs and own models, and where it is silent. It runs alone: <c>clear_session</c> starts the names of the process again.</summary>
[Collection("alone")]
public class GoldenGraphWarningTests
{
    private static readonly GoldenCases Golden = new(
        "functional.json", "calls.warnings", waitsFor: (name, _) => GraphWarningTwins.All.ContainsKey(name) ? null : "no C# twins of the code yet: warnings");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void The_warnings_are_Keras_s(string name) => Golden.Run(name, c =>
    {
        using var recorded = new RecordedWarnings();
        GraphWarningTwins.All[name]();
        recorded.Expect(c.GetProperty("warnings"));
    });
}
