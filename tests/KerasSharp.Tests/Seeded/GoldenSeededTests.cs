using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Saving;
using KerasSharp.Tests.Models;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Seeded;

/// <summary>The same seed, the same run: what real Keras drew behind <c>set_random_seed</c>. Runs alone: the seed is the process's.</summary>
[Collection("alone")]
public class GoldenSeededTests
{
    private static readonly GoldenCases Orders = new("seeded.json", "fit_order");
    private static readonly GoldenCases Weights = new("seeded.json", "initial_weights", waitsFor: (_, c) => GoldenModels.WaitsFor(c.GetProperty("config")));
    private static readonly GoldenCases Layers = new("seeded.json", "random_layers", waitsFor: (_, c) => WaitsForLayers(c));
    private static readonly GoldenCases Augmentations = new("seeded.json", "augmentation_layers", waitsFor: (_, c) => WaitsForLayers(c));
    private static readonly GoldenCases Shuffles = new("seeded.json", "dataset_shuffle");
    private static readonly GoldenCases Trainings = new("seeded.json", "trainings", waitsFor: (_, c) => GoldenModels.WaitsFor(c.GetProperty("config")));

    public static TheoryData<string> OrderCases => new(Orders.Names);

    public static TheoryData<string> WeightCases => new(Weights.Names);

    public static TheoryData<string> LayerCases => new(Layers.Names);

    public static TheoryData<string> AugmentationCases => new(Augmentations.Names);

    public static TheoryData<string> ShuffleCases => new(Shuffles.Names);

    public static TheoryData<string> TrainingCases => new(Trainings.Names);

    [Theory, MemberData(nameof(OrderCases))]
    public void The_samples_come_in_Keras_s_order(string name) => Orders.Run(name, c =>
    {
        SetSeed(c);
        var probe = new Probe();
        var model = keras.models.Sequential([probe, keras.layers.Dense(1)]);
        model.compile("sgd", "mse");
        var n = c.GetProperty("n").GetInt32();
        var fit = c.GetProperty("fit");
        var x = np.arange(n).astype(typeof(float)).reshape(n, 1);
        for (var call = 0; call < c.GetProperty("fit_calls").GetInt32(); call++)
        {
            model.fit(
                x, np.zeros(new Shape(n, 1), typeof(float)), batch_size: fit.GetProperty("batch_size").GetInt32(), epochs: fit.GetProperty("epochs").GetInt32(),
                shuffle: !fit.TryGetProperty("shuffle", out var shuffle) || shuffle.GetBoolean(),
                validation_split: fit.TryGetProperty("validation_split", out var split) ? split.GetDouble() : 0, verbose: 0);
        }

        Assert.Equal(
            c.GetProperty("orders").EnumerateArray().SelectMany(o => o.EnumerateArray().Select(i => i.GetInt32())),
            probe.Seen.SelectMany(batch => batch.ToArray<float>()).Select(v => (int)v));
    });

    [Theory, MemberData(nameof(WeightCases))]
    public void The_initial_weights_are_Keras_s(string name) => Weights.Run(name, c =>
    {
        SetSeed(c);
        var model = GoldenModels.Create(c.GetProperty("config"));
        GoldenModels.CheckWeights(model, c.GetProperty("weights"), GoldenArray.Atol);
    });

    [Theory, MemberData(nameof(LayerCases))]
    public void Random_layers_draw_Keras_s_numbers(string name) => Layers.Run(name, CheckLayers);

    [Theory(SkipTestWithoutData = true), MemberData(nameof(AugmentationCases))]
    public void Augmentation_layers_draw_Keras_s_numbers(string name) => Augmentations.Run(name, CheckLayers);

    [Theory, MemberData(nameof(ShuffleCases))]
    public void Datasets_are_shuffled_in_TensorFlow_s_order(string name) => Shuffles.Run(name, c =>
    {
        SetSeed(c);
        var shuffle = c.GetProperty("shuffle");
        var dataset = tf.data.Dataset.range(c.GetProperty("n").GetInt32()).shuffle(
            shuffle.GetProperty("buffer_size").GetInt32(), Null(shuffle, "seed")?.GetInt32(), Null(shuffle, "reshuffle_each_iteration")?.GetBoolean());
        foreach (var order in c.GetProperty("orders").EnumerateArray())
        {
            Assert.Equal(order.EnumerateArray().Select(i => i.GetInt32()), dataset.Select(e => keras.ops.cast(e, "int32").ToArray<int>()[0]));
        }
    });

