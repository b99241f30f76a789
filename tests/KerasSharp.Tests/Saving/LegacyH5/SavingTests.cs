using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Python;
using KerasSharp.Saving;
using KerasSharp.Saving.Hdf5;
using KerasSharp.TestSupport;
using KerasSharp.Tests.Utils;
using KerasSharp.Utils;
using NumSharp;
using static KerasSharp.keras.layers;
using static KerasSharp.keras.models;

namespace KerasSharp.Tests.Saving.LegacyH5;

/// <summary>What <c>save</c>, <c>save_weights</c>, <c>load_weights</c> and <c>load_model</c> take, refuse and warn of.</summary>
public sealed class SavingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter errors = new();
    private readonly List<(string Category, string Message)> warnings = [];
    private readonly IDisposable[] scopes;

    public SavingTests() => scopes = [KerasConsole.Use(error: errors), PythonWarnings.Catch(warnings)];

    public void Dispose()
    {
        foreach (var scope in scopes)
        {
            scope.Dispose();
        }

        folder.Dispose();
    }

    [Fact]
    public void A_model_comes_back_as_it_was()
    {
        var model = Trained();
        model.save(folder["new/folder/model.h5"]);
        var copy = load_model(folder["new/folder/model.h5"]);
        Assert.Equal(Weights(model), Weights(copy));
        Assert.Equal(3, copy.optimizer.iterations);
        Assert.Equal(model.to_json(), copy.to_json());
        Assert.Equal(model.optimizer.get_config(), copy.optimizer.get_config());
        Assert.True(copy.is_compiled);
        Assert.Empty(errors.ToString());

        // Both go on alike.
        Assert.Equal(Step(model), Step(copy));
        Assert.Equal(Weights(model), Weights(copy));
    }

    [Fact]
    public void A_model_without_optimizer_is_not_compiled()
    {
        var model = Trained();
        model.save(folder["model.h5"], include_optimizer: false);
        Assert.False(load_model(folder["model.h5"]).is_compiled);
        Assert.Contains("No training configuration found in the save file", errors.ToString());
        Assert.Throws<RuntimeError>(() => Step(load_model(folder["model.h5"])));
    }

    [Fact]
    public void A_compiled_model_that_has_not_trained_is_saved_with_what_Keras_takes_its_metrics_for()
    {
        var model = Model();
        model.compile(optimizer: "sgd", loss: "sparse_categorical_crossentropy", metrics: ["accuracy"], weighted_metrics: [keras.metrics.CategoricalAccuracy(name: "own")]);
        model.save(folder["model.h5"]);
        using (var file = Hdf5File.Open(folder["model.h5"]))
        {
            Assert.StartsWith(
                """{"loss": "sparse_categorical_crossentropy", "metrics": [[{"class_name": "MeanMetricWrapper", "config": {"name": "accuracy", "dtype": "float32", "fn": "categorical_accuracy"}}]], "weighted_metrics": """
                + """[[{"class_name": "CategoricalAccuracy", "config": {"name": "own", "dtype": "float32"}}]], "loss_weights": null, """,
                (string)file.Root.Attributes["training_config"]);
            Assert.Equal(["iteration:0"], KerasAttributes.GetNames((Hdf5Group)file.Root.Find("optimizer_weights")!, "weight_names"));
        }

        // The model itself has not made up its mind: with sparse labels it still means sparse_categorical_accuracy.
        model.train_on_batch(np.ones((2, 4), NPTypeCode.Single), np.array([1, 2]));
        Assert.Equal(["loss", "accuracy", "own"], model.metrics_names);
    }

    [Fact]
    public void Weights_are_loaded_by_order_or_by_name()
    {
        var model = Model();
        model.save_weights(folder["weights.h5"]);
        var other = Model("x");
        other.load_weights(folder["weights.h5"]);
        Assert.Equal(Weights(model), Weights(other));

        var reordered = Sequential([Dense(3, name: "b", input_shape: 3), Dense(2, name: "new")]);
        var before = Weights(reordered)[2];
        reordered.load_weights(folder["weights.h5"], by_name: true);
        Assert.Equal(Weights(model)[2], Weights(reordered)[0]);
        Assert.Equal(before, Weights(reordered)[2]);
    }

    [Fact]
    public void The_weights_of_a_whole_model_are_found()
    {
        var model = Trained();
        model.save(folder["model.h5"]);
        var other = Model();
        other.load_weights(folder["model.h5"]);
        Assert.Equal(Weights(model), Weights(other));
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_Keras_words_and_changes_nothing()
    {
        Model().save_weights(folder["weights.h5"]);
        Refuses(Sequential([Dense(3, input_shape: 4)]), "Layer count mismatch when loading weights from file. Model expected 1 layers, found 2 saved layers.");
        Refuses(
            Sequential([Dense(3, use_bias: false, input_shape: 4, name: "p"), Dense(3)]),
            "Weight count mismatch for layer #0 (named p in the current model, a in the save file). Layer expects 1 weight(s). Received 2 saved weight(s)");
        Refuses(
            Sequential([Dense(3, input_shape: 4), Dense(5, name: "q")]),
            "Cannot assign value to variable ' q/kernel:0': Shape mismatch.The variable shape (3, 5), and the assigned value shape (3, 3) are incompatible.");

        var byName = Sequential([Dense(5, name: "a", input_shape: 4), Dense(3, name: "b", use_bias: false)]);
        var shape = Assert.Throws<ValueError>(() => byName.load_weights(folder["weights.h5"], by_name: true));
        Assert.Equal("Shape mismatch in layer #0 (named a) for weight a/kernel:0. Weight expects shape (4, 5). Received saved weight with shape (4, 3)", shape.Message);
        byName.load_weights(folder["weights.h5"], by_name: true, skip_mismatch: true);
        Assert.Contains("Skipping loading weights for layer #0 (named a) due to mismatch in shape for weight a/kernel:0. ", errors.ToString());
        Assert.Contains("Skipping loading of weights for layer #2 (named b) due to mismatch in number of weights. Layer expects 1 weight(s). Received 2 saved weight(s)", errors.ToString());
        Assert.Equal(
            "When calling model.load_weights, skip_mismatch can only be set to True when by_name is True.",
            Assert.Throws<ValueError>(() => byName.load_weights(folder["weights.h5"], skip_mismatch: true)).Message);

        void Refuses(Sequential model, string message)
        {
            var before = Weights(model);
            Assert.StartsWith(message, Assert.Throws<ValueError>(() => model.load_weights(folder["weights.h5"])).Message);
            Assert.Equal(before, Weights(model));
        }
    }

    [Fact]
    public void Formats_that_are_not_written_or_read_are_named()
    {
        var model = Model();
        Assert.Equal(
            "Unknown `save_format` argument. Expected one of 'keras', 'tf', or 'h5'. Received: save_formatonnx",
            Assert.Throws<ValueError>(() => model.save(folder["model.onnx"], save_format: "onnx")).Message);
        Assert.Contains("native Keras format", Assert.Throws<NotImplementedError>(() => model.save(folder["model.keras"])).Message);
        Assert.Contains("SavedModel", Assert.Throws<NotImplementedError>(() => model.save(folder["model"])).Message);
        model.save(folder["model"], save_format: "h5");
        Assert.Equal(Weights(model), Weights(load_model(folder["model"], compile: false)));

        Assert.Equal("Unknown format. Received: `save_format`=onnx. Was expecting one of {\"tf\", \"h5\"}.", Assert.Throws<ValueError>(() => model.save_weights(folder["w"], save_format: "onnx")).Message);
        Assert.Contains("looks like an HDF5 file", Assert.Throws<ValueError>(() => model.save_weights(folder["w.h5"], save_format: "tf")).Message);
        Assert.Throws<NotImplementedError>(() => model.save_weights(folder["w"]));
        Assert.Contains("SavedModel", Assert.Throws<NotImplementedError>(() => load_model(folder.Path)).Message);
        foreach (var file in GoldenModelFolder.Files("model.keras"))
        {
            Assert.Contains("native Keras format", Assert.Throws<NotImplementedError>(() => load_model(Path.Combine(Paths.Golden, file))).Message);
        }

        Assert.Equal(["model"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_missing_file_and_an_unbuilt_model_are_refused_in_Keras_words()
    {
        Assert.Equal($"No file or directory found at {folder["no.h5"]}", Assert.Throws<OSError>(() => load_model(folder["no.h5"])).Message);
        Assert.StartsWith("[Errno 2] Unable to synchronously open file (unable to open file: name = ", Assert.Throws<OSError>(() => Model().load_weights(folder["no.h5"])).Message);
        var unbuilt = Sequential([Dense(3)], name: "m");
        const string message = "Weights for model 'm' have not yet been created. Weights are created when the model is first called on inputs or `build()` is called with an `input_shape`.";
        Assert.Equal(message, Assert.Throws<ValueError>(() => unbuilt.save(folder["m.h5"])).Message);
        Assert.Equal(message, Assert.Throws<ValueError>(() => unbuilt.save_weights(folder["m.h5"])).Message);
        Assert.Equal(message, Assert.Throws<ValueError>(() => unbuilt.load_weights(folder["m.h5"])).Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        Assert.Throws<OSError>(() => Model().save_weights(folder["no/folder/w.h5"]));
    }

    [Fact]
    public void A_layer_whose_name_is_a_path_has_groups_within_groups()
    {
        var model = Sequential([Dense(3, name: "tower/base", input_shape: 4), Dense(2, name: "頂層")]);
        model.save(folder["model.h5"]);
        Assert.Equal(Weights(model), Weights(load_model(folder["model.h5"], compile: false)));

        var deep = Sequential([Dense(3, name: string.Concat(Enumerable.Repeat("a/", 100)), input_shape: 4)]);
        Assert.Throws<ValueError>(() => deep.save(folder["model.h5"]));
        Assert.Equal(Weights(model), Weights(load_model(folder["model.h5"], compile: false)));
    }

    [Fact]
    public void Before_writing_over_a_file_without_leave_Keras_asks()
    {
        File.WriteAllText(folder["a"], "");
        var (said, answer) = Ask("maybe\n Y \n");
        Assert.True(answer);
        Assert.Equal($"[WARNING] {folder["a"]} already exists - overwrite? [y/n]Enter \"y\" (overwrite) or \"n\" (cancel).[TIP] Next time specify overwrite=True!\n", said);
        Assert.False(Ask("n\n").Answer);
        Assert.Throws<OSError>(() => Ask(""));
        Assert.True(OverwritePrompt.MayWrite(folder["b"], overwrite: false));

        (string Said, bool Answer) Ask(string input)
        {
            using var output = new StringWriter();
            using var redirect = PythonConsole.Redirect(output);
            var answer = OverwritePrompt.MayWrite(folder["a"], overwrite: false, new StringReader(input));
            return (output.ToString(), answer);
        }
    }

    [Fact]
    public void Classes_and_functions_of_ones_own_are_found_by_name()
    {
        var model = Sequential([new Twice(3.5, new LayerArguments(input_shape: 4)), Dense(3)]);
        model.compile(optimizer: "sgd", loss: (Func<Tensor, Tensor, Tensor>)Own, metrics: [(Func<Tensor, Tensor, Tensor>)Own]);
        Step(model);
        model.save(folder["model.h5"]);
        Assert.Contains("Unknown layer: 'Twice'.", Assert.Throws<ValueError>(() => load_model(folder["model.h5"])).Message);
        var objects = new Dictionary<string, object> { ["Twice"] = typeof(Twice), ["Own"] = (Func<Tensor, Tensor, Tensor>)Own };
        var copy = load_model(folder["model.h5"], custom_objects: objects);
        Assert.Equal(3.5, Assert.IsType<Twice>(copy.layers[0]).factor);
        Assert.Equal(Step(model), Step(copy));
        using (keras.utils.custom_object_scope(objects))
        {
            Assert.IsType<Twice>(model_from_json(model.to_json()).layers[0]);
        }

        Assert.Throws<ValueError>(() => model_from_json(model.to_json()));
        Assert.Throws<TypeError>(() => load_model(folder["model.h5"], custom_objects: new Dictionary<string, object> { ["Twice"] = 3 }));
    }

    private static Tensor Own(Tensor y_true, Tensor y_pred) => keras.losses.mean_squared_error(y_true, y_pred);

    private static Sequential Model(string prefix = "") => Sequential([Dense(3, input_shape: 4, name: prefix + "a"), Dropout(0), Dense(3, name: prefix + "b")]);

    private static Sequential Trained()
    {
        var model = Model();
        model.compile(optimizer: keras.optimizers.Adam(0.01, amsgrad: true), loss: keras.losses.CategoricalCrossentropy(from_logits: true), metrics: ["accuracy", "mse"], loss_weights: 0.5f);
        for (var i = 0; i < 3; i++)
        {
            Step(model);
        }

        return model;
    }

    private static double Step(Model model)
    {
        var x = new NDArray(Enumerable.Range(0, 20).Select(i => (float)Math.Sin(i)).ToArray()).reshape(5, 4);
        var y = new NDArray(Enumerable.Range(0, 15).Select(i => i % 4 == 0 ? 1f : 0f).ToArray()).reshape(5, 3);
        return (double)model.train_on_batch(x, y);
    }

    private static List<float[]> Weights(Model model) => [.. model.get_weights().Select(w => w.ToArray<float>())];

    private sealed class Twice(double factor, LayerArguments kwargs = default) : Layer(kwargs)
    {
        public double factor { get; } = factor;

        public override Tensor call(Tensor inputs, bool? training = null) => inputs * (float)factor;

        public override Config get_config() => new(base.get_config()) { ["factor"] = factor };
    }
}
