using KerasSharp.Engine;
using static KerasSharp.keras;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models;

/// <summary>What <c>keras.Input</c> gives stands in a Sequential model for its InputLayer, as Keras's guides write it.</summary>
[Collection("alone")]
public class SequentialInputTests
{
    [Fact]
    public void The_list_may_begin_with_an_input()
    {
        keras.backend.clear_session();
        var model = Sequential([keras.Input(3, name: "x"), Dense(2)], name: "stack");
        Assert.True(model.built);
        Assert.Equal((null, 2), model.output.shape);
        Assert.Equal("x", model.input_layer!.name);
        Assert.Equal(["dense"], model.layers.Select(layer => layer.name));
        Assert.Equal("stack", model.name);

        keras.backend.clear_session();
        Assert.Equal(Sequential([InputLayer(3, name: "x"), Dense(2)], name: "stack").to_json(), model.to_json());
    }

    [Fact]
    public void An_input_is_added_first()
    {
        var model = Sequential();
        model.add(keras.Input((4, 4, 1), batch_size: 8));
        model.add(Flatten());
        model.add(Dense(5));
        Assert.Equal((8, 5), model.output.shape);
        Assert.Equal(2, model.weights.Count);
    }

    [Fact]
    public void Layers_alone_keep_their_form()
    {
        Assert.Empty(Sequential([]).layers);
        var model = Sequential([Dense(4, input_shape: 3), Dense(2)]);
        Assert.Equal((null, 2), model.output.shape);
        Assert.Equal(2, Sequential(model.layers.Take(2)).layers.Count);
        Assert.Equal(2, Sequential([keras.Input(3), .. model.layers]).layers.Count);
    }

    [Fact]
    public void What_a_layer_made_is_no_input()
    {
        keras.backend.clear_session();
        var y = Dense(2).apply(keras.Input(3));
        var error = Assert.Throws<TypeError>(() => Sequential([y, Dense(2)]));
        Assert.Equal(
            "The added layer must be an instance of class Layer. Received: layer=KerasTensor(type_spec=TensorSpec(shape=(None, 2), dtype=tf.float32, name=None), "
            + "name=None, description=\"created by layer 'dense'\") of type <class 'keras.src.engine.keras_tensor.KerasTensor'>.",
            error.Message);
        Assert.StartsWith("The added layer must be an instance of class Layer. Received: layer=tf.Tensor(", Assert.Throws<TypeError>(() => Sequential().add(tf.constant(1))).Message);
        Assert.StartsWith("The added layer must be an instance of class Layer. Received: layer=None", Assert.Throws<TypeError>(() => Sequential().add(null!)).Message);
    }
}
