using KerasSharp;
using KerasSharp.Engine;
using NumSharp;
using UserCode.Layers;
using static KerasSharp.keras.layers;
using static KerasSharp.keras.models;

namespace UserCode;

/// <summary>A user's own cell, and states as a translator from one language to another hands them on.</summary>
public class RecurrentTests
{
    [Fact]
    public void A_cell_of_one_s_own_runs_over_the_steps()
    {
        var x = Tensor.From<float>([1, 2, 3, 4, 5, 6], 1, 3, 2);
        var layer = RNN(new MinimalRNNCell(2), return_sequences: true, return_state: true);
        var (y, state) = layer.apply(x);
        layer.set_weights([new NDArray(new float[] { 1, 0, 0, 1 }).reshape(2, 2), new NDArray(new float[] { 2, 0, 0, 3 }).reshape(2, 2)]);
        (y, state) = layer.apply(x);
        Assert.Equal([1f, 2, 3 + (2 * 1), 4 + (3 * 2), 5 + (2 * 5), 6 + (3 * 10)], y.ToArray<float>());
        Assert.Equal([15f, 36], state.ToArray<float>());

        var back = RNN(new MinimalRNNCell(2), go_backwards: true);
        back.apply(x);
        back.set_weights(layer.get_weights());
        Assert.Equal([1 + (2 * (3 + (2 * 5))), 2f + (3 * (4 + (3 * 6)))], back.apply(x).ToArray<float>());
    }

    [Fact]
    public void Cells_of_both_kinds_work_one_behind_the_other_and_in_both_directions()
    {
        var model = Sequential([
            Input((4, 3)),
            RNN([new MinimalRNNCell(2), LSTMCell(3)], return_sequences: true),
            Bidirectional(RNN(new MinimalRNNCell(2)))]);
        Assert.Equal((null, 4), model.output_shape);
        Assert.Equal([4 + 2 + 2], [model.layers[0].compute_output_shape((5, 4, 3))[^1] + 1 + 4]);
        model.compile("sgd", "mse");
        var history = model.fit(np.ones(new Shape(8, 4, 3), typeof(float)), np.ones(new Shape(8, 4), typeof(float)), epochs: 5, verbose: 0);
        Assert.True(history.history["loss"][^1] < history.history["loss"][0]);
        Assert.Equal(2 + 3 + 4, model.weights.Count);
    }

    [Fact]
    public void States_go_from_an_encoder_to_a_decoder()
    {
        Tensor source = Input((null, 3)), target = Input((null, 2));
        var (encoded, h, c) = LSTM(4, return_state: true).apply(source);
        Assert.Equal((null, 4), encoded.shape);
        var (y, _, _) = LSTM(4, return_sequences: true, return_state: true).apply(target, initial_state: [h, c]);
        var model = Model([source, target], Dense(2).apply(y));
        model.compile("adam", "mse");
        NDArray a = np.ones(new Shape(2, 5, 3), typeof(float)), b = np.ones(new Shape(2, 6, 2), typeof(float));
        model.fit((a, b), b, epochs: 1, verbose: 0);
        var copy = model_from_json(model.to_json());
        copy.set_weights(model.get_weights());
        Assert.Equal(model.predict((a, b), verbose: 0).ToArray<float>(), copy.predict((a, b), verbose: 0).ToArray<float>());
    }

    [Fact]
    public void A_stateful_layer_goes_on_until_it_is_reset()
    {
        var model = Sequential([Input(batch_shape: (1, 2, 3)), GRU(2, stateful: true)]);
        var x = Tensor.Full(1, 1, 2, 3);
        var first = model.apply(x).ToArray<float>();
        Assert.NotEqual(first, model.apply(x).ToArray<float>());
        model.reset_states();
        Assert.Equal(first, model.apply(x).ToArray<float>());
    }
}
