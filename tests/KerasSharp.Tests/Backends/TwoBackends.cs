using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Backends;

/// <summary>Runs a kernel on two backends, with the same numbers, and compares all that it wrote.</summary>
internal sealed class TwoBackends(IBackend reference, IBackend tested)
{
    /// <summary>The backend that is tested.</summary>
    public IBackend Tested { get; } = tested;

    /// <summary>
    /// Compares every tensor after the kernel: its output, and its inputs, of which it may change those that it says. The output starts as
    /// sevens, so that a kernel which writes only a part of it is seen.
    /// </summary>
    public void Same(Action<IBackend, Tensor[]> kernel, double tolerance, params Host[] tensors)
    {
        var expected = Run(reference, kernel, tensors);
        var actual = Run(Tested, kernel, tensors);
        for (var t = 0; t < tensors.Length; t++)
        {
            Assert.Equal(expected[t].Length, actual[t].Length);
            for (var i = 0; i < expected[t].Length; i++)
            {
                double e = expected[t][i], a = actual[t][i];
                if (!(e.Equals(a) || Math.Abs(e - a) <= tolerance * Math.Max(1, Math.Abs(e))))
                {
                    Assert.Fail(
                        $"tensor {t}, {tensors[t].DType.Name()} {new TensorShape(tensors[t].Dims.AsSpan())}: element {i} is {a} on {Tested.Name} and {e} on {reference.Name}.");
                }
            }
        }
    }

    private static double[][] Run(IBackend backend, Action<IBackend, Tensor[]> kernel, Host[] hosts)
    {
        var tensors = Array.ConvertAll(hosts, h => h.On(backend));
        kernel(backend, tensors);
        return Array.ConvertAll(tensors, t => Host.Read(backend, t));
    }
}
