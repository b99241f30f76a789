using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.TestSupport.Naive;

/// <summary>A tensor's memory in the naive backend: a double per element, whatever its type.</summary>
public sealed class NaiveStorage(DType dtype, int length) : Storage(dtype, length)
{
    /// <summary>The elements; a bool is 0 or 1.</summary>
    public double[] Data { get; } = new double[length];

    /// <inheritdoc/>
    protected override void Free()
    {
        // Whoever reads on shows it.
        Array.Fill(Data, double.NaN);
    }
}
