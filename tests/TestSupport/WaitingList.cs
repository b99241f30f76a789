using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KerasSharp.TestSupport;

/// <summary>
/// The golden cases that may wait: <c>tests/golden/waiting.txt</c>, a line per class or feature that is missing, with the number of cases.
/// The numbers belong to one folder of golden files; of another folder only the names count.
/// </summary>
public sealed partial class WaitingList
{
    private const string Note = "Write the list anew after a run of all tests: cp artifacts/golden/waiting.txt tests/golden/waiting.txt";

    private readonly Dictionary<(string File, string List, string Reason), int> lines = [];
    private readonly int total;

    /// <summary>Reads a list.</summary>
    /// <exception cref="FormatException">A line has another form.</exception>
    public WaitingList(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Total().Match(line) is { Success: true } head)
            {
                total = Number(head.Groups[1]);
            }
            else if (!line.StartsWith('#'))
            {
                var parts = Line().Match(line) is { Success: true } match ? match.Groups : throw new FormatException($"waiting.txt: \"{line}\" has not the form: file list (number): reason");
                lines.Add((parts[1].Value, parts[2].Value, parts[4].Value), Number(parts[3]));
            }
        }
    }

    /// <summary>The list that would let these cases wait.</summary>
    /// <param name="rows">The rows of all tests.</param>
    /// <param name="cases">The number of all cases in the folder.</param>
    public static string Format(IReadOnlyCollection<GoldenRow> rows, int cases)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        text.Append("# Golden cases that wait for a class or feature that is missing: file, list, number of cases, what they wait for. It may only shrink.\n");
        text.Append(CultureInfo.InvariantCulture, $"# {Note}\n");
        text.Append(CultureInfo.InvariantCulture, $"# The numbers are those of a folder with {cases} cases. In other folders only the names are checked.\n");
        foreach (var line in Waiting(rows).Select(group => $"{group.Key.File} {group.Key.List} ({group.Count()}): {group.Key.Reason}\n").Order(StringComparer.Ordinal))
        {
            text.Append(line);
        }

        return text.ToString();
    }

    /// <summary>What is wrong with the list, as far as these cases tell.</summary>
    /// <param name="rows">The cases that one test process met.</param>
    /// <param name="cases">The number of all cases in the folder.</param>
    /// <param name="seesAll">Whether every test of the lists in <paramref name="rows"/> is in this process, so that a line without cases has had its day.</param>
    public IReadOnlyList<string> Problems(IReadOnlyCollection<GoldenRow> rows, int cases, bool seesAll)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var waiting = Waiting(rows).ToDictionary(group => group.Key, group => group.Count());
        if (cases != total)
        {
            var names = lines.Keys.Select(line => line.Reason).ToHashSet();
            return [.. waiting.Keys.Where(key => !names.Contains(key.Reason)).Select(key => $"{key.File} {key.List}: cases wait that no line covers: {key.Reason}")];
        }

        var read = rows.Select(row => (row.File, row.List)).ToHashSet();
        return
        [
            .. waiting.Where(w => !lines.ContainsKey(w.Key)).Select(w => $"{w.Key.File} {w.Key.List}: {w.Value} cases wait that no line covers: {w.Key.Reason}"),
            .. waiting.Where(w => lines.TryGetValue(w.Key, out var count) && w.Value > count)
                .Select(w => $"{w.Key.File} {w.Key.List}: {w.Value} cases wait where the line allows {lines[w.Key]}: {w.Key.Reason}"),
            .. lines.Keys.Where(line => seesAll && read.Contains((line.File, line.List)) && !waiting.ContainsKey(line))
                .Select(line => $"{line.File} {line.List}: no case waits any longer, remove the line: {line.Reason}"),
        ];
    }

    /// <summary>Fails where the list is wrong.</summary>
    /// <exception cref="InvalidOperationException">It is; the message says where, and how it is written anew.</exception>
    public void Check(IReadOnlyCollection<GoldenRow> rows, int cases, bool seesAll)
    {
        if (Problems(rows, cases, seesAll) is { Count: > 0 } problems)
        {
            throw new InvalidOperationException($"tests/golden/waiting.txt is not right.\n{string.Join('\n', problems)}\n{Note}");
        }
    }

    // What a machine lacks (a font, h5py) is no matter of the library.
    private static IEnumerable<IGrouping<(string File, string List, string Reason), GoldenRow>> Waiting(IEnumerable<GoldenRow> rows) =>
        rows.Where(row => row is { Outcome: GoldenOutcome.Waiting, Skipped: false }).GroupBy(row => (row.File, row.List, row.Reason));

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^# .*a folder with (\d+) cases")]
    private static partial Regex Total();

    [GeneratedRegex(@"^(\S+) (\S+) \((\d+)\): (.+)$")]
    private static partial Regex Line();
}
