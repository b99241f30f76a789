using System.Text.Json;

namespace KerasSharp.TestSupport;

/// <summary>
/// One list of cases of a golden file, as the data of a theory:
/// <code>
/// private static readonly GoldenCases Golden = new("losses.json", "cases", waitsFor: (name, c) =&gt; Exists(c) ? null : "no such loss yet");
/// public static TheoryData&lt;string&gt; Cases =&gt; new(Golden.Names);
/// [Theory, MemberData(nameof(Cases))]
/// public void Case(string name) =&gt; Golden.Run(name, c =&gt; …);
/// </code>
/// What <c>waitsFor</c> gives a reason for is no test, but counts as waiting in <see cref="GoldenTable"/>.
/// </summary>
public sealed class GoldenCases
{
    private readonly string file;
    private readonly string list;
    private readonly Dictionary<string, JsonElement> cases = [];
    private readonly List<string> names = [];

    /// <summary>The cases of <paramref name="list"/> (a dotted path to an array or an object) in <paramref name="file"/>.</summary>
    /// <param name="file">A file of the golden folder: <c>layers.json</c>.</param>
    /// <param name="list">Where the cases are in it: <c>cases</c>, <c>hook_order.runs</c>.</param>
    /// <param name="label">Words for a case that has no <c>name</c> of its own; its number in the list always stands before them.</param>
    /// <param name="waitsFor">Gives the reason why a case cannot be tested yet, or null where it can.</param>
    public GoldenCases(string file, string list, Func<JsonElement, string>? label = null, Func<string, JsonElement, string?>? waitsFor = null)
        : this(file, list, GoldenCatalogue.Cases(file, list, label), waitsFor)
    {
    }

    private GoldenCases(string file, string list, IEnumerable<(string, JsonElement)> all, Func<string, JsonElement, string?>? waitsFor)
    {
        (this.file, this.list) = (file, list);
        foreach (var (name, element) in all)
        {
            cases.Add(name, element);
            if (waitsFor?.Invoke(name, element) is { } reason)
            {
                GoldenTable.Record(file, list, name, GoldenOutcome.Waiting, reason);
            }
            else
            {
                names.Add(name);
                GoldenTable.Record(file, list, name, GoldenOutcome.NotRun);
            }
        }
    }

    /// <summary>The names of the cases that can be tested, in the order of the file.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The case of this name.</summary>
    public JsonElement this[string name] => cases[name];

    /// <summary>One case per folder: those below <paramref name="folder"/> (<c>models/bad</c>) that hold <paramref name="description"/> (<c>expect.json</c>).</summary>
    /// <param name="folder">Where the cases' folders are.</param>
    /// <param name="description">The file that describes a case.</param>
    /// <param name="waitsFor">Gives the reason why a case cannot be tested yet, or null where it can.</param>
    /// <param name="where">Which of the cases are this test's: the others are left to other tests, and not counted here.</param>
    public static GoldenCases Folders(string folder, string description, Func<string, JsonElement, string?>? waitsFor = null,
        Func<JsonElement, bool>? where = null) =>
        new("models", GoldenCatalogue.ListOf(folder), GoldenCatalogue.Folders(folder, description).Where(c => where?.Invoke(c.Case) ?? true), waitsFor);

    /// <summary>Runs the test of one case and records how it ended.</summary>
    public void Run(string name, Action<JsonElement> test)
    {
        ArgumentNullException.ThrowIfNull(test);
        try
        {
            test(cases[name]);
            GoldenTable.Record(file, list, name, GoldenOutcome.Passed);
        }
        catch (Exception e)
        {
            // xunit's Assert.Skip throws too; its message starts with this marker.
            const string Skip = "$XunitDynamicSkip$";
            var skipped = e.Message.StartsWith(Skip, StringComparison.Ordinal);
            GoldenTable.Record(file, list, name, skipped ? GoldenOutcome.Waiting : GoldenOutcome.Failed, skipped ? e.Message[Skip.Length..] : e.Message, skipped);
            throw;
        }
    }
}
