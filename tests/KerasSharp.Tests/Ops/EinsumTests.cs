using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Ops;

public class EinsumTests
{
    [Theory]
    [InlineData("ij,jk->ik", "(2, 3) (4, 2)")]
    [InlineData("ij->ijk", "(2, 3)")]
    [InlineData("ij->ii", "(2, 3)")]
    [InlineData("ij,jk->ik", "(2, 3)")]
    [InlineData("ijk->i", "(2, 3)")]
    [InlineData("i1->i", "(2, 3)")]
    [InlineData("...ijk->i", "(2, 3)")]
    public void An_equation_that_does_not_fit_is_refused(string equation, string shapes)
    {
        Tensor[] operands = [.. shapes.Split(") (").Select(s => Tensor.Full(1, [.. s.Trim('(', ')').Split(", ").Select(d => int.Parse(d))]))];
        Assert.Throws<ValueError>(() => ops.einsum(equation, operands));
    }

    [Fact]
    public void Integers_multiply_too()
    {
        var x = Tensor.From<int>([1, 2, 3, 4], 2, 2);
        Assert.Equal([7, 10, 15, 22], ops.einsum("ij,jk->ik", x, x).ToArray<int>());
        Assert.Equal([5], ops.einsum("ii", x).ToArray<int>());
    }

    [Fact]
    public void Tensordot_contracts_pairs_of_axes()
    {
        var (a, b) = (Tensor.From<float>([1, 2, 3, 4, 5, 6], 2, 3), Tensor.From<float>([1, 0, 2, 1, 0, 1], 3, 2));
        Assert.Equal([5f, 5, 14, 11], ops.tensordot(a, b, 1).ToArray<float>());
        Assert.Equal(new TensorShape(2, 3, 3, 2), ops.tensordot(a, b, 0).shape);
        Assert.Throws<ValueError>(() => ops.tensordot(a, b, 3));
        Assert.Throws<ValueError>(() => ops.tensordot(a, b, [0], [0]));
        Assert.Throws<ValueError>(() => ops.tensordot(a, b, [0, 1], [0]));
    }
}
