using System.Text.Json;
using KerasSharp.Python;
using KerasSharp.TestSupport;
using KerasSharp.Utils;

namespace KerasSharp.Tests.Utils;

public class ProgbarTests
{
    private static readonly GoldenCases Golden = new("text.json", "progress_bars", label: c => c.GetProperty("name").GetString()!);

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        var start = c.GetProperty("start").GetDouble();
        var clock = new TestClock { Seconds = start };
        using var output = new StringWriter();
        using var _ = PythonConsole.Redirect(output);
        using var __ = KerasConsole.Use(clock, c.GetProperty("dynamic").GetBoolean() ? ProgressDisplay.Redraw : ProgressDisplay.NewLines);
        var bar = Make(c.GetProperty("target"), c.GetProperty("args"));
        foreach (var (update, expected) in c.GetProperty("updates").EnumerateArray().Zip(c.GetProperty("outputs").EnumerateArray()))
        {
            clock.Seconds = start + update.GetProperty("time").GetDouble();
            bar.update(update.GetProperty("current").GetInt32(), Values(update.GetProperty("values")), Finalize(update.GetProperty("finalize")));
            Assert.Equal(expected.GetString(), output.ToString());
            output.GetStringBuilder().Clear();
        }
    });

    [Fact]
    public void Without_a_terminal_only_the_finished_line_is_written()
    {
        var clock = new TestClock();
        using var output = new StringWriter();
        using var _ = PythonConsole.Redirect(output);
        using var __ = KerasConsole.Use(clock);
        var bar = keras.utils.Progbar(20, stateful_metrics: ["loss"]);
        for (var step = 1; step <= 20; step++)
        {
            Assert.Empty(output.ToString());
            clock.Seconds = 1.0 + (0.25 * step);
            bar.update(step, [("loss", 1.0 / step)]);
        }

        // 6 s in all; the first step took 1.25 s and does not count in the mean of the others.
        Assert.Equal("20/20 [==============================] - 6s 250ms/step - loss: 0.0500\n", output.ToString());
    }

    [Fact]
    public void Add_goes_on_from_where_the_bar_is()
    {
        using var output = new StringWriter();
        using var _ = PythonConsole.Redirect(output);
        using var __ = KerasConsole.Use(new TestClock());
        var bar = keras.utils.Progbar(6, width: 6);
        bar.add(2, [("x", 1.0)]);
        bar.add(4, [("x", 4.0)]);
        Assert.Equal("6/6 [======] - 0s 0s/step - x: 3.0000\n", output.ToString());
    }

    [Fact]
    public void A_bar_between_two_drawings_allocates_nothing()
    {
        using var _ = PythonConsole.Redirect(TextWriter.Null);
        using var __ = KerasConsole.Use(new TestClock());
        var bar = keras.utils.Progbar(10000);
        (string, double)[] values = [("loss", 0.5), ("accuracy", 0.25)];
        bar.update(1, values);
        bar.update(2, values);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 3; step < 1003; step++)
        {
            bar.update(step, values);
        }

        // The enumerator of the values is all: a formatted line would be ten times as much.
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1000 * 64, $"{GC.GetAllocatedBytesForCurrentThread() - before} bytes");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_target_that_is_not_positive_is_refused(int target) =>
        Assert.Contains($"Received: target={target}", Assert.Throws<ValueError>(() => keras.utils.Progbar(target)).Message, StringComparison.Ordinal);

    private static Progbar Make(JsonElement target, JsonElement args)
    {
        var unknown = args.EnumerateObject().Select(p => p.Name).Except(["width", "verbose", "interval", "stateful_metrics", "unit_name"]).ToArray();
        Assert.Empty(unknown);
        return keras.utils.Progbar(
            target.ValueKind == JsonValueKind.Null ? null : target.GetInt32(),
            args.TryGetProperty("width", out var width) ? width.GetInt32() : 30,
            args.TryGetProperty("verbose", out var verbose) ? verbose.GetInt32() : 1,
            args.TryGetProperty("interval", out var interval) ? interval.GetDouble() : 0.05,
            args.TryGetProperty("stateful_metrics", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : null,
            args.TryGetProperty("unit_name", out var unit) ? unit.GetString()! : "step");
    }

    private static IEnumerable<(string, double)>? Values(JsonElement values) =>
        values.ValueKind == JsonValueKind.Null ? null : values.EnumerateArray().Select(v => (v[0].GetString()!, GoldenFile.Number(v[1])));

    private static bool? Finalize(JsonElement finalize) => finalize.ValueKind == JsonValueKind.Null ? null : finalize.GetBoolean();
}