    [Theory, MemberData(nameof(TrainingCases))]
    public void A_training_gives_Keras_s_numbers(string name) => Trainings.Run(name, c =>
    {
        SetSeed(c);
        var model = GoldenModels.Create(c.GetProperty("config"));
        GoldenModels.CheckWeights(model, c.GetProperty("initial_weights"), 1e-6);
        GoldenModels.Compile(model, c.GetProperty("compile"));
        var (fit, data) = (c.GetProperty("fit"), c.GetProperty("data"));
        var (x, y) = (GoldenModels.Array(data, "x")!, GoldenModels.Array(data, "y")!);
        var recorder = new TrainingGoldenTests.StepRecorder();
        var history = model.fit(
            x, y, batch_size: fit.GetProperty("batch_size").GetInt32(), epochs: fit.GetProperty("epochs").GetInt32(),
            validation_split: fit.TryGetProperty("validation_split", out var split) ? split.GetDouble() : 0, verbose: 0, callbacks: [recorder]);
        TrainingGoldenTests.CheckSteps(c.GetProperty("steps"), recorder.Steps, 1e-5);
        TrainingGoldenTests.CheckHistory(c.GetProperty("history"), history, 1e-5);
        GoldenModels.CheckWeights(model, c.GetProperty("final_weights"), 1e-5);
    });

    private static void CheckLayers(JsonElement c)
    {
        SetSeed(c);
        var x = new GoldenArray(c.GetProperty("x")).ToNDArray();
        var random = new List<Probe>();
        List<Layer> layers = [];
        foreach (var described in c.GetProperty("layers").EnumerateArray())
        {
            var kind = described.GetProperty("class").GetString()!;
            layers.Add((Layer)ObjectRegistry.Create("layers", kind, Arguments(described.GetProperty("config"))));
            if (kind is not ("Reshape" or "Flatten"))
            {
                random.Add(new Probe());
                layers.Add(random[^1]);
            }
        }

        if (x.ndim == 4)
        {
            layers.Add(keras.layers.Flatten());
        }

        layers.Add(keras.layers.Dense(1, kernel_initializer: "zeros"));
        var inputs = keras.Input(new TensorShape(x.shape[1..].Select(d => (int)d).ToArray()));
        var model = keras.Model(inputs, layers.Aggregate(inputs, (tensor, layer) => layer.apply(tensor)));
        model.compile("sgd", "mse");
        model.fit(
            x, np.zeros(new Shape(x.shape[0], 1), typeof(float)), batch_size: c.GetProperty("batch_size").GetInt32(), epochs: c.GetProperty("epochs").GetInt32(),
            shuffle: false, verbose: 0);
        foreach (var (want, probe) in c.GetProperty("outputs").EnumerateArray().Zip(random, (w, p) => (w, p)))
        {
            Assert.Equal(want.GetArrayLength(), probe.Seen.Count);
            foreach (var (output, seen) in want.EnumerateArray().Zip(probe.Seen))
            {
                new GoldenArray(output).Close(seen.numpy(), 1e-5, 1e-6, probe.name);
            }
        }
    }

    private static Dictionary<string, object?> Arguments(JsonElement config) => ((Config)GoldenArguments.Value(config)!).ToDictionary(p => p.Key, p => p.Value);

    private static string? WaitsForLayers(JsonElement c) => c.GetProperty("layers").EnumerateArray()
        .Select(layer => GoldenArguments.Missing("layers." + layer.GetProperty("class").GetString())).FirstOrDefault(reason => reason is not null);

    private static JsonElement? Null(JsonElement owner, string name) => owner.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private static void SetSeed(JsonElement c) => keras.utils.set_random_seed(c.GetProperty("set_random_seed").GetInt32());

    /// <summary>Lets everything pass and keeps what came in training.</summary>
    private sealed class Probe : Layer
    {
        public List<Tensor> Seen { get; } = [];

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            if (training == true && !inputs.IsSymbolic)
            {
                Seen.Add(TensorScope.Keep(keras.ops.copy(inputs)));
            }

            return inputs;
        }
    }
}
