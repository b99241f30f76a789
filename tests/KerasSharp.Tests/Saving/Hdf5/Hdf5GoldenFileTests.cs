using System.Text.Json;
using KerasSharp.Saving.Hdf5;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Saving.Hdf5;

/// <summary>Real Keras's files, good and damaged, as trees.</summary>
public class Hdf5GoldenFileTests
{
    private static readonly string[] Names = GoldenModelFolder.Files("*.h5");

    private static readonly Lazy<Dictionary<string, Dictionary<string, JsonElement>>> Seen = new(() =>
        Names.Zip(H5py.Dump([.. Names.Select(n => Path.Combine(Paths.Golden, n))])).ToDictionary(p => p.First, p => p.Second));

    public static TheoryData<string> Files => new(Names);

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Files))]
    public void The_tree_is_what_h5py_sees(string name)
    {
        H5py.Require();
        var seen = Seen.Value[name];
        using var file = Hdf5File.Open(Path.Combine(Paths.Golden, name));
        var read = H5py.Describe(file.Root);
        Assert.Equal(seen.Keys.Order(), read.Keys.Order());
        foreach (var (node, described) in read)
        {
            // NumPy writes the order of bytes into the dtype, and keeps it.
            if (!H5py.Normal(seen[node]).Contains("\"dtype\":\"\\u003E", StringComparison.Ordinal))
            {
                Assert.Equal(H5py.Normal(seen[node]), described);
            }
        }
    }

    [Fact]
    public void All_encodings_hold_the_same_numbers()
    {
        var folder = Path.Combine(Paths.Golden, "models", "encodings");
        Assert.SkipUnless(Directory.Exists(folder), "This folder of golden files has no encodings.");
        var expected = GoldenFile.Load("models/encodings/io.json");
        foreach (var file in expected.GetProperty("files").EnumerateArray())
        {
            using var h5 = Hdf5File.Open(Path.Combine(folder, file.GetString()!));
            var weights = (Hdf5Group)h5.Root.Find("model_weights")!;
            Assert.Equal(
                expected.GetProperty("model").GetProperty("layers").EnumerateArray().Select(l => l.GetProperty("name").GetString()),
                KerasAttributes.GetNames(weights, "layer_names"));
            foreach (var weight in expected.GetProperty("weights").EnumerateArray())
            {
                var name = weight.GetProperty("name").GetString()!;
                var data = ((Hdf5Dataset)weights.Find($"{name.Split('/')[0]}/{name}")!).ReadSingle();
                Assert.Equal(weight.GetProperty("checksum").GetProperty("sum").GetDouble(), data.Sum(x => (double)x), 1e-6);
                Assert.Equal(weight.GetProperty("checksum").GetProperty("wave").GetDouble(), data.Select((x, i) => x * Math.Cos(i)).Sum(), 1e-6);
            }
        }
    }

    // What is wrong with the file itself; what is wrong with its content is for the loader to say.
    public static TheoryData<string> Damaged => new(GoldenCatalogue.Folders("models/bad", "expect.json")
        .Where(c => Kind(c.Case) is "not_hdf5" or "truncated" or "unsafe_link" or "too_large" && c.Case.GetProperty("file").GetString()!.EndsWith(".h5", StringComparison.Ordinal))
        .Select(c => c.Name));

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Damaged))]
    public void Damage_is_refused_with_its_name(string name)
    {
        var expected = GoldenFile.Load($"models/bad/{name}/expect.json");
        var path = Path.Combine(Paths.Golden, "models", "bad", name, expected.GetProperty("file").GetString()!);
        var error = Assert.Throws<OSError>(() => Hdf5File.Open(path));
        Assert.Contains(path, error.Message);
        Assert.Contains(
            Kind(expected) switch
            {
                "not_hdf5" => "file signature not found",
                "truncated" => $"truncated file: eof = {expected.GetProperty("bytes")}",
                "unsafe_link" => "is an external link to another file",
                _ => "declares the shape",
            },
            error.Message);
    }

    private static string Kind(JsonElement expected) => expected.GetProperty("error").GetString()!;
}
