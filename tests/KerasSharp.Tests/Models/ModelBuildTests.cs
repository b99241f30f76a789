using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Tests.Utils;
using NumSharp;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models;

/// <summary><c>model.build(shape)</c> of a subclassed model makes the weights of the layers inside, without data.</summary>
public class ModelBuildTests
{
    private static readonly NDArray X = np.ones(new Shape(2, 4)).astype(np.float32);

    [Fact]
    public void Weights_come_with_build_and_can_be_loaded()
    {
        using var folder = new TemporaryFolder();
        var trained = new Net();
        var expected = trained.predict(X, verbose: 0);
        trained.save_weights(folder["net.h5"]);

        var model = new Net();
        Assert.Throws<ValueError>(() => model.load_weights(folder["net.h5"]));
        model.build((null, 4));
        Assert.Equal(["(4, 3)", "(3,)", "(3, 2)", "(2,)"], model.trainable_weights.Select(w => w.shape.ToString()));
        Assert.Equal(4 * 3 + 3 + 3 * 2 + 2, model.count_params());
        model.load_weights(folder["net.h5"]);
        Assert.Equal(expected.ToArray<float>(), model.predict(X, verbose: 0).ToArray<float>());
    }

    [Fact]
    public void Several_inputs_take_several_shapes()
    {
        var model = new Pair();
        model.build(Nest.Dictionary<TensorShape>([KeyValuePair.Create("a", new Nest<TensorShape>((null, 4))), KeyValuePair.Create("b", new Nest<TensorShape>((null, 2)))]));
        Assert.Equal(["(4, 3)", "(3,)", "(2, 3)", "(3,)"], model.weights.Select(w => w.shape.ToString()));
    }

    [Fact]
    public void A_class_may_build_more_itself()
    {
        var model = new OwnBuild();
        model.apply(X);
        Assert.Equal(["(4, 3)", "(3,)", "(3, 2)", "(2,)", "(4,)"], model.weights.Select(w => w.shape.ToString()));
    }

    [Fact]
    public void A_shape_must_be_given()
        => Assert.Equal("Input shape must be defined when calling `build()` on a `Model` subclass network.", Assert.Throws<ValueError>(() => new Net().build(default(TensorShape))).Message);

    private class Net : Model
    {
        private readonly Layer first = Dense(3, activation: "relu"), second = Dense(2);

        public override Tensor call(Tensor inputs, bool? training = null) => second.apply(first.apply(inputs));
    }

    private sealed class OwnBuild : Net
    {
        public override void build(TensorShape input_shape)
        {
            add_weight(name: "own", shape: input_shape[^1..]);
            base.build(input_shape);
        }
    }

    private sealed class Pair : Model
    {
        private readonly Layer a = Dense(3), b = Dense(3);

        public override Tensor call(Tensor inputs, bool? training = null) => a.apply(inputs["a"]) + b.apply(inputs["b"]);
    }
}
