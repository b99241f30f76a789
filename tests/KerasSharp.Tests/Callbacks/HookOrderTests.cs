using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Models;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Callbacks;

/// <summary>Which hooks fit, evaluate and predict call, in which order, with which logs.</summary>
public class HookOrderTests
{
    private static readonly JsonElement HookOrder = GoldenFile.Load("callbacks.json").GetProperty("hook_order");
    private static readonly GoldenCases Golden = new("callbacks.json", "hook_order.runs");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Hooks_come_in_Keras_order(string name) => Golden.Run(name, c =>
    {
        var events = new List<(string, string, int?, string)>();
        var stop = c.GetProperty("stop_training_set_in") is { ValueKind: JsonValueKind.Array } set ? (set[0].GetString()!, Index(set[1])) : ((string, int?)?)null;
        Callback[] callbacks = [.. c.GetProperty("callbacks").EnumerateArray()
            .Select(n => new EventRecorder(n.GetString()!, events, n.GetString() == "a" ? stop : null))];
        Call(c, callbacks);
        Assert.Equal(Events(c.GetProperty("events")), events);
    });

    [Fact]
    public void A_callback_of_functions_hears_what_it_was_given()
    {
        var c = HookOrder.GetProperty("lambda_callback");
        var events = new List<(string, int?, string)>();
        Action<int, Logs> Indexed(string hook) => (i, logs) => events.Add((hook, i, EventRecorder.Keys(logs)));
        Action<Logs> Plain(string hook) => logs => events.Add((hook, null, EventRecorder.Keys(logs)));
        var callback = keras.callbacks.LambdaCallback(
            on_epoch_begin: Indexed("on_epoch_begin"), on_epoch_end: Indexed("on_epoch_end"), on_batch_begin: Indexed("on_batch_begin"),
            on_batch_end: Indexed("on_batch_end"), on_train_begin: Plain("on_train_begin"), on_train_end: Plain("on_train_end"),
            on_train_batch_end: Indexed("on_train_batch_end"), on_test_begin: Plain("on_test_begin"));
        Fit(c, [callback]);
        Assert.Equal(c.GetProperty("events").EnumerateArray().Select(e => (e[0].GetString()!, Index(e[1]), Keys(e[2]))), events);
    }

    [Fact]
    public void A_NaN_ends_the_epoch_where_it_comes_and_the_validation_runs_all_the_same()
    {
        var c = GoldenFile.Load("callbacks.json").GetProperty("real_terminate_on_nan");
        using var recorded = new RecordedWarnings();
        var events = new List<(string, string, int?, string)>();
        var layer = new Recording();
        var (x, y) = RealCalls.Samples(0, 10);
        y[c.GetProperty("nan_sample").GetInt32(), 0] = float.NaN;
        var history = RealCalls.Model(layer).fit(
            x, y, batch_size: 2, epochs: 3, verbose: 0, callbacks: [new EventRecorder("a", events), keras.callbacks.TerminateOnNaN()],
            validation_data: RealCalls.Samples(50, 2), shuffle: false);
        Assert.Equal(c.GetProperty("stdout").GetString(), recorded.TakeOutput());
        Assert.Equal(Events(c.GetProperty("events")), events);
        Assert.Equal(c.GetProperty("train_seen").EnumerateArray().Select(b => b.EnumerateArray().Select(i => i.GetInt32()).ToArray()), layer.Trained);
        Assert.Equal(c.GetProperty("epoch").EnumerateArray().Select(e => e.GetInt32()), history.epoch);
        foreach (var values in c.GetProperty("history").EnumerateObject())
        {
            Assert.Equal(values.Value.EnumerateArray().Select(GoldenFile.Number), history.history[values.Name]);
        }
    }

    private static void Call(JsonElement c, Callback[] callbacks)
    {
        if (c.GetProperty("call").GetString() == "fit")
        {
            Fit(c, callbacks);
            return;
        }

        var call = new FitCall(c.GetProperty("args"));
        Assert.Empty(c.GetProperty("args").EnumerateObject().Select(p => p.Name).Except(["batch_size", "steps"]));
        var (x, y) = Samples();
        if (c.GetProperty("call").GetString() == "evaluate")
        {
            RealCalls.Model().evaluate(x, y, call.Int("batch_size"), verbose: 0, steps: call.Int("steps"), callbacks: callbacks);
        }
        else
        {
            RealCalls.Model().predict(x, call.Int("batch_size"), verbose: 0, steps: call.Int("steps"), callbacks: callbacks);
        }
    }

    private static void Fit(JsonElement c, Callback[] callbacks)
    {
        ValidationData? validation = c.GetProperty("validation").GetBoolean() ? RealCalls.Samples(50, HookOrder.GetProperty("validation_n").GetInt32()) : null;
        new FitCall(c.GetProperty("args")) { Shuffle = false }.Run(RealCalls.Model(), Samples(), validation, callbacks, verbose: 0);
    }

    private static (NDArray x, NDArray y) Samples() => RealCalls.Samples(0, HookOrder.GetProperty("n").GetInt32());

    private static IEnumerable<(string, string, int?, string)> Events(JsonElement events) =>
        events.EnumerateArray().Select(e => (e[0].GetString()!, e[1].GetString()!, Index(e[2]), Keys(e[3])));

    private static int? Index(JsonElement index) => index.ValueKind == JsonValueKind.Null ? null : index.GetInt32();

    private static string Keys(JsonElement keys) => string.Join(',', keys.EnumerateArray().Select(k => k.GetString()));
}
