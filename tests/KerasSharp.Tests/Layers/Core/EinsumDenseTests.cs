using KerasSharp.Engine;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Layers.Core;

/// <summary>EinsumDense against Dense, with ellipses, and equations that do not fit.</summary>
public class EinsumDenseTests
{
    private static readonly Tensor X = Tensor.From<float>([.. Enumerable.Range(0, 30).Select(i => MathF.Cos(i))], 2, 3, 5);

    [Theory]
    [InlineData("abc,cd->abd")]
    [InlineData("...x,xy->...y")]
    public void On_the_last_axis_it_is_a_dense_layer(string equation)
    {
        var layer = EinsumDense(equation, equation[0] == '.' ? new TensorShape([4]) : new TensorShape([null, 4]), "tanh", bias_axes: $"{equation[^1]}");
        var got = layer.apply(X);
        var dense = Dense(4, "tanh");
        dense.build((null, 3, 5));
        dense.set_weights(layer.get_weights());
        Assert.All(dense.apply(X).ToArray<float>().Zip(got.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void An_ellipsis_may_stand_behind()
    {
        var layer = EinsumDense("ab...,bc->ac...", 4, bias_axes: "c");
        Assert.Equal([2, 4, 5], layer.apply(X).Dims.ToArray());
        Assert.Equal([4, 1], layer.bias!.shape);
        Assert.Equal([3, 4], layer.kernel!.shape);
    }

    [Fact]
    public void In_a_model_unknown_lengths_stay_unknown()
        => Assert.Equal([null, null, 4], EinsumDense("abc,cd->abd", (null, 4)).apply(keras.Input((null, 5))).shape);

    [Theory]
    [InlineData("abc;cd", "Invalid einsum equation 'abc;cd'. Equations must be in the form [X],[Y]->[Z], ...[X],[Y]->...[Z], or [X]...,[Y]->[Z]....")]
    [InlineData("abc,cd->abe", "Dimension 'e' was specified in the output 'abe' but has no corresponding dim in the input spec 'abc' or weight spec 'abe'")]
    [InlineData("abc,ez->abe", "Weight dimension 'z' did not have a match in either the input spec 'abc' or the output spec 'abe'. For this layer, the weight must be fully specified.")]
    public void An_equation_that_does_not_fit_is_told_in_Keras_s_words(string equation, string message)
        => Assert.Equal(message, Assert.Throws<ValueError>(() => EinsumDense(equation, (null, 4)).apply(X)).Message);

    [Fact]
    public void Lengths_that_differ_are_refused()
        => Assert.StartsWith("Input shape and output shape do not match at shared dimension 'b'.",
            Assert.Throws<ValueError>(() => EinsumDense("abc,cd->abd", (7, 4)).apply(X)).Message);

    [Fact]
    public void A_bias_has_the_output_s_labels()
        => Assert.Equal("Bias dimension 'z' was requested, but is not part of the output spec 'abd'",
            Assert.Throws<ValueError>(() => EinsumDense("abc,cd->abd", (null, 4), bias_axes: "z").apply(X)).Message);
}
