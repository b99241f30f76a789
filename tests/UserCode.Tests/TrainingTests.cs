using KerasSharp.Engine;
using KerasSharp.Models;
using UserCode.Layers;
using UserCode.Models;
using static KerasSharp.keras.layers;
using keras = KerasSharp.keras;

namespace UserCode;

/// <summary>Seeds and the backend in use belong to the whole process, so no two of these tests run at once.</summary>
[Collection("one after another")]
public class TrainingTests
{
    [Fact]
    public void A_model_of_own_parts_trains()
    {
        keras.utils.set_random_seed(1);
        var (model, callback) = (new Regression(), new StopBelow(loss: 0.01));
        model.compile(new SignMomentum(learning_rate: 0.003), loss: new LogDistance(), metrics: [new ShareWithin(0.2)]);
        var history = model.fit(Samples.X, Samples.Y, batch_size: 16, epochs: 60, verbose: 0, callbacks: [callback]);

        Assert.Equal(["loss", "share_within"], history.history.Keys);
        Assert.Equal(callback.Losses, history.history["loss"]);
        Assert.True(callback.Losses[^1] < callback.Losses[0] / 4, $"from {callback.Losses[0]} to {callback.Losses[^1]}");
        Assert.True(history.history["share_within"][^1] > history.history["share_within"][0]);
        Assert.InRange(model.evaluate(Samples.X, Samples.Y, verbose: 0)["loss"], 0, callback.Losses[0] / 4);
    }

    [Fact]
    public void Layers_in_fields_lists_and_dictionaries_are_trained()
    {
        keras.utils.set_random_seed(2);
        var model = new Regression();
        model.apply(Samples.X);
        Assert.Equal(12, model.trainable_weights.Count); // six layers inside, a kernel and a bias each
        Assert.Equal(2, model.layers.Count);
        var before = model.get_weights();
        model.compile("adam", loss: "mse");
        model.fit(Samples.X, Samples.Y, verbose: 0);
        Assert.All(before.Zip(model.get_weights()), pair => Assert.NotEqual(pair.First.ToArray<float>(), pair.Second.ToArray<float>()));
    }

    [Fact]
    public void An_initializer_and_a_regularizer_of_ones_own_serve_any_layer()
    {
        var layer = Dense(2, kernel_initializer: new Ramp(1), kernel_regularizer: new FourthPower(0.5));
        layer.build((null, 2));
        Assert.Equal([-0.75f, -0.25f, 0.25f, 0.75f], layer.get_weights()[0].ToArray<float>());
        Assert.Equal(0.5f * 2 * (0.31640625f + 0.00390625f), Assert.Single(layer.losses).item(), 1e-6f);
    }

    [Fact]
    public void A_layer_of_ones_own_is_saved_and_loaded()
    {
        var file = Path.Combine(Path.GetTempPath(), $"user-code-{Guid.NewGuid()}.h5");
        try
        {
            Model model = keras.models.Sequential([InputLayer(3), new Linear(4), Dense(1)]);
            model.save(file);
            var loaded = keras.models.load_model(file, custom_objects: new Dictionary<string, object> { ["Linear"] = typeof(Linear) });
            Assert.Equal(model.predict(Samples.X, verbose: 0).ToArray<float>(), loaded.predict(Samples.X, verbose: 0).ToArray<float>());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_layer_with_several_outputs_is_part_of_a_functional_model()
    {
        var inputs = keras.Input(3);
        var (z_mean, z_log_var, z) = new Split().apply(inputs);
        var model = keras.Model(inputs, new() { ["mean"] = z_mean, ["sample"] = z, ["spread"] = z_log_var });
        var outputs = model.apply(Samples.X);
        Assert.Equal((64, 2), outputs["sample"].shape);
        Assert.Equal((outputs["mean"] + outputs["spread"] * 0.5).ToArray<float>(), outputs["sample"].ToArray<float>());
    }
}
