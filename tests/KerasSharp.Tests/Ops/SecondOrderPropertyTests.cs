using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.TestSupport.Naive;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Ops;

/// <summary>Second derivatives of random compositions, against finite differences in double of what the first tape gives.</summary>
public class SecondOrderPropertyTests
{
    private const int Groups = 8;
    private const int PerGroup = 15;

    public static TheoryData<int> Seeds => new(Enumerable.Range(0, Groups));

    [Theory, MemberData(nameof(Seeds))]
    public void A_tape_differentiates_what_another_computed(int group)
    {
        var tried = 0;
        for (var seed = group * PerGroup; seed < (group + 1) * PerGroup; seed++)
        {
            var composition = new RandomComposition(seed);
            if (composition.Margin < 1e-3)
            {
                continue;
            }

            tried++;
            try
            {
                // Sums cancel, and float32 with them: the formulas are checked in double, and the kernels less closely.
                FiniteDifferences.Check(x => Slope(composition, x), composition.Inputs, atol: 2e-4);
                using var exact = Backend.UseOnThisThread(new NaiveBackend());
                FiniteDifferences.Check(x => Slope(composition, x), composition.Inputs);
            }
            catch (Exception e) when (e is not NotImplementedError)
            {
                throw new InvalidOperationException($"seed {seed}: {composition}", e);
            }
        }

        Assert.InRange(tried, PerGroup / 2, PerGroup);
    }

    [Theory, InlineData("sqrt"), InlineData("conv2d"), InlineData("max_pool2d"), InlineData("softmax_cross_entropy"), InlineData("matmul"), InlineData("dense"),
        InlineData("softmax"), InlineData("sigmoid_cross_entropy"), InlineData("concatenate"), InlineData("power"), InlineData("prod"), InlineData("where")]
    public void An_operation_alone_has_a_second_derivative(string name)
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var (function, inputs) = OperationCases.Differentiable[name](new Inputs(seed));
            FiniteDifferences.Check(x => Slope(ops.tanh, function, x), inputs);
        }
    }

    private static Tensor Slope(RandomComposition composition, Tensor[] x) => Slope(y => y, composition.Run, x);

    // The sum over all inputs of gradient · direction: its gradient has every second derivative in it.
    private static Tensor Slope(Func<Tensor, Tensor> behind, Func<Tensor[], Tensor> function, Tensor[] x)
    {
        using var inner = tf.GradientTape();
        inner.watch(Tensor.Create(x));
        var y = behind(function(x));
        inner.stop();
        var gradients = inner.gradient(y, x);
        Tensor sum = Tensor.Scalar(0);
        for (var i = 0; i < x.Length; i++)
        {
            if (gradients[i] is { } gradient)
            {
                sum += ops.sum(gradient * Tensor.From<float>([.. Enumerable.Range(0, x[i].size).Select(j => (((j + i) * 5 % 7) - 2.5f) / 4)], x[i].DimsArray));
            }
        }

        return sum;
    }
}
