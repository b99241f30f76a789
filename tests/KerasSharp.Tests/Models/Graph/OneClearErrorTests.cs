using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Optimizers;
using KerasSharp.Tests.Callbacks;
using NumSharp;
using static KerasSharp.keras;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>Mistakes that no golden case holds: each gives one exception that says what is wrong, and changes nothing.</summary>
public class OneClearErrorTests
{
    private static readonly NDArray X = np.ones(new Shape(4, 3), np.float32), Y = np.ones(new Shape(4, 1), np.float32);

    [Fact]
    public void A_call_that_forgets_to_return_is_told_wherever_the_model_is_used()
    {
        const string Message = "The `call` of layer \"net\" (type Forgetful) returned None: it must return a tensor.";
        Action<Model>[] uses = [m => m.apply(X), m => m.fit(X, Y, verbose: 0), m => m.evaluate(X, Y, verbose: 0), m => m.predict(X, verbose: 0), m => m.apply(keras.Input(3))];
        foreach (var use in uses)
        {
            var m = new Forgetful();
            m.compile("sgd", "mse");
            Assert.Equal(Message, Assert.Throws<ValueError>(() => use(m)).Message);
        }
    }

    [Theory]
    [InlineData("fit")]
    [InlineData("train_on_batch")]
    public void A_layer_that_comes_after_the_first_training_is_told_once_it_is_to_be_trained(string training)
    {
        Action<Model> train = training == "fit" ? m => m.fit(X, Y, verbose: 0) : m => m.train_on_batch(X, Y);
        var m = new Growing();
        m.compile("adam", "mse");
        train(m);
        m.more = Dense(1, name: "more");
        var before = m.first.get_weights().ConvertAll(w => w.ToArray<float>());
        var error = Assert.Throws<KeyError>(() => train(m));
        Assert.StartsWith("The optimizer cannot recognize variable growing/more/kernel:0.", error.Message);
        Assert.Equal(before, m.first.get_weights().ConvertAll(w => w.ToArray<float>()));
    }

    [Fact]
    public void A_layer_that_is_added_after_building_is_trained_after_the_next_compile()
    {
        var m = new Growing();
        m.compile("adam", "mse");
        m.fit(X, Y, verbose: 0);
        m.more = Dense(1, name: "more");
        m.compile("adam", "mse");
        m.fit(X, Y, verbose: 0);
        Assert.Equal(4, m.trainable_weights.Count);
    }

    [Fact]
    public void A_step_that_returns_nothing_is_told_in_each_of_the_three_calls()
    {
        var m = new NoSteps();
        m.compile("sgd", "mse");
        Assert.Contains("`train_function`", Assert.Throws<ValueError>(() => m.fit(X, Y, verbose: 0)).Message);
        Assert.StartsWith("`test_step` returned None.", Assert.Throws<ValueError>(() => m.evaluate(X, Y, verbose: 0)).Message);
        Assert.StartsWith("`predict_step` returned None.", Assert.Throws<ValueError>(() => m.predict(X, verbose: 0)).Message);
    }

    [Fact]
    public void A_value_asked_of_a_symbolic_tensor_is_told_with_the_tensor_s_text()
    {
        var x = keras.Input(3, name: "x");
        Action[] asks = [() => x.numpy(), () => _ = x.item(), () => x.ToArray<float>(), () => _ = x.size, () => tf.Variable(x)];
        foreach (var ask in asks)
        {
            Assert.StartsWith(
                "You are passing KerasTensor(type_spec=TensorSpec(shape=(None, 3), dtype=tf.float32, name='x'), name='x', description=\"created by layer 'x'\"), an intermediate",
                Assert.Throws<TypeError>(ask).Message);
        }
    }

    [Fact]
    public void A_layer_called_on_nothing_is_told()
    {
        var error = Assert.Throws<TypeError>(() => Dense(1, name: "d").apply((Tensor)null!));
        Assert.Equal("Inputs to a layer should be tensors. Got 'None' (of type <class 'NoneType'>) as input for layer 'd'.", error.Message);
    }

    [Fact]
    public void A_layer_called_on_a_list_that_holds_nothing_is_told()
    {
        var error = Assert.Throws<TypeError>(() => Concatenate(name: "c").apply([ops.ones(1, 2), null!]));
        Assert.Equal("Inputs to a layer should be tensors. Got 'None' (of type <class 'NoneType'>) as input for layer 'c'.", error.Message);
    }

    [Fact]
    public void The_warning_about_missing_gradients_comes_once()
    {
        using var recorded = new RecordedWarnings();
        var (a, b) = (tf.Variable(1.0, name: "a"), tf.Variable(1.0, name: "b"));
        Optimizer optimizer = optimizers.SGD();
        for (var i = 0; i < 3; i++)
        {
            optimizer.apply_gradients([(tf.constant(1.0), a), (null, b)]);
        }

        recorded.Expect(GoldenJson("""
            [{"kind": "log", "category": "WARNING", "message": "Gradients do not exist for variables ['b:0'] when minimizing the loss. If you're using `model.compile()`, did you forget to provide a `loss` argument?"}]
            """));
    }

    [Fact]
    public void An_argument_that_call_reads_is_no_mistake()
    {
        Assert.Equal(3, new Scaled().apply(ops.ones(1), kwargs: new Dictionary<string, object?> { ["by"] = 3.0 }).item());
        var error = Assert.Throws<TypeError>(() => new EmptyLayer().apply(ops.ones(1), kwargs: new Dictionary<string, object?> { ["by"] = 3.0 }));
        Assert.Equal("EmptyLayer.call() got an unexpected keyword argument 'by'", error.Message);
    }

    private static System.Text.Json.JsonElement GoldenJson(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement;

    private sealed class EmptyLayer : Layer;

    private sealed class Scaled : Layer
    {
        public override Tensor call(Nest<Tensor> inputs, in CallArguments args) => inputs.Value * args.get<object>("by") switch { double factor => factor, _ => 1 };
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

    private sealed class Growing() : Model(name: "growing")
    {
        public readonly Layer first = Dense(1, name: "first");
        public Layer? more;

        public override Tensor call(Tensor inputs, bool? training = null) => more is null ? first.apply(inputs) : more.apply(first.apply(inputs));
    }

    private sealed class NoSteps() : Model(name: "net")
    {
        private readonly Layer d = Dense(1);

        public override Tensor call(Tensor inputs, bool? training = null) => d.apply(inputs);

        public override KerasSharp.Callbacks.Logs train_step(Data data) => null!;

        public override KerasSharp.Callbacks.Logs test_step(Data data) => null!;

        public override Tensor predict_step(Data data) => null!;
    }
}
