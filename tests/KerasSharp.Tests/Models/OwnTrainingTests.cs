using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using NumSharp;
using static KerasSharp.builtins;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models;

/// <summary>Models with a training step of their own. Runs alone: other tests would draw from the same random numbers.</summary>
[Collection("alone")]
public class OwnTrainingTests
{
    private static readonly NDArray X = np.arange(40).astype("float32").reshape(10, 4) / 40f;
    private static readonly NDArray Y = keras.utils.to_categorical(np.arange(10));

    [Fact]
    public void The_design_s_model_trains_to_the_same_bits_as_the_built_in_step()
    {
        var (own, built_in) = (Trained(new MyModel()), Trained(new Plain()));
        Assert.Equal(built_in.history["loss"], own.history["loss"]);
        Assert.Equal(built_in.history["accuracy"], own.history["accuracy"]);
        Assert.Equal(["loss", "accuracy", "val_loss", "val_accuracy"], own.history.Keys);
    }

    [Fact]
    public void A_step_that_returns_nothing_is_told()
    {
        var model = new Nothing();
        model.compile("sgd", loss: "mse");
        var error = Assert.Throws<ValueError>(() => model.fit(X, Y, verbose: 0));
        Assert.Equal(
            "`train_step` returned None. It must return the logs, a dictionary of values by name, such as what `compute_metrics` returns.", error.Message);
        Assert.Throws<ValueError>(() => model.train_on_batch(X, Y));
        Assert.Equal(0, TensorScope.LiveCount);
    }

    [Fact]
    public void A_wrong_name_of_the_history_lists_those_that_are_there()
    {
        var history = Trained(new Plain());
        var error = Assert.Throws<KeyError>(() => history.history["wrong"]);
        Assert.Equal("'wrong'. Existing names are: ['loss', 'accuracy', 'val_loss', 'val_accuracy']", error.Message);
    }

    [Fact]
    public void A_result_prints_as_Python_s_list()
    {
        var model = new Plain();
        model.compile("sgd", loss: "mse", metrics: ["accuracy"]);
        using var console = new StringWriter();
        var result = model.evaluate(X, Y, verbose: 0);
        console.WriteLine(result);
        Assert.Matches(@"^\[0\.\d+, [01]\.\d+\]$", console.ToString().TrimEnd());
        Assert.Equal(result.ToString(), console.ToString().TrimEnd());
    }

    [Fact]
    public void Gradients_come_as_any_pairs()
    {
        var variable = new Variable(Tensor.Scalar(1));
        keras.optimizers.SGD(0.5).apply_gradients(new Tensor?[] { Tensor.Scalar(2) }.Zip(new[] { variable }));
        Assert.Equal(0, variable.item());
    }

    [Fact]
    public void A_metric_of_the_model_s_own_is_shown_and_reset()
    {
        var model = new Noted();
        model.compile("sgd", loss: "mse");
        var history = model.fit(X, Y, batch_size: 5, epochs: 2, verbose: 0);
        Assert.Equal(["loss", "calls"], history.history.Keys);
        Assert.Equal([1.5, 3.5], history.history["calls"]); // the mean of 1 and 2, of 3 and 4
    }

    private static History Trained(Model model)
    {
        keras.utils.set_random_seed(1);
        model.compile(optimizer: "adam", loss: keras.losses.CategoricalCrossentropy(from_logits: true), metrics: ["accuracy"]);
        return model.fit(X, Y, batch_size: 4, epochs: 3, validation_data: (X, Y), verbose: 0);
    }

    private class Plain : Model
    {
        private readonly Layer d1 = Dense(32, activation: "relu"), d2 = Dense(10);

        public override Tensor call(Tensor inputs, bool? training = null) => d2.apply(d1.apply(inputs));
    }

    private sealed class MyModel : Model
    {
        private readonly Layer d1 = Dense(32, activation: "relu"), d2 = Dense(10);

        public override Tensor call(Tensor inputs, bool? training = null) => d2.apply(d1.apply(inputs));

        public override Logs train_step(KerasSharp.Data data)
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

    private sealed class Nothing : Plain
    {
        public override Logs train_step(KerasSharp.Data data) => null!;
    }

    private sealed class Noted : Plain
    {
        private int calls;

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            if (training == true)
            {
                add_metric(Tensor.Scalar(++calls), "calls");
            }

            return base.call(inputs, training);
        }
    }
}
