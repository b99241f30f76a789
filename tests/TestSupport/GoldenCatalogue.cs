using System.Text.Json;

namespace KerasSharp.TestSupport;

/// <summary>
/// What counts as a case in the golden files: their lists, so that the table also counts what no test reads yet.
/// A file that is not named here counts the objects of its top-level arrays.
/// </summary>
public static class GoldenCatalogue
{
    private static readonly Dictionary<string, string[]> Lists = new()
    {
        ["keras-api.json"] = ["classes", "functions"],
        ["functional.json"] = ["models", "clones", "op_layers", "trainings", "calls.training", "calls.masks", "calls.names", "calls.errors"],
        ["data.json"] = ["cases", "lengths", "call_counts", "shuffle", "model_calls"],
        ["keras3-api.json"] = ["classes", "functions"],
        ["optimizers.json"] = ["cases"],
        ["callbacks.json"] =
        [
            "signatures", "early_stopping", "reduce_lr_on_plateau", "model_checkpoint", "learning_rate_scheduler", "csv_logger", "terminate_on_nan", "combined",
            "fit_arguments", "hook_order.runs", "backup_and_restore", "tensorboard", "errors",
        ],
        ["training.json"] = ["cases", "lenet5", "on_batch.calls"],
        ["text.json"] = ["summaries", "progress_bars", "runs", "configs.models", "configs.optimizer_defaults", "configs.optimizers"],
        ["sklearn.json"] = ["confusion_matrix", "classification_report", "scores", "errors"],
        ["numpy.json"] = ["random", "functions", "printing", "formats", "heatmap.cases", "colours.maps"],
    };

    private static readonly (string Folder, string Description)[] FolderLists =
    [
        ("models", "io.json"), ("models/tf215", "io.json"), ("models/keras3", "io.json"), ("models/both", "io.json"), ("models/bad", "expect.json"),
    ];

    /// <summary>All cases that there are: file, list, name.</summary>
    public static IEnumerable<(string File, string List, string Case)> All()
    {
        foreach (var path in Directory.EnumerateFiles(Paths.Golden, "*.json").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            foreach (var list in ListsOf(file))
            {
                foreach (var (name, _) in Cases(file, list, label: null))
                {
                    yield return (file, list, name);
                }
            }
        }

        foreach (var (folder, description) in FolderLists.Where(f => Directory.Exists(Path.Combine(Paths.Golden, f.Folder))))
        {
            foreach (var (name, _) in Folders(folder, description))
            {
                yield return ("models", ListOf(folder), name);
            }
        }
    }

    /// <summary>
    /// The cases of one list with their names: the <c>name</c> where each has its own, else the number in the list and <paramref name="label"/>;
    /// in an object of cases the property's name.
    /// </summary>
    public static IReadOnlyList<(string Name, JsonElement Case)> Cases(string file, string list, Func<JsonElement, string>? label)
    {
        var root = GoldenFile.At(GoldenFile.Load(file), list);
        if (root.ValueKind == JsonValueKind.Object)
        {
            return [.. root.EnumerateObject().Select(p => (p.Name, p.Value))];
        }

        var elements = root.EnumerateArray().ToArray();
        var names = elements.Select(NameOf).ToArray();
        var own = names.All(n => n is not null) && names.Distinct().Count() == names.Length;
        return [.. elements.Select((e, i) => (own ? names[i]! : Number(i, label?.Invoke(e)), e))];
    }

    /// <summary>The folders below <paramref name="folder"/> that hold a description, with its root.</summary>
    public static IEnumerable<(string Name, JsonElement Case)> Folders(string folder, string description) =>
        Directory.EnumerateDirectories(Path.Combine(Paths.Golden, folder))
            .Where(d => File.Exists(Path.Combine(d, description)))
            .Order(StringComparer.Ordinal)
            .Select(d => (Path.GetFileName(d), GoldenFile.Load($"{folder}/{Path.GetFileName(d)}/{description}")));

    /// <summary>The list that a folder of cases makes: <c>bad</c> for <c>models/bad</c>.</summary>
    public static string ListOf(string folder) => folder[(folder.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Cases are known by their number, whatever words a test adds: so rows of several tests meet.</summary>
    public static string Key(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return name.StartsWith('#') && colon > 0 ? name[..colon] : name;
    }

    private static string Number(int index, string? words) => words is null ? $"#{index}" : $"#{index}: {words}";

    private static string? NameOf(JsonElement e) =>
        e.ValueKind == JsonValueKind.Object && e.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;

    private static IEnumerable<string> ListsOf(string file)
    {
        var root = GoldenFile.Load(file);
        return Lists.TryGetValue(file, out var lists)
            ? lists.Where(l => Exists(root, l))
            : root.EnumerateObject().Where(p => IsListOfObjects(p.Value)).Select(p => p.Name);
    }

    private static bool IsListOfObjects(JsonElement e) =>
        e.ValueKind == JsonValueKind.Array && e.EnumerateArray().All(c => c.ValueKind == JsonValueKind.Object);

    private static bool Exists(JsonElement root, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(step, out root))
            {
                return false;
            }
        }

        return root.ValueKind is JsonValueKind.Array or JsonValueKind.Object;
    }
}
