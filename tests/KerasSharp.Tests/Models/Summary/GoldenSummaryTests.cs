using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Python;
using KerasSharp.Saving;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Models.Summary;

/// <summary>Summaries, to the character as Keras prints them.</summary>
public class GoldenSummaryTests
{
    // The first row of a model tells how it is made.
    private static readonly Dictionary<string, JsonElement> Made = GoldenFile.Load("text.json").GetProperty("summaries").EnumerateArray()
        .GroupBy(row => row.GetProperty("model").GetString()!).ToDictionary(rows => rows.Key, rows => rows.First());

    private static readonly GoldenCases Golden = new(
        "text.json", "summaries", label: c => $"{c.GetProperty("model").GetString()} {c.GetProperty("args").GetRawText()}",
        waitsFor: (_, c) => c.GetProperty("model").GetString() is var model && model == "subclassed" ? null : GoldenModels.WaitsFor(Made[model!].GetProperty("config")));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_summary_is_Keras_own_text(string name) => Golden.Run(name, c =>
    {
        var model = Create(c.GetProperty("model").GetString()!);
        if (c.TryGetProperty("note", out var note))
        {
            Prepare(model, note.GetString()!);
        }

        using var output = new StringWriter();
        using (PythonConsole.Redirect(output))
        {
            Print(model, c.GetProperty("args"), print_fn: null);
        }

        Assert.Equal(Text(c), output.ToString());
        if (c.TryGetProperty("count_params", out var count))
        {
            Assert.Equal(count.GetInt32(), model.count_params());
        }

        if (c.TryGetProperty("lines", out var lines))
        {
            var received = new List<string>();
            Print(model, c.GetProperty("args"), received.Add);
            Assert.Equal(lines.EnumerateArray().Select(l => l.GetString()!), received);
        }
    });

    private static string Text(JsonElement c) => c.TryGetProperty("text", out var text) ? text.GetString()!
        : string.Concat(c.GetProperty("lines").EnumerateArray().Select(l => l.GetString() + "\n"));

    internal static void Print(Model model, JsonElement args, Action<string>? print_fn)
    {
        Assert.Empty(args.EnumerateObject().Select(p => p.Name).Except(["line_length", "positions", "expand_nested", "show_trainable", "layer_range"]));
        bool Flag(string name) => args.TryGetProperty(name, out var flag) && flag.GetBoolean();
        model.summary(
            args.TryGetProperty("line_length", out var length) ? length.GetInt32() : null,
            args.TryGetProperty("positions", out var positions) ? GoldenModels.Numbers(positions) : null,
            print_fn, Flag("expand_nested"), Flag("show_trainable"),
            args.TryGetProperty("layer_range", out var range) ? [.. range.EnumerateArray().Select(r => r.GetString()!)] : null);
    }

    private static Model Create(string name)
    {
        if (name == "subclassed")
        {
            var model = new Subclassed();
            model.build((null, 3));
            return model;
        }

        var row = Made[name];
        if (name is not ("built_later" or "called_once"))
        {
            Assert.False(row.TryGetProperty("made", out _), "the model is made in a way that this test does not know");
            return GoldenModels.Create(row.GetProperty("config"));
        }

        var config = (Config)GoldenArguments.Value(row.GetProperty("config").GetProperty("config"))!;
        var all = ((IEnumerable<object?>)config["layers"]!).Cast<Config>().ToArray();
        config["layers"] = all[1..].ToList<object?>();
        var later = Sequential.from_config(config);
        var shape = row.GetProperty("config").GetProperty("config").GetProperty("layers")[0].GetProperty("config").GetProperty("batch_input_shape")
            .EnumerateArray().Select(d => d.ValueKind == JsonValueKind.Null ? (int?)null : d.GetInt32()).ToArray();
        if (name == "built_later")
        {
            later.build(shape);
        }
        else
        {
            later.apply(np.zeros(new Shape([.. shape.Select(d => (long)d!.Value)])).astype(np.float32));
        }

        return later;
    }

    private static void Prepare(Model model, string note)
    {
        switch (note)
        {
            case "C1 and C5 frozen":
                model.get_layer("C1").trainable = false;
                model.get_layer("C5").trainable = false;
                break;
            case "model.trainable = False":
                model.trainable = false;
                break;
            case "compiled and trained: the optimizer's variables are not counted":
                model.compile(optimizer: "adam", loss: "categorical_crossentropy");
                model.train_on_batch(
                    np.zeros(new Shape(model.input_shape.ToDims()[1..].Prepend(2).Select(d => (long)d).ToArray())).astype(np.float32),
                    np.ones(new Shape(2, model.output_shape[^1]!.Value)).astype(np.float32));
                break;
            default:
                Assert.Equal("print_fn: called once per line", note);
                break;
        }
    }

    private sealed class Subclassed() : Model(name: "subclassed")
    {
        private readonly Layer one = keras.layers.Dense(4, name: "one"), two = keras.layers.Dense(2, name: "two");

        public override Tensor call(Tensor inputs, bool? training = null) => two.apply(one.apply(inputs));
    }
}
