using System.Diagnostics;
using System.Text.Json;
using KerasSharp.Saving.Hdf5;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Saving.Hdf5;

/// <summary>Python's h5py, through which Keras reads and writes: what it sees in a file is what counts.</summary>
internal static class H5py
{
    private static readonly Lazy<string?> Missing = new(() =>
    {
        try
        {
            return Run("-c", "import h5py, numpy").ExitCode == 0 ? null : "python3 has no h5py (Debian: python3-h5py)";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no python3";
        }
    });

    private static string Script => Path.Combine(Paths.RepositoryRoot, "tests", "KerasSharp.Tests", "Saving", "Hdf5", "h5py_look.py");

    /// <summary>Skips the test, with the reason, where h5py is not installed; in CI that is a failure.</summary>
    public static void Require()
    {
        if (Missing.Value is { } reason)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("KERASSHARP_CI") is null, reason);
            Assert.Fail(reason);
        }
    }

    /// <summary>What h5py sees in each file: a dictionary by path.</summary>
    public static IReadOnlyList<Dictionary<string, JsonElement>> Dump(params string[] files)
    {
        var lines = Checked(["dump", .. files]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!)];
    }

    /// <summary>Copies a file in another encoding.</summary>
    public static void Rewrite(string from, string to, string form) => Checked(["rewrite", from, to, form]);

    /// <summary>Makes a sound file that no reader of models should follow.</summary>
    public static void MakeTrap(string kind, string file) => Checked(["trap", kind, file]);

    /// <summary>A tree in the form that <see cref="Dump"/> gives, as JSON text by path.</summary>
    public static Dictionary<string, string> Describe(Hdf5Group root)
    {
        var found = new Dictionary<string, string>();
        Describe(root, "", found);
        return found;
    }

    /// <summary>The text that two descriptions of one node share: keys in order, no blanks.</summary>
    public static string Normal(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", node.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{JsonSerializer.Serialize(p.Name)}:{Normal(p.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(",", node.EnumerateArray().Select(Normal)) + "]",
        JsonValueKind.String => JsonSerializer.Serialize(node.GetString()),
        _ => node.GetRawText(),
    };

    private static void Describe(Hdf5Node node, string path, Dictionary<string, string> found)
    {
        var attributes = node.Attributes.ToDictionary(a => a.Key, a => a.Value switch
        {
            string[] { Length: 0 } => Array(new Hdf5Dataset(System.Array.Empty<double>(), 0)),
            Hdf5Dataset numbers => Array(numbers),
            var texts => texts,
        });
        var described = new Dictionary<string, object> { ["attrs"] = attributes };
        if (node is Hdf5Dataset dataset)
        {
            foreach (var (key, value) in Array(dataset))
            {
                described[key] = value;
            }
        }

        found[path] = Normal(JsonSerializer.SerializeToElement(described));
        foreach (var (name, member) in (node as Hdf5Group)?.Members ?? [])
        {
            Describe(member, path.Length == 0 ? name : $"{path}/{name}", found);
        }
    }

    private static Dictionary<string, object> Array(Hdf5Dataset dataset)
    {
        var data = dataset.Read();
        var bytes = new byte[Buffer.ByteLength(data)];
        Buffer.BlockCopy(data, 0, bytes, 0, bytes.Length);
        return new()
        {
            ["dtype"] = dataset.Type.ToString().ToLowerInvariant(),
            ["shape"] = dataset.Shape,
            ["data"] = Convert.ToHexStringLower(bytes),
        };
    }

    private static string Checked(string[] arguments)
    {
        var (code, output, error) = Run([Script, .. arguments]);
        Assert.True(code == 0, error);
        return output;
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        // Debian's python3 comes first: others on the path may lack h5py.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        using var process = Process.Start(new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
#pragma warning disable RS0030 // The process has ended, so the task has too.
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
#pragma warning restore RS0030
    }
}
