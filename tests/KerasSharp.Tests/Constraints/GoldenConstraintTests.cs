using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Saving;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Constraints;

/// <summary>Every constraint of constraints.json.</summary>
public class GoldenConstraintTests
{
    private static readonly GoldenCases Golden = new("constraints.json", "cases");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_constraint_projects_as_Keras_does(string name) => Golden.Run(name, c =>
    {
        var constraint = (Constraint)ObjectRegistry.Create("constraints", c.GetProperty("class").GetString()!, GoldenArguments.Of(c));
        GoldenConfig.Same(c.GetProperty("config"), constraint.get_config());
        GoldenConfig.Same(c.GetProperty("config"), keras.constraints.deserialize(keras.constraints.serialize(constraint)).get_config());

        var w = Tensor.From(new GoldenArray(c.GetProperty("input")).ToNDArray());
        var projected = constraint.call(w);
        GoldenArray.Close(c.GetProperty("output"), projected.ToArray<float>(), projected.Dims);
    });

    [Fact]
    public void A_radial_constraint_of_an_even_kernel_gives_the_inner_square_to_the_middle()
    {
        var w = Tensor.From<float>([.. Enumerable.Range(0, 16).Select(i => (float)i)], 4, 4, 1, 1);
        float[] expected = [15, 15, 15, 15, 15, 5, 5, 15, 15, 5, 5, 15, 15, 15, 15, 15];
        Assert.Equal(expected, new RadialConstraint().call(w).ToArray<float>());
    }

    [Fact]
    public void Channels_of_a_radial_constraint_do_not_mix()
    {
        var w = Tensor.From<float>([.. Enumerable.Range(0, 18).Select(i => (float)i)], 3, 3, 2, 1);
        float[] expected = [8, 9, 8, 9, 8, 9, 8, 9, 0, 1, 8, 9, 8, 9, 8, 9, 8, 9];
        Assert.Equal(expected, new RadialConstraint().call(w).ToArray<float>());
    }

    [Fact]
    public void A_radial_constraint_refuses_what_is_no_square_kernel()
    {
        Assert.Equal("The weight tensor must have rank 4. Received weight tensor with shape: (3, 3)", Assert.Throws<ValueError>(() => new RadialConstraint().call(Tensor.Full(0, 3, 3))).Message);
        Assert.Contains("(3, 4, 1, 1)", Assert.Throws<ValueError>(() => new RadialConstraint().call(Tensor.Full(0, 3, 4, 1, 1))).Message, StringComparison.Ordinal);
    }
}
