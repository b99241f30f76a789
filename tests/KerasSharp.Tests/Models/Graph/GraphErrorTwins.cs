using KerasSharp.Engine;
using KerasSharp.Models;
using NumSharp;
using static KerasSharp.keras;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>The C# twins of the Python code in <c>calls.errors</c> of functional.json that build graphs: a method per case, of its name.</summary>
public static partial class GraphErrorTwins
{
    public static void graph_disconnected()
    {
        var (p, q) = (keras.Input(3, name: "p"), keras.Input(2, name: "q"));
        Model(p, Dense(1, name: "d").apply(q));
    }

    public static void graph_disconnected_behind_layers()
    {
        var (p, q) = (keras.Input(3, name: "p"), keras.Input(2, name: "q"));
        var x = Dense(2, name: "first").apply(p);
        var y = Concatenate(name: "join").apply([x, Dense(2, name: "second").apply(q)]);
        Model(p, Dense(1, name: "third").apply(y));
    }

    public static void input_of_another_model()
    {
        var i = keras.Input(3, name: "i");
        var old = Model(i, Dense(1, name: "d").apply(i));
        Model(keras.Input(3, name: "j"), old.output);
    }

    public static void same_name_twice()
    {
        var p = keras.Input(3, name: "p");
        Model(p, Dense(1, name: "d").apply(Dense(2, name: "d").apply(p)));
    }

    public static void same_name_three_times()
    {
        var p = keras.Input(3, name: "p");
        var x = p;
        for (var i = 0; i < 3; i++)
        {
            x = Dense(2, name: "d").apply(x);
        }

        Model(p, x);
    }

    public static void input_and_layer_of_one_name()
    {
        var p = keras.Input(3, name: "d");
        Model(p, Dense(1, name: "d").apply(p));
    }

    public static void same_input_twice()
    {
        var p = keras.Input(3, name: "p");
        Model([p, p], Dense(1).apply(p));
    }

    public static void output_is_none() => Model(keras.Input(3, name: "p"), (Tensor)null!);

    public static void output_is_an_eager_tensor() => Model(keras.Input(3, name: "p"), ops.ones(1, 2));

    public static void input_is_an_array()
    {
        var p = keras.Input(3, name: "p");
        Model(Ones(1, 3), Dense(1).apply(p));
    }

    public static void layer_on_none() => Dense(1, name: "dense").apply((Tensor)null!);

    public static void input_without_shape() => keras.Input();

    public static void input_shape_and_batch_shape() => keras.Input(shape: 3, batch_shape: (2, 3));

    public static Tensor input_shape_is_a_number() => keras.Input(3);

    public static void input_negative() => keras.Input(-3);

    public static void layer_name_with_a_space() => Dense(1, name: "my layer").apply(Ones(1, 2));

    public static void output_of_a_layer_called_twice()
    {
        var d = Dense(3, name: "d");
        d.apply(d.apply(keras.Input(3)));
        _ = d.output;
    }

    public static void input_of_a_layer_called_twice()
    {
        var d = Dense(3, name: "d");
        d.apply(d.apply(keras.Input(3)));
        _ = d.input;
    }

    public static void output_shape_of_a_layer_called_twice()
    {
        var d = Dense(2, name: "d");
        d.apply(keras.Input((3, 3)));
        d.apply(keras.Input((5, 3)));
        _ = d.output_shape;
    }

    public static void output_of_a_layer_that_saw_arrays()
    {
        var d = Dense(2, name: "d");
        d.apply(Ones(1, 3));
        _ = d.output;
    }

    public static void input_of_a_layer_not_called() => _ = Dense(2, name: "d").input;

    public static void get_output_at_beyond()
    {
        var d = Dense(2, name: "d");
        d.apply(keras.Input(3));
        d.get_output_at(1);
    }

    public static void get_layer_inside_a_nested_model()
    {
        var i = keras.Input(3);
        var inner = Model(i, Dense(1, name: "deep").apply(i), name: "inner");
        var j = keras.Input(3, name: "j");
        Model(j, inner.apply(j)).get_layer("deep");
    }

    public static void sequential_with_several_outputs() => Sequential([Outs()]);

    public static void model_from_json_not_json() => models.model_from_json("{");

    public static void set_weights_of_a_model() => Two().set_weights([np.zeros(new Shape(5, 1))]);

    public static void add_loss_of_a_foreign_tensor()
    {
        var z = keras.Input(3, name: "z");
        Two().add_loss(Dense(1, name: "tf.math.reduce_mean").apply(z));
    }

    public static void nested_model_wrong_shape() => Two().apply([keras.Input(4), keras.Input(2)]);

    public static void concatenate_of_integers_and_floats() => Concatenate(name: "concatenate").apply([keras.Input(3, dtype: "int32"), keras.Input(3)]);

    public static void too_many_inputs() => Two().apply([Ones(1, 3), Ones(1, 2), Ones(1, 1)]);

    public static void too_few_inputs() => Two().apply([Ones(1, 3)]);

    public static void one_tensor_for_two() => Two().apply(Ones(1, 3));

    public static void list_for_one() => Outs().apply([Ones(1, 3), Ones(1, 3)]);

    public static void dictionary_without_a_key() => Two().apply(new Tensors { ["p"] = Ones(1, 3) });

    public static void dictionary_with_wrong_keys() => Two().apply(new Tensors { ["p"] = Ones(1, 3), ["r"] = Ones(1, 2) });

    public static void wrong_last_axis() => Two().apply([Ones(1, 5), Ones(1, 2)]);

    public static void another_length() => Pooled((3, 2)).apply(Ones(1, 5, 2));

    public static void another_rank() => Pooled((3, 2)).apply(Ones(1, 3));

    public static void a_missing_last_axis_of_one_is_added() => Pooled((3, 1)).apply(Ones(1, 3));

    public static void wrong_order() => Two().apply([Ones(1, 2), Ones(1, 3)]);

    public static void different_batch_sizes() => Two().apply([Ones(1, 3), Ones(2, 2)]);

    public static void none_as_input() => Outs().apply((Tensor)null!);

    public static void training_of_a_layer_without_it() => Dense(1).apply(Ones(1, 3), training: true);

    public static void numpy_of_a_symbolic_tensor() => keras.Input(3, name: "x").numpy();

    public static void operator_of_other_shapes() => _ = keras.Input(3) + keras.Input(4);

    /// <summary>The model of most cases: two inputs, joined, one output.</summary>
    internal static Functional Two()
    {
        var (p, q) = (keras.Input(3, name: "p"), keras.Input(2, name: "q"));
        return Model([p, q], Dense(1, name: "y").apply(concatenate([p, q])), name: "two");
    }

    /// <summary>One input, two outputs.</summary>
    internal static Functional Outs()
    {
        var p = keras.Input(3, name: "p");
        return Model(p, [Dense(1, name: "u").apply(p), Dense(2, name: "w").apply(p)], name: "outs");
    }

    private static Functional Pooled(TensorShape shape)
    {
        var p = keras.Input(shape, name: "p");
        return Model(p, GlobalMaxPooling1D(name: "global_max_pooling1d").apply(p), name: "m");
    }

    private static Tensor Ones(params int[] shape) => ops.ones(shape);
}
