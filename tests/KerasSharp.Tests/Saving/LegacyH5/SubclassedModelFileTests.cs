using System.Text.Json;
using KerasSharp.Models;
using KerasSharp.Optimizers;
using KerasSharp.Saving;
using KerasSharp.TestSupport;
using KerasSharp.Tests.Utils;

namespace KerasSharp.Tests.Saving.LegacyH5;

/// <summary>
/// Weights of a subclassed model: real Keras's files, read into a model that <c>build</c> made, trained on, and written again. Runs alone: the
/// counters of names are the process's.
/// </summary>
[Collection("alone")]
public sealed class SubclassedModelFileTests : IDisposable
{
    private static readonly GoldenCases Golden = GoldenCases.Folders("models/tf215", "io.json", where: Reads);

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Models => new(Golden.Names);

    /// <summary>Whether a folder's model is this test's.</summary>
    public static bool Reads(JsonElement io) => io.GetProperty("model").GetProperty("class_name").GetString() == nameof(ZooObjects.TinyNet);

    public void Dispose() => folder.Dispose();

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Models))]
    public void Weights_of_Keras_are_read_trained_and_written(string name) => Golden.Run(name, io =>
    {
        var from = Path.Combine(Paths.Golden, "models", "tf215", name);
        var model = Built(io);
        model.load_weights(Path.Combine(from, "weights.h5"));
        GoldenModelFiles.Check(model, io);
        model.save_weights(folder["copy.h5"]);
        model = Built(io);
        model.load_weights(folder["copy.h5"]);
        GoldenModelFiles.Check(model, io);

        model = Compiled(io);
        model.load_weights(Path.Combine(from, "weights.weights.h5"));
        GoldenModelFiles.Check(model, io);
        GoldenModelFiles.CheckOptimizer(model, io);
        model.save_weights(folder["copy.weights.h5"]);
        KerasModelFileTests.CompareState(Path.Combine(from, "weights.weights.h5"), folder["copy.weights.h5"]);
        GoldenModelFiles.CheckNextStep(model, io);
    });

    private static ZooObjects.TinyNet Built(JsonElement io)
    {
        keras.backend.clear_session();
        var model = new ZooObjects.TinyNet(name: io.GetProperty("model").GetProperty("name").GetString());
        model.build(new TensorShape([null, .. io.GetProperty("inputs")[0].GetProperty("shape").EnumerateArray().Skip(1).Select(d => (int?)d.GetInt32())]));
        return model;
    }

    private static ZooObjects.TinyNet Compiled(JsonElement io)
    {
        var model = Built(io);
        var optimizer = io.GetProperty("optimizer");
        model.compile(
            optimizer: (Optimizer)ObjectRegistry.Create("optimizers", optimizer.GetProperty("class_name").GetString()!, ObjectRegistry.Without(
                new Config { ["config"] = GoldenArguments.Value(optimizer.GetProperty("config")) }, "jit_compile", "is_legacy_optimizer")["config"] as Config ?? []),
            loss: "mean_squared_error");
        model.optimizer.build(model.trainable_variables);
        return model;
    }
}
