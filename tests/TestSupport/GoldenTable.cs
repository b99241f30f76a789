using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace KerasSharp.TestSupport;

/// <summary>How the tests of a golden case ended. Of several tests of one case the later name wins.</summary>
public enum GoldenOutcome
{
    /// <summary>A test stands for it, but was not run (a filter).</summary>
    NotRun,

    /// <summary>All that was asked of it held.</summary>
    Passed,

    /// <summary>It needs what is not there yet.</summary>
    Waiting,

    /// <summary>A test of it failed.</summary>
    Failed,
}

/// <summary>One case in the table.</summary>
public sealed record GoldenRow(string File, string List, string Case, GoldenOutcome Outcome, string Reason, bool Skipped = false);

/// <summary>
/// Counts the golden cases, file by file: how many there are, passed, failed, wait for later. Each test process writes its rows to
/// <c>artifacts/golden/&lt;assembly&gt;.json</c> (<c>KERASSHARP_GOLDEN_REPORT</c> names another folder) and prints the table of the rows of all
/// processes so far; the table is also <c>table.txt</c> there, so that the last process to finish leaves the whole. Beside it stands what
/// <see cref="WaitingList"/> should hold.
/// </summary>
public static class GoldenTable
{
    private static readonly ConcurrentDictionary<(string File, string List, string Case), GoldenRow> Rows = new();

    private static string Folder => Environment.GetEnvironmentVariable("KERASSHARP_GOLDEN_REPORT") is { Length: > 0 } folder
        ? Path.GetFullPath(folder)
        : Path.Combine(Paths.RepositoryRoot, "artifacts", "golden");

    /// <summary>Notes an outcome of a case; the worst of several stays.</summary>
    public static void Record(string file, string list, string name, GoldenOutcome outcome, string reason = "", bool skipped = false)
    {
        var row = new GoldenRow(file, list, GoldenCatalogue.Key(name), outcome, reason, skipped);
        Rows.AddOrUpdate((file, list, row.Case), row, (_, old) => Worse(old, row));
    }

    /// <summary>Writes this process's rows and prints the table of all. Does nothing where no golden case was met.</summary>
    public static void Report(string assembly, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Rows.IsEmpty)
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        using var oneAtATime = Lock(Path.Combine(Folder, ".lock"));
        Write(Path.Combine(Folder, assembly + ".json"), JsonSerializer.Serialize(new GoldenReport.Rows(Paths.Golden, [.. Rows.Values])));
        var catalogue = GoldenCatalogue.All().ToArray();
        var all = Merge(catalogue, Directory.EnumerateFiles(Folder, "*.json").SelectMany(Read));
        var text = Format(all);
        Write(Path.Combine(Folder, "table.txt"), text);
        Write(Path.Combine(Folder, "waiting.txt"), WaitingList.Format(all, catalogue.Length));
        output.Write(text);
    }

    /// <summary>Compares this process's rows with <c>tests/golden/waiting.txt</c>.</summary>
    /// <exception cref="InvalidOperationException">A case waits that the list does not allow, or a line has no cases left.</exception>
    public static void CheckWaiting(string assembly)
    {
        // A run in which no golden case ran (a filter) tells nothing of the golden cases.
        if (Rows.Values.Any(row => row.Outcome is GoldenOutcome.Passed or GoldenOutcome.Failed))
        {
            // The torch backend's tests repeat a part of KerasSharp.Tests.
            var list = new WaitingList(File.ReadAllText(Path.Combine(Paths.RepositoryRoot, "tests", "golden", "waiting.txt")));
            list.Check([.. Rows.Values], GoldenCatalogue.All().Count(), seesAll: assembly != "KerasSharp.Torch.Tests");
        }
    }

    /// <summary>The table: a line per file, a line for all, then what waits and what failed.</summary>
    public static string Format(IEnumerable<(string File, string List, string Case)> catalogue, IEnumerable<GoldenRow> rows) => Format(Merge(catalogue, rows));

    /// <summary>All cases that there are, with the worst outcome of each; what no test reads waits.</summary>
    public static IReadOnlyCollection<GoldenRow> Merge(IEnumerable<(string File, string List, string Case)> catalogue, IEnumerable<GoldenRow> rows)
    {
        var merged = new Dictionary<(string, string, string), GoldenRow>();
        foreach (var (file, list, name) in catalogue)
        {
            var key = (file, list, GoldenCatalogue.Key(name));
            merged[key] = new(file, list, key.Item3, GoldenOutcome.NotRun, "");
        }

        var read = new HashSet<(string, string, string)>();
        foreach (var row in rows)
        {
            var key = (row.File, row.List, row.Case);
            merged[key] = read.Add(key) ? row : Worse(merged[key], row);
        }

        foreach (var key in merged.Keys.Where(k => !read.Contains(k)).ToArray())
        {
            merged[key] = merged[key] with { Outcome = GoldenOutcome.Waiting, Reason = $"no test reads {merged[key].List} yet" };
        }

        return merged.Values;
    }

    private static string Format(IReadOnlyCollection<GoldenRow> rows)
    {
        var text = new StringBuilder();
        text.AppendLine($"{"golden file",-22}{"cases",8}{"passed",8}{"failed",8}{"waiting",9}{"not run",9}");
        var files = rows.GroupBy(r => r.File).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        foreach (var (name, group) in files.Select(g => (g.Key, g.ToArray())).Append(("all", [.. rows])))
        {
            int Count(GoldenOutcome outcome) => group.Count(r => r.Outcome == outcome);
            text.AppendLine(
                $"{name,-22}{group.Length,8}{Count(GoldenOutcome.Passed),8}{Count(GoldenOutcome.Failed),8}{Count(GoldenOutcome.Waiting),9}{Count(GoldenOutcome.NotRun),9}");
        }

        foreach (var (file, reason, count) in files.SelectMany(g => g.Where(r => r.Outcome == GoldenOutcome.Waiting)
            .GroupBy(r => r.Reason).OrderByDescending(r => r.Count()).Select(r => (g.Key, r.Key, r.Count()))))
        {
            text.AppendLine($"  waiting  {file} ({count}): {reason}");
        }

        foreach (var row in rows.Where(r => r.Outcome == GoldenOutcome.Failed))
        {
            text.AppendLine($"  FAILED   {row.File} {row.List} {row.Case}: {OneLine(row.Reason)}");
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    private static string OneLine(string reason)
    {
        var line = string.Join(' ', reason.Split(['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 200 ? line : line[..200] + "…";
    }

    private static GoldenRow Worse(GoldenRow a, GoldenRow b) => b.Outcome > a.Outcome ? b : a;

    private static IEnumerable<GoldenRow> Read(string path)
    {
        // Rows of another golden folder belong to another table.
        var rows = JsonSerializer.Deserialize<GoldenReport.Rows>(File.ReadAllText(path));
        return rows is not null && rows.Golden == Paths.Golden ? rows.Cases : [];
    }

    private static void Write(string path, string text)
    {
        File.WriteAllText(path + ".tmp", text);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static FileStream Lock(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 100)
            {
                Thread.Sleep(100);
            }
        }
    }
}
