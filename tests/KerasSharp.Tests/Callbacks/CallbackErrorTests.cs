using System.Text.Json;
using System.Text.RegularExpressions;
using KerasSharp.Models;
using KerasSharp.Python;
using KerasSharp.TestSupport;
using NumSharp;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Callbacks;

/// <summary>Bad use around training: each case of callbacks.json's errors whose code has a C# twin gives Keras's message, or one that says the same.</summary>
public partial class CallbackErrorTests
{
    private const string Compiler = "the compiler refuses it";

    private static readonly Dictionary<string, Action> Twins = new()
    {
        ["ReduceLROnPlateau factor=1.0"] = () => callbacks.ReduceLROnPlateau(factor: 1.0),
        ["ReduceLROnPlateau factor=2"] = () => callbacks.ReduceLROnPlateau(factor: 2),
        ["ModelCheckpoint save_freq='batch'"] = () => callbacks.ModelCheckpoint("m.h5", save_freq: "batch"),
        ["ModelCheckpoint save_freq=2.5"] = () => callbacks.ModelCheckpoint("m.h5", save_freq: 2.5),
        ["ModelCheckpoint template names a log that is missing"] = () => Fit(callback: callbacks.ModelCheckpoint("m-{val_loss:.2f}.h5")),
        ["fit before compile"] = () => Model(compiled: false).fit(Data(4), Data(4), verbose: 0),
        ["evaluate before compile"] = () => Model(compiled: false).evaluate(Data(4), Data(4), verbose: 0),
        ["fit x of 4 and y of 3 samples"] = () => Model().fit(Data(4), Data(3), verbose: 0),
        ["fit validation_split=0.5 of 1 sample"] = () => Model().fit(Data(1), Data(1), validation_split: 0.5, verbose: 0),
        ["fit validation_freq=0"] = () => Model().fit(Data(4), Data(4), validation_data: (Data(4), Data(4)), validation_freq: 0, verbose: 0),
        ["fit steps_per_epoch=0"] = () => Model().fit(Data(4), Data(4), steps_per_epoch: 0, verbose: 0),
        ["fit empty arrays"] = () => Model().fit(Data(0), Data(0), verbose: 0),
        ["fit no y"] = () => Model().fit(Data(4), verbose: 0),
        ["compile unknown optimizer"] = () => Model(compiled: false).compile(optimizer: "adamm", loss: "mse"),
        ["compile unknown loss"] = () => Model(compiled: false).compile(loss: "mzzz"),
        ["compile unknown metric"] = () => Model(compiled: false).compile(loss: "mse", metrics: ["accuracyy"]),
        ["fit sample_weight and class_weight at once"] = () =>
            Model().fit(Data(4), Data(4), sample_weight: np.ones(new Shape(4)), class_weight: new Dictionary<int, float> { [0] = 1 }, verbose: 0),
        ["fit class_weight with a gap"] = () => Model().fit(Data(4), Data(4), class_weight: new Dictionary<int, float> { [0] = 1, [2] = 1 }, verbose: 0),
        ["unknown activation"] = () => layers.Dense(1, activation: "rellu"),
        ["input of another width"] = () => Model().predict(Data(4, 3), verbose: 0),
        ["input of another rank"] = () => Model().predict(new NDArray(new float[4]), verbose: 0),
        ["Dense units=0"] = () => layers.Dense(0),
        ["Dense units=-3"] = () => layers.Dense(-3),
        ["Conv2D filters=0"] = () => layers.Conv2D(0, 3),
        ["Conv2D padding='full'"] = () => layers.Conv2D(1, 3, padding: "full"),
        ["Conv2D kernel larger than the input"] = () => Sequential([layers.Conv2D(2, 5, input_shape: (4, 4, 1))]),
        ["load_model of no file"] = () => models.load_model("absent.h5"),
        ["get_layer of no layer"] = () => Model().get_layer("nothing"),
        ["two layers of one name"] = () => Sequential([layers.Dense(1, name: "d"), layers.Dense(1, name: "d")]),
        ["set_weights of another shape"] = () => RealCalls.Model().layers[0].set_weights([Data(2)]),
        ["set_weights of another count"] = () => RealCalls.Model().layers[0].set_weights([]),
        ["weights before build"] = () => _ = Sequential([layers.Dense(1)]).weights.Count,
        ["summary before build"] = () => Sequential([layers.Dense(1)]).summary(),
        ["to_categorical of a label beyond"] = () => utils.to_categorical(np.array(0, 3), num_classes: 3),
    };

    // What Keras's own check does not reach: Python's, NumPy's or TensorFlow's words, or a defect.
    private static readonly HashSet<string> OwnWords =
    [
        "fit validation_freq=0", "compile unknown metric", "fit sample_weight and class_weight at once", "Conv2D kernel larger than the input",
    ];

    private static readonly Dictionary<string, string> Untold = new()
    {
        ["LearningRateScheduler returns an int"] = Compiler,
        ["LearningRateScheduler returns a string"] = Compiler,
        ["fit validation_split of a generator"] = Compiler,
        ["fit validation_freq='1'"] = Compiler,
        ["fit y with a generator"] = Compiler,
        ["fit batch_size with a generator"] = Compiler,
        ["evaluate unknown keyword"] = Compiler,
    };

    private static readonly GoldenCases Golden = new(
        "callbacks.json", "errors", label: Name, waitsFor: (_, c) => Untold.GetValueOrDefault(Name(c)) ?? (Twins.ContainsKey(Name(c)) ? null : "no C# twin of the code yet"));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Bad_use_is_told_in_Keras_words(string name) => Golden.Run(name, c =>
    {
        using var quiet = new RecordedWarnings();
        var error = Record.Exception(Twins[Name(c)]);
        if (!GoldenFile.Has(c, "message") || OwnWords.Contains(Name(c)))
        {
            Assert.True(error is null or ValueError or TypeError, error?.ToString());
            return;
        }

        Assert.NotNull(error);
        var said = error is KeyError ? PythonFormat.Repr(error.Message) : error.Message;
        Assert.Contains(Comparable(said), Comparable(c.GetProperty("message").GetString()!).Split("\n\n").Append(Comparable(c.GetProperty("message").GetString()!)));
        Assert.Equal(c.GetProperty("type").GetString(), error.GetType().Name);
    });

    // A whole number given as a double reads 2.0, numbers behind automatic names count the models of a process, and a graph does not know
    // the batch's size.
    private static string Comparable(string message) =>
        BatchSize().Replace(AutomaticName().Replace(WholeNumber().Replace(message, "Got $1.0"), "'sequential'"), "input with shape (None, ");

    private static string Name(JsonElement c) => c.GetProperty("case").GetString()!;

    private static void Fit(KerasSharp.Callbacks.Callback callback) => Model().fit(Data(4), Data(4), callbacks: [callback], verbose: 0);

    private static Sequential Model(bool compiled = true)
    {
        var model = Sequential([layers.Dense(1, use_bias: false, input_shape: 1, name: "d")], name: "fresh");
        if (compiled)
        {
            model.compile(optimizer: "sgd", loss: "mse");
        }

        return model;
    }

    private static NDArray Data(int n, int width = 1) => new(typeof(float), new Shape(n, width));

    [GeneratedRegex(@"Got (\d+)$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"input with shape \(\d+, ")]
    private static partial Regex BatchSize();

    [GeneratedRegex(@"'sequential_\d+'")]
    private static partial Regex AutomaticName();
}
