// The lines stand as the design has them, without what our analyzers ask for.
#pragma warning disable CA1852, IDE0040
using KerasSharp;
using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using NumSharp;
using UserCode.Layers;
using static KerasSharp.builtins;
using static KerasSharp.keras.layers;
using static KerasSharp.keras.models;

namespace UserCode;

/// <summary>The lines of the design (section 3) as they stand: what they look like decides the form of the API.</summary>
[Collection("one after another")]
public class DesignLines
{
    private static readonly NDArray X1 = Samples.X, X2 = Samples.X["..., 0:2"], Y1 = Samples.Y, Y2 = Samples.Y * 2f, Y = Samples.Y;

    [Fact]
    public void Tensors_and_layers_with_several_outputs()
    {
        var inputs = Input(8);
        var y = Dense(10).apply(inputs);
        var x = Dense(10).apply(inputs); x = x + y * 0.5f; var last = x[.., ^1]; print(x.shape);   // apply gives a Tensor
        Assert.Equal((null, 10), x.shape);
        Assert.Equal(1, last.ndim);
    }

    [Fact]
    public void Several_outputs_are_deconstructed_and_iterated()
    {
        Layer lstm = new Split(), encoder = new Split();
        var x = Input(8);
        {
            var (y, h, c) = lstm.apply(x); var (z_mean, z_log_var, z) = encoder.apply(x);              // several outputs
            Assert.All([y, h, c, z_mean, z_log_var, z], t => Assert.Equal((null, 2), t.shape));
        }

        var model = keras.Model(x, new() { ["kind"] = Dense(2).apply(x), ["size"] = Dense(1).apply(x) });
        foreach (var o in model.apply(x)) { }
        var d = model.apply(x)["size"];
        Assert.Equal((null, 1), d.shape);
    }

    [Fact]
    public void Models_with_several_inputs_and_outputs_train()
    {
        Tensor a = Input(3, name: "image"), b = Input(2, name: "extra");
        var joined = Dense(4).apply(a) + Dense(4).apply(b);
        Tensor p = Dense(1, name: "kind").apply(joined), q = Dense(1, name: "size").apply(joined);
        Tensor inputs = a, kind = Dense(1).apply(a), size = Dense(1).apply(a);
        {
            var model = Model([a, b], [p, q]); var model2 = Model(inputs, new() { ["kind"] = kind, ["size"] = size });
            model2.compile("adam", loss: new() { ["kind"] = "mse", ["size"] = "mae" }, metrics: ["accuracy"], loss_weights: [1.0, 0.2]);
            model.compile("adam", loss: new() { ["kind"] = "mse", ["size"] = "mae" }, metrics: ["accuracy"], loss_weights: [1.0, 0.2]);
            model.fit((X1, X2), (Y1, Y2));
        }

        {
            var model = Model([a, b], p);
            var dataset = tf.data.Dataset.from_tensor_slices(((X1, X2), Y)).batch(16);
            model.compile("adam", loss: "mse");
            model.fit([X1, X2], Y); model.fit((X1, X2), Y); model.fit(new() { ["image"] = X1, ["extra"] = X2 }, Y); model.fit(dataset);
        }
    }

    [Fact]
    public void MyModel_trains()
    {
        keras.utils.set_random_seed(5);
        var model = new MyModel();
        model.compile("adam", loss: "mse", metrics: ["mae"]);
        var history = model.fit(X1, np.concatenate(new[] { Y, Y, Y, Y, Y, Y, Y, Y, Y, Y }, axis: 1), epochs: 10, verbose: 0);
        Assert.Equal(["loss", "mae"], history.history.Keys);
        Assert.True(history.history["loss"][^1] < history.history["loss"][0]);
        Assert.Equal(4, model.trainable_variables.Count);
    }

    class MyModel : Model
    {
        readonly Layer d1 = Dense(32, activation: "relu"), d2 = Dense(10);
        public override Tensor call(Tensor inputs, bool? training = null) => d2.apply(d1.apply(inputs));
        public override Logs train_step(Data data)
        {
            var (x, y, sample_weight) = data;
            using var tape = tf.GradientTape();
            var y_pred = apply(x, training: true);
            var loss = compute_loss(x, y, y_pred, sample_weight);
            var gradients = tape.gradient(loss, trainable_variables);
            optimizer.apply_gradients(zip(gradients, trainable_variables));
            return compute_metrics(x, y, y_pred, sample_weight);
        }
    }

    [Fact]
    public void A_stack_begins_with_its_input()
    {
        var model = Sequential([Input((28, 28, 1)), Flatten(), Dense(10, activation: "softmax")]);
        var other = Sequential();
        other.add(Input(8));
        other.add(Dense(2));
        Assert.Equal((null, 10), model.output.shape);
        Assert.Equal((null, 2), other.output.shape);
        Assert.Equal(7850, model.count_params());
    }
}
