using System.Reflection;
using KerasSharp.Engine;
using KerasSharp.TestSupport.Naive;

namespace KerasSharp.Tests.Ops;

/// <summary>Every operation on random shapes: its value against the naive backend's, its gradients against finite differences in double.</summary>
public class OperationTests
{
    private const int Rounds = 12;

    private static readonly Dictionary<string, OperationCases.Maker> DifferentiableCases =
        new([.. OperationCases.Differentiable, .. MathCases.Differentiable, .. ShapeCases.Differentiable]);

    private static readonly Dictionary<string, OperationCases.Maker> FlatCases = new([.. OperationCases.Flat, .. MathCases.Flat, .. ShapeCases.Flat]);

    public static TheoryData<string> Differentiable => new(DifferentiableCases.Keys);

    public static TheoryData<string> Flat => new(FlatCases.Keys);

    [Theory, MemberData(nameof(Differentiable))]
    public void Value_and_gradients_are_those_of_the_definition(string name) => Check(DifferentiableCases[name], differentiable: true);

    [Theory, MemberData(nameof(Flat))]
    public void The_value_is_that_of_the_definition(string name) => Check(FlatCases[name], differentiable: false);

    [Fact]
    public void No_operation_is_forgotten()
    {
        var all = typeof(keras.ops).GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => (m.IsPublic || m.IsAssembly) && m.ReturnType == typeof(Tensor)).Select(m => m.Name).Distinct();
        Assert.Equal([], all.Except([.. DifferentiableCases.Keys, .. FlatCases.Keys]).Order());
    }

    [Fact]
    public void A_gradient_reaches_a_tensor_on_every_way()
    {
        // x in three places: the gradients add up.
        FiniteDifferences.Check(x => keras.ops.tanh((x[0] * x[0]) + (x[1] * x[0])), [([0.3f, -0.7f], [2]), ([1.5f], [1])]);
    }

    private static void Check(OperationCases.Maker make, bool differentiable)
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var (function, inputs) = make(new Inputs(seed));
            FiniteDifferences.Check(function, inputs, differentiable);
        }
    }
}
