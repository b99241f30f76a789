using KerasSharp.Models;
using KerasSharp.Tests.Callbacks;
using NumSharp;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Errors;

// fit, evaluate, predict. Validation data of one part or of four have no twin: the compiler refuses them.
public static partial class ErrorTwins
{
    public static void different_lengths() => Classifier().fit(Data(8, 4), Data(10, 3), verbose: 0);

    public static void different_lengths_sample_weight() => Classifier().fit(Data(8, 4), Data(8, 3), sample_weight: np.ones(new Shape(7)), verbose: 0);

    public static void different_lengths_evaluate() => Classifier().evaluate(Data(8, 4), Data(7, 3), verbose: 0);

    public static void validation_split_one() => Classifier().fit(Data(8, 4), Data(8, 3), validation_split: 1.0, verbose: 0);

    public static void validation_split_above_one() => Classifier().fit(Data(8, 4), Data(8, 3), validation_split: 1.2, verbose: 0);

    public static void validation_split_negative() => Classifier().fit(Data(8, 4), Data(8, 3), validation_split: -0.1, verbose: 0);

    public static void validation_split_leaves_nothing() => Classifier().fit(Data(1, 4), Data(1, 3), validation_split: 0.5, verbose: 0);

    public static void validation_split_takes_nothing() => Classifier().fit(Data(4, 4), Data(4, 3), validation_split: 0.01, verbose: 0);

    public static void empty_data() => Classifier().fit(Data(0, 4), Data(0, 3), verbose: 0);

    public static void empty_data_evaluate() => Classifier().evaluate(Data(0, 4), Data(0, 3), verbose: 0);

    public static void empty_data_predict() => Classifier().predict(Data(0, 4), verbose: 0);

    public static void no_data() => Classifier().fit((NDArray)null!, verbose: 0);

    public static void no_targets() => Classifier().fit(Data(8, 4), verbose: 0);

    public static void wrong_input_width() => Classifier("sequential").fit(Data(8, 5), Data(8, 3), verbose: 0);

    public static void wrong_input_rank() => Classifier("sequential", "dense").fit(Data(8, 4, 2, 2), Data(8, 3), verbose: 0);

    public static void batch_size_zero() => Classifier().fit(Data(8, 4), Data(8, 3), batch_size: 0, verbose: 0);

    public static void batch_size_negative() => Classifier().fit(Data(8, 4), Data(8, 3), batch_size: -2, verbose: 0);

    public static void epochs_zero() => Classifier().fit(Data(8, 4), Data(8, 3), epochs: 0, verbose: 0);

    public static void class_weight_missing_class()
        => Classifier().fit(Data(8, 4), utils.to_categorical(np.arange(8) % 3), class_weight: new Dictionary<int, float> { [0] = 1 }, verbose: 0);

    public static void steps_with_empty_dataset()
    {
        using var quiet = new RecordedWarnings();
        Classifier().evaluate(Data(8, 4), Data(8, 3), batch_size: 8, steps: 3, verbose: 0);
    }

    public static void unknown_callback_type() => Classifier().fit(Data(8, 4), Data(8, 3), callbacks: [null!], verbose: 0);

    private static Sequential Classifier(string? name = null, string? layer = null)
    {
        var model = Sequential([layers.Dense(3, activation: "softmax", input_shape: 4, name: layer)], name);
        model.compile(optimizer: "adam", loss: "categorical_crossentropy", metrics: ["accuracy"]);
        return model;
    }

    private static NDArray Data(params int[] shape) => new NDArray(typeof(float), new Shape(Array.ConvertAll(shape, d => (long)d)));
}
