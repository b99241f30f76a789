using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Models;
using KerasSharp.Tests.Utils;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Callbacks;

/// <summary>
/// Callbacks that are told what fit would tell them, epoch by epoch, against what Keras's did: texts, warnings, learning rate, weights,
/// state, files.
/// </summary>
public class DrivenCallbackTests
{
    private static readonly Dictionary<string, GoldenCases> Golden = new[]
    {
        "early_stopping", "reduce_lr_on_plateau", "model_checkpoint", "learning_rate_scheduler", "terminate_on_nan", "combined", "csv_logger",
    }.ToDictionary(list => list, list => new GoldenCases("callbacks.json", list, waitsFor: (_, c) => GoldenCallbacks.WaitsFor(c.GetProperty("callbacks"))));

    public static TheoryData<string, string> Cases => [.. Golden.Where(g => g.Key != "csv_logger").SelectMany(g => g.Value.Names.Select(n => (g.Key, n)))];

    [Theory, MemberData(nameof(Cases))]
    public void A_callback_does_what_Keras_does(string list, string name)
    {
        using var folder = new TemporaryFolder();
        Golden[list].Run(name, c => Drive(c, folder));
    }

    // The cases of this list share one folder, and run in their order.
    [Fact]
    public void A_log_file_is_written_as_Keras_does()
    {
        using var folder = new TemporaryFolder();
        var cases = Golden["csv_logger"];
        foreach (var name in cases.Names)
        {
            cases.Run(name, c => Drive(c, folder));
        }
    }

    private static void Drive(JsonElement c, TemporaryFolder folder)
    {
        using var recorded = new RecordedWarnings();
        var callbacks = GoldenCallbacks.Create(c.GetProperty("callbacks"), folder);
        if (c.TryGetProperty("constructor_warnings", out var warnings))
        {
            recorded.Expect(warnings);
        }

        var model = MakeModel();
        model.compile(optimizer: keras.optimizers.SGD(c.GetProperty("learning_rate").GetDouble()), loss: "mse");
        var list = new CallbackList(callbacks, add_history: true, model: model);
        list.on_train_begin();
        Expect(c.GetProperty("train_begin"), recorded, folder);
        foreach (var step in c.GetProperty("steps").EnumerateArray())
        {
            DriveEpoch(step, list, model, folder);
            Expect(step, recorded, folder);
            ExpectState(step, callbacks, model);
        }

        list.on_train_end();
        Expect(c.GetProperty("train_end"), recorded, folder);
        Assert.Equal(c.GetProperty("final_weight").GetDouble(), WeightOf(model));
        ExpectHistory(c, list.History!);
        if (c.TryGetProperty("content", out var content))
        {
            var file = (string)GoldenArguments.Of(c.GetProperty("callbacks").EnumerateArray().Last())["filename"]!;
            Assert.Equal(content.GetString(), File.ReadAllText(folder[file]));
        }
    }

    private static void DriveEpoch(JsonElement step, CallbackList list, Sequential model, TemporaryFolder folder)
    {
        var epoch = step.GetProperty("epoch").GetInt32();
        MakeOld(folder);
        model.weights[0].assign(Tensor.Full(epoch + 1, model.weights[0].shape.ToDims()));
        list.on_epoch_begin(epoch);
        if (step.TryGetProperty("batches", out var batches))
        {
            foreach (var (i, batch) in batches.EnumerateArray().Index())
            {
                list.on_train_batch_begin(i);
                list.on_train_batch_end(i, LogsOf(batch));
                Assert.Equal(batch.GetProperty("stop_training").GetBoolean(), model.stop_training);
            }
        }

        list.on_epoch_end(epoch, LogsOf(step));
        if (step.TryGetProperty("files", out var files))
        {
            Assert.Equal(files.EnumerateArray().Select(f => f.GetString()!).Order(StringComparer.Ordinal), Files(folder));
            Assert.Equal(
                step.GetProperty("written").EnumerateObject().Select(w => (w.Name, w.Value.GetDouble())).Order(),
                Written(folder).Order());
        }
    }

    private static void Expect(JsonElement part, RecordedWarnings recorded, TemporaryFolder folder)
    {
        Assert.Equal(part.GetProperty("stdout").GetString(), GoldenCallbacks.InFolder(recorded.TakeOutput(), folder));
        recorded.Expect(part.GetProperty("warnings"));
    }

    private static void ExpectState(JsonElement step, Callback[] callbacks, Sequential model)
    {
        Assert.Equal((float)step.GetProperty("lr").GetDouble(), (float)model.optimizer.learning_rate);
        Assert.Equal(step.GetProperty("stop_training").GetBoolean(), model.stop_training);
        Assert.Equal(step.GetProperty("weight").GetDouble(), WeightOf(model));
        foreach (var (callback, state) in callbacks.Zip(step.GetProperty("state").EnumerateArray()))
        {
            foreach (var attribute in state.EnumerateObject())
            {
                var value = callback.GetType().GetProperty(attribute.Name)!.GetValue(callback);
                Assert.Equal((attribute.Name, GoldenFile.Number(attribute.Value)), (attribute.Name, Convert.ToDouble(value)));
            }
        }
    }

    private static void ExpectHistory(JsonElement c, History history)
    {
        Assert.Equal(c.GetProperty("history_epoch").EnumerateArray().Select(e => e.GetInt32()), history.epoch);
        Assert.Equal(c.GetProperty("epochs_run").GetInt32(), history.epoch.Count);
        var expected = c.GetProperty("history").EnumerateObject().ToArray();
        Assert.Equal(expected.Select(p => p.Name), history.history.Keys);
        foreach (var values in expected)
        {
            Assert.Equal(values.Value.EnumerateArray().Select(GoldenFile.Number), history.history[values.Name]);
        }
    }

    private static Logs LogsOf(JsonElement step)
    {
        var logs = new Logs();
        foreach (var log in step.GetProperty("logs").EnumerateObject())
        {
            logs[log.Name] = GoldenFile.Number(log.Value);
        }

        return logs;
    }

    private static Sequential MakeModel() => keras.Sequential([keras.layers.Dense(1, use_bias: false, input_shape: 1)]);

    private static double WeightOf(Model model) => model.weights[0].value.ToArray<float>().Single();

    /// <summary>What is written from now on has another time.</summary>
    private static void MakeOld(TemporaryFolder folder)
    {
        foreach (var file in Files(folder))
        {
            File.SetLastWriteTimeUtc(folder[file], DateTime.UnixEpoch);
        }
    }

    /// <summary>The files that were written since, and the weight in each.</summary>
    private static IEnumerable<(string, double)> Written(TemporaryFolder folder)
    {
        foreach (var file in Files(folder).Where(f => File.GetLastWriteTimeUtc(folder[f]) != DateTime.UnixEpoch))
        {
            var model = MakeModel();
            model.load_weights(folder[file]);
            yield return (file, WeightOf(model));
        }
    }

    private static IEnumerable<string> Files(TemporaryFolder folder) =>
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.Path, f)).Order(StringComparer.Ordinal);
}
