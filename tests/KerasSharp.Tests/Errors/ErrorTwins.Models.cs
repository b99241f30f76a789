using static KerasSharp.keras;

namespace KerasSharp.Tests.Errors;

// Sequential models and their files.
public static partial class ErrorTwins
{
    public static void summary_not_built() => Sequential([layers.Dense(3)], name: "net").summary();

    public static void count_params_not_built() => Sequential([layers.Dense(3)], name: "net").count_params();

    public static void weights_not_built() => _ = Sequential([layers.Dense(3)], name: "net").weights.Count;

    public static void get_weights_not_built() => Sequential([layers.Dense(3)], name: "net").get_weights();

    public static void duplicate_layer_name()
    {
        var m = Sequential();
        m.add(layers.Dense(3, name: "a", input_shape: 4));
        m.add(layers.Dense(2, name: "a"));
    }

    public static void same_layer_twice()
    {
        var d = layers.Dense(4, name: "a", input_shape: 4);
        var m = Sequential();
        m.add(d);
        m.add(d);
    }

    public static void add_not_a_layer() => Sequential().add(null!);

    public static void pop_empty() => Sequential().pop();

    public static void add_incompatible_layer()
    {
        var m = Sequential([layers.Dense(3, input_shape: 4)]);
        m.add(layers.Conv2D(4, 3, name: "conv2d"));
    }

    public static void add_negative_dimension()
    {
        var m = Sequential([layers.Conv2D(4, 3, input_shape: (6, 6, 1))]);
        m.add(layers.MaxPooling2D());
        m.add(layers.Conv2D(4, 3));
    }

    public static void get_layer_unknown_name() => Sequential([layers.Dense(3, name: "a", input_shape: 4)]).get_layer("b");

    public static void get_layer_index_too_large() => Sequential([layers.Dense(3, input_shape: 4)]).get_layer(index: 3);

    public static void get_layer_no_argument() => Sequential([layers.Dense(3, input_shape: 4)]).get_layer();

    public static void get_layer_both_arguments() => Sequential([layers.Dense(3, name: "a", input_shape: 4)]).get_layer("a", 0);

    public static void load_model_missing_file() => models.load_model("missing.keras");

    public static void load_weights_missing_file() => Sequential([layers.Dense(3, input_shape: 4)]).load_weights("missing.weights.h5");

    public static void save_unknown_extension() => Sequential([layers.Dense(3, input_shape: 4)]).save("model.onnx", save_format: "onnx");

    public static void predict_wrong_width() => Sequential([layers.Dense(3, input_shape: 4)], name: "net").predict(Data(2, 5), verbose: 0);

    public static void call_wrong_rank() => Sequential([layers.Conv2D(4, 3, input_shape: (8, 8, 1))], name: "net").apply(Data(2, 8, 8));

    public static void call_wrong_channels() => Sequential([layers.Conv2D(4, 3, input_shape: (8, 8, 1), name: "conv2d")], name: "net").apply(Data(2, 8, 8, 3));
}
