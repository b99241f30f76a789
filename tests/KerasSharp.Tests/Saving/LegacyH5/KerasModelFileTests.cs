using System.Text.Json;
using KerasSharp.Models;
using KerasSharp.Python;
using KerasSharp.TestSupport;
using KerasSharp.Tests.Saving.Hdf5;
using KerasSharp.Tests.Utils;
using KerasSharp.Utils;
using static KerasSharp.keras.models;

namespace KerasSharp.Tests.Saving.LegacyH5;

/// <summary>Real Keras's files: read, trained on, and written again as they were.</summary>
public sealed class KerasModelFileTests : IDisposable
{
    private static readonly GoldenCases Golden = GoldenCases.Folders(
        "models/tf215", "io.json", (name, io) => GoldenModelFiles.WaitsFor(name) ?? GoldenModelFiles.WaitsFor(io), io => !SubclassedModelFileTests.Reads(io));

    private static readonly GoldenCases Encodings = GoldenCases.Folders("models", "io.json", (_, io) => GoldenModelFiles.WaitsFor(io));

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter errors = new();
    private readonly IDisposable console;

    public KerasModelFileTests() => console = KerasConsole.Use(error: errors);

    public static TheoryData<string> Models => new(Golden.Names);

    public static TheoryData<string> EncodedModels => new(Encodings.Names);

    public void Dispose()
    {
        console.Dispose();
        folder.Dispose();
    }

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Models))]
    public void A_model_of_Keras_is_read_trained_and_written(string name) => Golden.Run(name, io =>
    {
        using var own = keras.utils.custom_object_scope(ZooObjects.Of(io));
        foreach (var file in Files(io, name))
        {
            switch (Path.GetFileName(file))
            {
                case "model-without-optimizer.h5":
                    GoldenModelFiles.Check(load_model(file), io);
                    Assert.Equal("WARNING:tensorflow:No training configuration found in the save file, so the model was *not* compiled. Compile it manually.\n", errors.ToString());
                    break;
                case "weights.h5":
                    GoldenModelFiles.Check(FromWeights(file), io);
                    break;
                case "model.json":
                    // The module is where a class was written, and a Lambda's function is Python's code: neither is C#'s.
                    var text = File.ReadAllText(file);
                    var again = model_from_json(text).to_json();
                    Assert.Equal(HasCode(io) ? again : text.Replace("zoo_custom", typeof(ZooObjects).Namespace, StringComparison.Ordinal), again);
                    break;
                case "weights.weights.h5":
                    CheckState(file, io);
                    break;
                case var other when other.EndsWith(".h5", StringComparison.Ordinal):
                    CheckWhole(file, io);
                    break;
            }
        }
    });

    [Theory(SkipTestWithoutData = true), MemberData(nameof(EncodedModels))]
    public void A_model_in_another_encoding_is_read(string name) => Encodings.Run(name, io =>
    {
        foreach (var file in io.GetProperty("files").EnumerateArray())
        {
            GoldenModelFiles.Check(load_model(Path.Combine(Paths.Golden, "models", name, file.GetString()!), compile: false), io);
        }

        Assert.Empty(errors.ToString());
    });

    private void CheckWhole(string file, JsonElement io)
    {
        var model = load_model(file);
        GoldenModelFiles.Check(model, io);
        GoldenModelFiles.CheckOptimizer(model, io);
        CheckWritten(model, file, all: !HasCode(io));
        GoldenModelFiles.CheckNextStep(model, io);

        // The step from our own file is the same.
        var copy = load_model(folder["copy.h5"]);
        GoldenModelFiles.CheckOptimizer(copy, io);
        GoldenModelFiles.CheckNextStep(copy, io);
    }

    private void CheckWritten(Model model, string file, bool all)
    {
        H5py.Require();
        var warnings = new List<(string, string)>();
        using (PythonWarnings.Catch(warnings))
        {
            model.save(folder["copy.h5"]);
        }

        var expected = GoldenFile.Load("callbacks.json").GetProperty("saving_warning").GetProperty("warnings").EnumerateArray();
        Assert.Equal(expected.Select(w => (w.GetProperty("category").GetString()!, w.GetProperty("message").GetString()!)), warnings);

        if (all)
        {
            CompareFiles(file, folder["copy.h5"], _ => true);
        }
    }

    // A Lambda's function stands in the file as bytecode of Python, which ours do not hold.
    private static bool HasCode(JsonElement io) => io.TryGetProperty("lambdas", out _);


    private static void CompareFiles(string theirs, string ours, Func<string, bool> counts)
    {
        var seen = H5py.Dump(theirs, ours);
        Assert.Equal(seen[0].Keys.Where(counts).Order(), seen[1].Keys.Order());
        foreach (var (node, described) in seen[1])
        {
            Assert.Equal(H5py.Normal(seen[0][node]), H5py.Normal(described));
        }
    }

    // The newer form of a file of weights, with the optimizer's state.
    private void CheckState(string file, JsonElement io)
    {
        var model = load_model(Path.Combine(Path.GetDirectoryName(file)!, "model.h5"));
        model.set_weights([.. model.get_weights().Select(w => w * 2f)]);
        model.optimizer.iterations = 0;
        model.load_weights(file);
        GoldenModelFiles.Check(model, io);
        GoldenModelFiles.CheckOptimizer(model, io);
        model.save_weights(folder["copy.weights.h5"]);

        CompareState(file, folder["copy.weights.h5"]);
    }

    /// <summary>Fails unless two files of weights in the newer form are the same; metrics' running values are left out: no reader needs them.</summary>
    internal static void CompareState(string theirs, string ours) => CompareFiles(theirs, ours, node => !node.StartsWith("metrics", StringComparison.Ordinal));

    private static Model FromWeights(string file)
    {
        var model = model_from_json(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "model.json")));
        model.load_weights(file);
        return model;
    }

    private static IEnumerable<string> Files(JsonElement io, string name) =>
        io.GetProperty("files").EnumerateArray().Select(f => Path.Combine(Paths.Golden, "models", "tf215", name, f.GetString()!));
}
