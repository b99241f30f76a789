using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>First, second and third derivatives of operations and compositions, by tapes in tapes, as TensorFlow computed them.</summary>
public class GoldenSecondOrderTests
{
    private static readonly GoldenCases GoldenOperations = new("second_order.json", "operations", waitsFor: (_, c) => WaitsFor(c));

    private static readonly GoldenCases GoldenCompositions = new("second_order.json", "compositions", waitsFor: (_, c) => WaitsFor(c));

    public static TheoryData<string> Operations => new(GoldenOperations.Names);

    public static TheoryData<string> Compositions => new(GoldenCompositions.Names);

    [Theory, MemberData(nameof(Operations))]
    public void An_operation_has_higher_derivatives(string name) => GoldenOperations.Run(name, Check);

    [Theory, MemberData(nameof(Compositions))]
    public void A_composition_has_higher_derivatives(string name) => GoldenCompositions.Run(name, Check);

    internal static string? WaitsFor(JsonElement c)
        => Expression.Functions(c).FirstOrDefault(f => !ExpressionFunctions.Table.ContainsKey(f)) is { } missing ? $"no {missing} yet" : null;

    private static void Check(JsonElement c)
    {
        var inputs = c.GetProperty("inputs").EnumerateObject().ToDictionary(p => p.Name, p => GoldenTensor.Of(p.Value));
        HigherDerivatives.Check(c, inputs, () => Expression.Evaluate(c.GetProperty("expression"), name => inputs[name]));
    }
}
