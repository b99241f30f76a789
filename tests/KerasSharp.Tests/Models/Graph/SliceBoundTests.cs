using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>A symbolic tensor as a bound of a slice is an input of the layer that slices.</summary>
[Collection("alone")]
public class SliceBoundTests
{
    private static readonly Tensor X = tf.constant([[1, 2, 3, 4], [5, 6, 7, 8]], dtype: "float32");

    [Fact]
    public void The_bound_is_an_input_of_the_layer()
    {
        keras.backend.clear_session();
        var (x, n) = (keras.Input(4, name: "x"), keras.Input(batch_shape: Array.Empty<int?>(), name: "n", dtype: "int32"));
        var y = x[.., slice(n)];
        Assert.Equal((null, null), y.shape);
        Assert.Collection(((KerasTensor)y).Node.Inputs, input => Assert.Same(x, input), input => Assert.Same(n, input));
    }

    [Fact]
    public void Each_call_slices_by_its_own_bound()
    {
        var model = Model();
        Assert.Equal([2f, 3, 6, 7], model.apply([X, tf.constant(1), tf.constant(3)]).ToArray<float>());
        Assert.Equal([1f, 2, 3, 4, 5, 6, 7, 8], model.apply([X, tf.constant(0), tf.constant(9)]).ToArray<float>());
    }

    [Fact]
    public void The_configuration_names_the_bounds_and_makes_the_model_again()
    {
        var model = Model();
        var json = model.to_json();
        Assert.Contains(
            """[["x", 0, 0, {"slice_spec": [{"start": null, "stop": null, "step": null}, {"start": ["n", 0, 0], "stop": ["m", 0, 0], "step": null}]}]]""",
            json);
        var again = Functional.from_config(model.get_config());
        Assert.Equal(json, again.to_json());
        Assert.Equal([3f, 4, 7, 8], again.apply([X, tf.constant(2), tf.constant(4)]).ToArray<float>());
    }

    [Fact]
    public void One_slice_alone_and_its_step_take_bounds_too()
    {
        keras.backend.clear_session();
        var (x, n) = (keras.Input(2, name: "x"), keras.Input(batch_shape: Array.Empty<int?>(), name: "n", dtype: "int32"));
        var model = keras.Model([x, n], x[slice(null, null, n)]);
        Assert.Contains("""{"slice_spec": {"start": null, "stop": null, "step": ["n", 0, 0]}}""", model.to_json());
        Assert.Equal([1f, 2, 5, 6], Functional.from_config(model.get_config()).apply([tf.constant([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), tf.constant(2)]).ToArray<float>());
    }

    [Fact]
    public void A_constant_is_sliced_by_a_symbolic_bound()
    {
        keras.backend.clear_session();
        var n = keras.Input(batch_shape: Array.Empty<int?>(), name: "n", dtype: "int32");
        var model = keras.Model(n, [X[.., slice(n)], X[n]]);
        var (columns, row) = model.apply(tf.constant(1));
        Assert.Equal([1f, 5], columns.ToArray<float>());
        Assert.Equal([5f, 6, 7, 8], row.ToArray<float>());
    }

    [Fact]
    public void What_is_no_bound_is_refused() => Assert.Throws<TypeError>(() => X[slice("1", 2)]);

    private static Functional Model()
    {
        keras.backend.clear_session();
        var x = keras.Input(4, name: "x");
        Tensor n = keras.Input(batch_shape: Array.Empty<int?>(), name: "n", dtype: "int32"), m = keras.Input(batch_shape: Array.Empty<int?>(), name: "m", dtype: "int32");
        return keras.Model([x, n, m], x[.., slice(n, m)]);
    }
}
