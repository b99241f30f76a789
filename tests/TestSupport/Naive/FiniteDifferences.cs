using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.TestSupport.Naive;

/// <summary>
/// Checks a computation of the backend in use: its value against the naive backend's, and its gradients against difference quotients of
/// the naive backend's value, in double.
/// </summary>
public static class FiniteDifferences
{
    // Of a step h the difference quotient is wrong by about h² f''' and 1e-16 / h.
    private const double Step = 1e-5;

    // Of float32.
    private const double Atol = 2e-5;

    /// <summary>Fails unless value and gradients of a function of float32 tensors agree.</summary>
    /// <param name="function">The function; it is called on both backends.</param>
    /// <param name="inputs">The inputs, away from kinks by more than 1e-5.</param>
    /// <param name="differentiable">Whether there are gradients to check.</param>
    /// <param name="atol">The absolute tolerance of a gradient, where its largest element is at most 1.</param>
    public static void Check(Func<Tensor[], Tensor> function, (float[] Values, int[] Shape)[] inputs, bool differentiable = true, double atol = Atol) => Check(
        () =>
        {
            var tensors = Array.ConvertAll(inputs, i => Tensor.From<float>(i.Values, i.Shape));
            return new Computation(() => function(tensors), tensors);
        },
        differentiable,
        atol);

    /// <summary>Fails unless value and gradients of a computation agree.</summary>
    /// <param name="make">Makes the computation on the backend of the moment; called once on each.</param>
    /// <param name="differentiable">Whether there are gradients to check.</param>
    /// <param name="atol">The absolute tolerance of a gradient, where its largest element is at most 1.</param>
    public static void Check(Func<Computation> make, bool differentiable = true, double atol = Atol)
    {
        ArgumentNullException.ThrowIfNull(make);
        var (value, gradients) = Measure(make(), differentiable);
        using var naive = Backend.UseOnThisThread(new NaiveBackend());
        var exact = make();
        var y = exact.Run();
        Close(NaiveBackend.Data(y), y.DimsArray, value, "value", atol);
        for (var i = 0; i < gradients.Length; i++)
        {
            Close(Slopes(exact, exact.Inputs[i], Upstream(y.size)), exact.Inputs[i].DimsArray, gradients[i], $"gradient by input {i}", atol);
        }
    }

    private static (Result Value, Result?[] Gradients) Measure(Computation computation, bool differentiable)
    {
        using var tape = new GradientTape();
        foreach (var input in computation.Inputs)
        {
            tape.watch(input);
        }

        tape.start();
        var y = computation.Run();
        tape.stop();
        var value = new Result(keras.ops.cast(y, "float32"));
        var gradients = differentiable ? tape.gradient(y, computation.Inputs, Tensor.From<float>(Array.ConvertAll(Upstream(y.size), v => (float)v), y.DimsArray)) : [];
        return (value, Array.ConvertAll(gradients, g => g is null ? null : new Result(g)));
    }

    // By each element of one input, of the sum of value · upstream.
    private static double[] Slopes(Computation computation, Tensor input, double[] upstream)
    {
        var data = NaiveBackend.Data(input);
        var slopes = new double[data.Length];
        for (var i = 0; i < data.Length; i++)
        {
            double At(double x)
            {
                var before = data[i];
                data[i] = x;
                var sum = NaiveBackend.Data(computation.Run()).Zip(upstream, (y, u) => y * u).Sum();
                data[i] = before;
                return sum;
            }

            slopes[i] = (At(data[i] + Step) - At(data[i] - Step)) / (2 * Step);
        }

        return slopes;
    }

    // Different for each element, so that none can be mistaken for another, and exact in float.
    private static double[] Upstream(int size) => [.. Enumerable.Range(0, size).Select(i => ((i * 7 % 11) - 5) / 8.0)];

    private static void Close(double[] expected, int[] shape, Result? actual, string what, double atol)
    {
        if (actual is null)
        {
            // No gradient: the result does not depend on the input.
            GoldenArray.Close<double>(expected, new double[expected.Length], atol: 1e-8, what: what);
            return;
        }

        if (!shape.SequenceEqual(actual.Shape))
        {
            throw new GoldenMismatchException($"{what}: shape ({string.Join(", ", shape)}) expected, ({string.Join(", ", actual.Shape)}) received.");
        }

        var largest = expected.Length == 0 ? 0 : expected.Max(Math.Abs);
        GoldenArray.Close<double>(expected, Array.ConvertAll(actual.Values, v => (double)v), atol * Math.Max(1, largest), 1e-4, what, shape);
    }

    /// <summary>A computation and the tensors that it depends on.</summary>
    /// <param name="Run">Computes; as often as asked.</param>
    /// <param name="Inputs">The tensors whose elements it reads at each run.</param>
    public sealed record Computation(Func<Tensor> Run, Tensor[] Inputs);

    private sealed class Result(Tensor tensor)
    {
        public float[] Values { get; } = tensor.ToArray<float>();

        public int[] Shape { get; } = tensor.DimsArray;
    }
}
