using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Saving;
using NumSharp;
using static KerasSharp.keras;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

// Models, inputs and copies that are made of the wrong things.
public static partial class GraphErrorTwins
{
    public static void graph_disconnected_operator()
    {
        var (p, q) = (keras.Input(3, name: "p"), keras.Input(3, name: "q"));
        Model(p, p + q);
    }

    public static void output_is_an_array() => Model(keras.Input(3, name: "p"), tf.constant(np.ones(new Shape(1, 2))));

    public static Tensor input_batch_shape_and_batch_size() => keras.Input(batch_shape: (2, 3), batch_size: 2);

    public static Tensor input_unknown_dtype() => keras.Input(3, dtype: "float");

    // The compiler refuses a number as a name; a configuration from a file can hold one.
    public static void layer_name_is_a_number() => ObjectRegistry.Create("layers", "Dense", new Dictionary<string, object?> { ["units"] = 1, ["name"] = 3 });

    public static void sequential_of_tensors() => Sequential([keras.Input(3), Dense(1, name: "dense").apply(keras.Input(3))]);

    public static void clone_of_a_subclassed_model() => models.clone_model(new Through());

    public static void from_config_unknown_layer()
    {
        var c = Two().get_config();
        var layer = (Config)((IReadOnlyList<object?>)c["layers"]!)[2]!;
        layer["class_name"] = "Konkat";
        layer.Remove("registered_name");
        layer.Remove("module");
        Functional.from_config(c);
    }

    public static void lambda_makes_a_variable() => Lambda(x => x * tf.Variable(1.0, name: "v"), name: "lam").apply(keras.Input(3));

    public static void add_metric_without_name()
    {
        var model = Two();
        model.add_metric(tf.reduce_mean(model.output));
    }

    public static void add_metric_without_aggregation()
    {
        var model = Two();
        model.add_metric(tf.reduce_mean(model.output), name: "m");
    }

    public static void add_metric_twice()
    {
        var model = Two();
        model.add_metric(tf.reduce_mean(model.output), name: "m");
        model.add_metric(tf.reduce_sum(model.output), name: "m");
    }

    public static void nested_model_of_other_inputs() => Two().apply(keras.Input(3, name: "j"));

    private sealed class Through() : Model(name: "net")
    {
        public override Tensor call(Tensor inputs, bool? training = null) => inputs;
    }
}
