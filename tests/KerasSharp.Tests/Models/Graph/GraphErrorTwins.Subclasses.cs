using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using static KerasSharp.keras;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

// Models and layers of the user's own that are not finished.
public static partial class GraphErrorTwins
{
    // C# sets fields before it calls the constructor of the base class.
    public static void layer_field_before_super_init() => _ = new HasDense().weights.Count;

    public static void call_returns_nothing_symbolic() => new Silent().apply(keras.Input(3));

    public static void model_call_returns_nothing_in_fit()
    {
        var m = new Forgetful();
        m.compile("sgd", "mse", run_eagerly: true);
        m.fit(Zeros(2, 2), Zeros(2, 1), verbose: 0);
    }

    public static void summary_not_built() => new Through().summary();

    public static void weights_not_built() => _ = new OneDense().weights.Count;

    public static void save_weights_not_built()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            new OneDense().save_weights(Path.Combine(folder.FullName, "w.h5"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static void output_of_a_subclassed_model()
    {
        var n = new Through();
        n.apply(Ones(1, 2));
        _ = n.output;
    }

    public static void get_config_of_a_subclassed_model() => new OneDense().to_json();

    public static void get_config_of_a_layer_with_arguments() => new Scale(2).get_config();

    public static void from_config_unregistered_layer() => models.model_from_json(Sequential([keras.Input(3), new Scale(2)]).to_json());

    public static void train_step_returns_nothing() => Compiled(new NoStep(keras.Input(3))).fit(Zeros(2, 3), Zeros(2, 1), verbose: 0);

    public static void test_step_returns_nothing() => Compiled(new NoTest(keras.Input(3))).evaluate(Zeros(2, 3), Zeros(2, 1), verbose: 0);

    public static void input_spec_dtype() => new Own(new InputSpec(dtype: "int32")).apply(Ones(1, 3));

    private static Model Compiled(Model model)
    {
        model.compile("sgd", "mse", run_eagerly: true);
        return model;
    }

    private sealed class OneDense() : Model(name: "net")
    {
        private readonly Layer d = Dense(1);

        public override Tensor call(Tensor inputs, bool? training = null) => d.apply(inputs);
    }

    private sealed class Forgetful() : Model(name: "net")
    {
        private readonly Layer d = Dense(1);

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            d.apply(inputs);
            return null!;
        }
    }

    private sealed class NoStep(Tensor i) : Functional(i, Dense(1).apply(i))
    {
        public override Logs train_step(Data data) => null!;
    }

    private sealed class NoTest(Tensor i) : Functional(i, Dense(1).apply(i))
    {
        public override Logs test_step(Data data) => null!;
    }

    private sealed class HasDense : Layer
    {
        private readonly Layer d = Dense(1);

        public override Tensor call(Tensor inputs, bool? training = null) => d.apply(inputs);
    }

    private sealed class Scale(double factor) : Layer
    {
        public override Tensor call(Tensor inputs, bool? training = null) => inputs * factor;
    }
}
