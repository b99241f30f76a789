using System.Text.Json;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Optimizers;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Optimizers;

/// <summary>What optimizers share.</summary>
public class OptimizerTests
{
    private static readonly GoldenCases Golden = new("identifiers.json", "optimizers", label: c => c.GetProperty("identifier").GetString()!);

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_string_means_what_it_means_to_Keras(string name) => Golden.Run(name, c =>
    {
        var identifier = c.GetProperty("identifier").GetString()!;
        if (c.GetProperty("resolves_to").ValueKind == JsonValueKind.Null)
        {
            Assert.Throws<ValueError>(() => keras.optimizers.get(identifier));
            return;
        }

        Optimizer optimizer = identifier;
        Assert.Equal(c.GetProperty("resolves_to").GetString(), optimizer.GetType().Name);
        Assert.Equal(identifier, optimizer.identifier);
    });

    [Fact]
    public void The_rate_is_a_float32_and_can_be_set()
    {
        var optimizer = keras.optimizers.Adam(learning_rate: 0.001);
        Assert.Equal(0.0010000000474974513, optimizer.learning_rate);

        optimizer.lr = 0.5;
        Assert.Equal(0.5, optimizer.learning_rate);
    }

    [Fact]
    public void The_rate_of_a_schedule_cannot_be_set()
    {
        var optimizer = keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.9));
        var error = Assert.Throws<TypeError>(() => optimizer.learning_rate = 0.5);

        Assert.StartsWith("This optimizer was created with a `LearningRateSchedule` object", error.Message);
        Assert.Equal(0.1f, (float)optimizer.learning_rate);
    }

    [Fact]
    public void A_constraint_acts_after_the_step()
    {
        var variable = new Variable(Tensor.From<float>([1, 1], 2), "w:0") { constraint = new NonNeg() };
        keras.optimizers.SGD(1.0).apply_gradients([(Tensor.From<float>([3, 0.5f], 2), variable)]);

        Assert.Equal([0, 0.5f], variable.value.ToArray<float>());
    }

    [Fact]
    public void A_variable_without_gradient_stays_and_all_without_are_refused()
    {
        Variable moved = new(keras.ops.ones(2), "a:0"), still = new(keras.ops.ones(2), "b:0");
        var optimizer = keras.optimizers.Adam(weight_decay: 0.1);
        optimizer.apply_gradients([(keras.ops.ones(2), moved), (null, still)]);

        Assert.NotEqual(1, moved.value.ToArray<float>()[0]);
        Assert.Equal([1, 1], still.value.ToArray<float>());
        var error = Assert.Throws<ValueError>(() => optimizer.apply_gradients([(null, moved), (null, still)]));
        Assert.StartsWith("No gradients provided for any variable: (['a:0', 'b:0'],).", error.Message);
    }

    [Fact]
    public void A_variable_that_it_was_not_built_for_is_refused()
    {
        Variable known = new(keras.ops.ones(2), "a:0"), other = new(keras.ops.ones(2), "b:0");
        var optimizer = keras.optimizers.Adam();
        optimizer.build([known]);

        Assert.Throws<KeyError>(() => optimizer.apply_gradients([(keras.ops.ones(2), other)]));
        Assert.Throws<ValueError>(() => optimizer.exclude_from_weight_decay(var_names: ["b"]));
    }

    [Fact]
    public void State_can_be_read_and_set()
    {
        Variable first = new(keras.ops.ones(2), "w:0"), second = new(keras.ops.ones(2), "w:0");
        Optimizer one = keras.optimizers.Nadam(), two = keras.optimizers.Nadam();
        one.apply_gradients([(Tensor.From<float>([1, 2], 2), first)]);
        two.build([second]);
        two.set_weights(one.get_weights());
        second.assign(first.value);
        foreach (var (optimizer, variable) in new[] { (one, first), (two, second) })
        {
            optimizer.apply_gradients([(Tensor.From<float>([-1, 3], 2), variable)]);
        }

        Assert.Equal(2, two.iterations);
        Assert.Equal(first.value.ToArray<float>(), second.value.ToArray<float>());
    }

    [Theory, InlineData("adam"), InlineData("sgd"), InlineData("rmsprop")]
    public void A_warm_step_over_ten_variables_allocates_little(string identifier)
    {
        Optimizer optimizer = identifier;
        (Tensor?, Variable)[] pairs = [.. Enumerable.Range(1, 10)
            .Select(i => ((Tensor?)keras.ops.ones(40, i), new Variable(keras.ops.ones(40, i), $"w{i}:0")))];
        long Step()
        {
            using var scope = TensorScope.Begin();
            var before = GC.GetAllocatedBytesForCurrentThread();
            optimizer.apply_gradients(pairs);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        for (var i = 0; i < 20; i++)
        {
            Step();
        }

        // A plain Adam or SGD step makes no tensor at all; RMSprop is composed of operations.
        Assert.InRange(Step(), 0, identifier == "rmsprop" ? 40_000 : 2_000);
    }

    [Fact]
    public void The_experimental_names_are_the_same_classes()
    {
        Assert.Equal(
            ["Adadelta", "Adagrad", "Adam", "AdamW", "Adamax", "Ftrl", "Nadam", "RMSprop", "SGD"],
            typeof(keras.optimizers.experimental).GetMethods().Where(m => m.IsStatic).Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.Equal(keras.optimizers.AdamW(0.01).get_config(), tf.keras.optimizers.experimental.AdamW(0.01).get_config());
    }
}
