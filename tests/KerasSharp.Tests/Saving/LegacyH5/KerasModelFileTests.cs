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
    private static readonly GoldenCases Golden = GoldenCases.Folders("models/tf215", "io.json", (name, io) => GoldenModelFiles.WaitsFor(name) ?? GoldenModelFiles.WaitsFor(io));

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
                    var text = File.ReadAllText(file);
                    Assert.Equal(text, model_from_json(text).to_json());
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
        CheckWritten(model, file);
        GoldenModelFiles.CheckNextStep(model, io);

        // The step from our own file is the same.
        var copy = load_model(folder["copy.h5"]);
        GoldenModelFiles.CheckOptimizer(copy, io);
        GoldenModelFiles.CheckNextStep(copy, io);
    }

    private void CheckWritten(Model model, string file)
    {
        H5py.Require();
        var warnings = new List<(string, string)>();
        using (PythonWarnings.Catch(warnings))
        {
            model.save(folder["copy.h5"]);
        }

        var expected = GoldenFile.Load("callbacks.json").GetProperty("saving_warning").GetProperty("warnings").EnumerateArray();
        Assert.Equal(expected.Select(w => (w.GetProperty("category").GetString()!, w.GetProperty("message").GetString()!)), warnings);

        CompareFiles(file, folder["copy.h5"], _ => true);
    }

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

        // Metrics' running values are left out, and the empty group of an activation that is a layer: no reader needs them.
        CompareFiles(file, folder["copy.weights.h5"], node => !node.StartsWith("metrics", StringComparison.Ordinal) && node.Split('/') is not [_, _, "activation", ..]);
    }

    private static Model FromWeights(string file)
    {
        var model = model_from_json(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "model.json")));
        model.load_weights(file);
        return model;
    }

    private static IEnumerable<string> Files(JsonElement io, string name) =>
        io.GetProperty("files").EnumerateArray().Select(f => Path.Combine(Paths.Golden, "models", "tf215", name, f.GetString()!));
}
