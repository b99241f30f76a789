using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Losses;

/// <summary>Strings, functions and configurations as losses.</summary>
public class LossIdentifierTests
{
    private static readonly GoldenCases Golden = new("identifiers.json", "losses", label: c => c.GetProperty("identifier").GetString()!);

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_string_means_what_it_means_to_Keras(string name) => Golden.Run(name, c =>
    {
        var identifier = c.GetProperty("identifier").GetString()!;
        if (c.GetProperty("resolves_to").ValueKind == JsonValueKind.Null)
        {
            Assert.Throws<ValueError>(() => keras.losses.get(identifier));
            return;
        }

        var loss = keras.losses.get(identifier);
        Assert.Contains(c.GetProperty("resolves_to").GetString(), new[] { ((LossFunctionWrapper)loss).fn_name, loss.GetType().Name });
        Assert.Equal(identifier, loss.ToString());
        Assert.Equal(identifier, keras.losses.serialize(loss));
    });

    [Fact]
    public void A_function_is_a_loss_under_its_own_name()
    {
        static Tensor half_error(Tensor y_true, Tensor y_pred) => keras.ops.mean(0.5 * keras.ops.abs(y_pred - y_true), -1);
        Func<Tensor, Tensor, Tensor> function = half_error;
        Loss loss = function;

        Assert.Equal("half_error", loss.name);
        Assert.Equal(0.75f, loss.apply(Tensor.From<float>([1, 2], 2, 1), Tensor.From<float>([2, 4], 2, 1)).item());
    }

    [Fact]
    public void A_configuration_makes_the_same_loss_again()
    {
        Loss loss = keras.losses.SparseCategoricalCrossentropy(from_logits: true, ignore_class: -1, reduction: "sum");
        var again = keras.losses.deserialize(keras.losses.serialize(loss));

        Assert.IsType<SparseCategoricalCrossentropy>(again);
        Assert.Equal(loss.get_config(), again.get_config());
    }

    [Fact]
    public void Labels_may_be_bytes()
    {
        var y_pred = Tensor.From<float>([0.2f, 0.8f, 0.6f, 0.4f], 2, 2);
        var bytes = keras.losses.SparseCategoricalCrossentropy().apply(Tensor.From<byte>([1, 0], 2), y_pred).item();

        Assert.Equal(-(MathF.Log(0.8f) + MathF.Log(0.6f)) / 2, bytes, 1e-6f);
    }

    [Fact]
    public void Tensors_that_differ_by_a_last_axis_of_one_are_brought_to_one_rank()
    {
        var (y_true, y_pred) = (Tensor.From<float>([1, 2, 3], 3), Tensor.From<float>([1, 2, 5], 3, 1));

        Assert.Equal(4f / 3, keras.losses.MeanSquaredError().apply(y_true, y_pred).item(), 1e-6f);
        Assert.Equal(36f / 9, keras.losses.MeanSquaredError().apply(y_true.numpy(), y_pred).item(), 1e-6f);
    }

    [Fact]
    public void NaN_stays_NaN()
    {
        var y_pred = Tensor.From<float>([float.NaN, 0.5f], 1, 2);

        Assert.True(float.IsNaN(keras.losses.CategoricalCrossentropy().apply(Tensor.From<float>([1, 0], 1, 2), y_pred).item()));
        Assert.True(float.IsNaN(keras.losses.BinaryCrossentropy(from_logits: true).apply(Tensor.From<float>([1, 0], 1, 2), y_pred).item()));
    }

    [Fact]
    public void Weights_that_fit_nothing_are_refused()
        => Assert.Throws<InvalidArgumentError>(() => keras.losses.MeanSquaredError().apply(keras.ops.zeros(4, 2), keras.ops.zeros(4, 2), keras.ops.ones(3)));
}
