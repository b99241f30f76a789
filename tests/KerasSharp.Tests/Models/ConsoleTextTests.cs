using System.Text.Json;
using System.Text.RegularExpressions;
using KerasSharp.Callbacks;
using KerasSharp.Models;
using KerasSharp.Tests.Callbacks;
using KerasSharp.Tests.Utils;
using KerasSharp.TestSupport;
using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp.Tests.Models;

/// <summary>All that fit, evaluate and predict print: to the character as Keras does in a terminal, and calm where the output is none.</summary>
public partial class ConsoleTextTests
{
    private static readonly GoldenCases Golden = new("text.json", "runs", waitsFor: (_, c) => GoldenCallbacks.WaitsFor(c.GetProperty("callbacks")));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_run_prints_what_Keras_prints(string name) => Golden.Run(name, c =>
    {
        var display = c.GetProperty("dynamic").GetBoolean() ? ProgressDisplay.Redraw : ProgressDisplay.NewLines;
        Assert.Equal(c.GetProperty("stdout").GetString(), Run(c, display));
    });

    [Theory, MemberData(nameof(Cases))]
    public void Without_a_terminal_a_run_prints_what_stays_on_the_screen_of_one(string name)
    {
        var c = Golden[name];
        if (c.GetProperty("dynamic").GetBoolean())
        {
            // Of a bar that a callback's message has broken, the unfinished part is what the calm output lacks.
            var calm = Unfinished().Replace(c.GetProperty("screen").GetString()!, "");
            Assert.Equal(calm.TrimEnd().Split('\n').Select(line => line.TrimEnd()), Run(c, ProgressDisplay.Finished).TrimEnd('\n').Split('\n'));
        }
    }

    private static string Run(JsonElement c, ProgressDisplay display)
    {
        using var folder = new TemporaryFolder();
        var clock = new TestClock { Seconds = 1000 };
        using var recorded = new RecordedWarnings(clock, display);
        var callbacks = GoldenCallbacks.Create(c.GetProperty("callbacks"), folder).Prepend(new Ticking(clock, c.GetProperty("clock"))).ToArray();
        Call(c, RealCalls.Model(), callbacks);
        return GoldenCallbacks.InFolder(recorded.TakeOutput(), folder);
    }

    private static void Call(JsonElement c, Sequential model, Callback[] callbacks)
    {
        var call = new FitCall(c.GetProperty("args")) { Shuffle = false };
        var data = c.GetProperty("data");
        var batches = Batches(data);
        var samples = batches is null ? RealCalls.Samples(0, data.GetProperty("n").GetInt32()) : default;
        switch (c.GetProperty("call").GetString())
        {
            case "fit" when batches is not null:
                call.Run(model, batches, RealCalls.Validation(data), callbacks);
                break;
            case "fit":
                call.Run(model, samples, RealCalls.Validation(data), callbacks);
                break;
            case "evaluate" when batches is not null:
                model.evaluate(batches, call.Verbose(), callbacks: callbacks);
                break;
            case "evaluate":
                model.evaluate(samples.x, samples.y, call.Int("batch_size"), call.Verbose(), callbacks: callbacks);
                break;
            case "predict":
                model.predict(samples.x, call.Int("batch_size"), call.Verbose(), callbacks: callbacks);
                break;
            case var other:
                throw new NotSupportedException(other);
        }
    }

    private static IEnumerable<(NDArray x, NDArray y)>? Batches(JsonElement data)
    {
        if (!data.TryGetProperty("batches", out var words))
        {
            return null;
        }

        var said = BatchesSaid().Match(words.GetString()!);
        Assert.True(said.Success);
        return RealCalls.Batches(int.Parse(said.Groups[1].ValueSpan));
    }

    [GeneratedRegex(@"\d+/\d+ \[[=>.]*\] - ETA: \S+( - \w+: [\d.]+(e[-+]\d+)?)*|( +\d+)/Unknown.*(?=\n\n)")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^batch i of (\d+) holds samples 2i and 2i \+ 1; their number is not known beforehand$")]
    private static partial Regex BatchesSaid();

    /// <summary>Moves the clock as the golden run did: in the hooks of a callback that stands first.</summary>
    private sealed class Ticking(TestClock clock, JsonElement seconds) : Callback
    {
        private bool isFirst = true;

        public override void on_train_batch_end(int batch, Logs? logs = null)
        {
            Pass(isFirst ? "first" : "train");
            isFirst = false;
        }

        public override void on_test_batch_end(int batch, Logs? logs = null) => Pass("test");

        public override void on_predict_batch_end(int batch, Logs? logs = null) => Pass("predict");

        private void Pass(string what) => clock.Seconds += seconds.GetProperty(what).GetDouble();
    }
}
