using KerasSharp.Engine;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>Hessians and Jacobians as TensorFlow computed them.</summary>
public class GoldenHessianTests
{
    private static readonly GoldenCases GoldenHessians = new("second_order.json", "hessians", waitsFor: (_, c) => GoldenSecondOrderTests.WaitsFor(c));

    private static readonly GoldenCases GoldenJacobians = new("second_order.json", "jacobians", waitsFor: (_, c) => GoldenSecondOrderTests.WaitsFor(c));

    public static TheoryData<string> Hessians => new(GoldenHessians.Names);

    public static TheoryData<string> Jacobians => new(GoldenJacobians.Names);

    [Theory, MemberData(nameof(Hessians))]
    public void The_jacobian_of_a_gradient_is_the_hessian(string name) => GoldenHessians.Run(name, c =>
    {
        var x = GoldenTensor.Of(c.GetProperty("inputs").EnumerateObject().Single().Value);
        using var outer = new GradientTape().start();
        outer.watch(x);
        Tensor gradient;
        using (var inner = new GradientTape().start())
        {
            inner.watch(x);
            var y = Expression.Evaluate(c.GetProperty("expression"), _ => x);
            GoldenTensor.Close(c.GetProperty("output"), y, "output");
            gradient = inner.gradient(y, x)!;
        }

        outer.stop();
        GoldenTensor.Close(c.GetProperty("gradient"), gradient, "gradient");
        GoldenTensor.Close(c.GetProperty("hessian"), outer.jacobian(gradient, x)!, "hessian");
    });

    [Theory, MemberData(nameof(Jacobians))]
    public void A_jacobian_has_every_derivative(string name) => GoldenJacobians.Run(name, c =>
    {
        var inputs = c.GetProperty("inputs").EnumerateObject().ToDictionary(p => p.Name, p => GoldenTensor.Of(p.Value));
        using var tape = new GradientTape(persistent: true).start();
        foreach (var input in inputs.Values)
        {
            tape.watch(input);
        }

        var y = Expression.Evaluate(c.GetProperty("expression"), input => inputs[input]);
        tape.stop();
        GoldenTensor.Close(c.GetProperty("output"), y, "output");
        var isBatch = c.GetProperty("method").GetString() == "batch_jacobian";
        foreach (var expected in c.GetProperty(isBatch ? "batch_jacobian" : "jacobian").EnumerateObject())
        {
            var source = inputs[expected.Name];
            GoldenTensor.CloseOrZero(expected.Value, isBatch ? tape.batch_jacobian(y, source) : tape.jacobian(y, source), expected.Name);
        }
    });
}
