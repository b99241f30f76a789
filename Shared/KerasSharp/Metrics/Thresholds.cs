using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasSharp.Metrics;

/// <summary>The thresholds above which a prediction counts as true: one number, or several: <c>thresholds: [0.2, 0.5]</c>. Each lies in [0, 1].</summary>
[CollectionBuilder(typeof(Thresholds), nameof(Create))]
public readonly struct Thresholds : IEnumerable<double>
{
    private readonly double[]? values;
    private readonly bool isOne;

    private Thresholds(double[]? values, bool isOne) => (this.values, this.isOne) = (values, isOne);

    /// <summary>Whether thresholds were given.</summary>
    public bool is_given => values is not null;

    /// <summary>For collection expressions.</summary>
    public static Thresholds Create(ReadOnlySpan<double> values) => new(values.ToArray(), false);

    /// <summary>The numbers.</summary>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)(values ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One threshold.</summary>
    public static implicit operator Thresholds(double value) => new([value], true);

    /// <summary>Several thresholds; none if null.</summary>
    public static implicit operator Thresholds(double[]? values) => new(values, false);

    /// <summary>The thresholds, or one that serves if none were given.</summary>
    /// <exception cref="ValueError">One is not in [0, 1], in Keras's words.</exception>
    internal float[] Or(double otherwise)
    {
        if (values is null)
        {
            return [(float)otherwise];
        }

        var wrong = values.Where(t => t is not (>= 0 and <= 1)).ToArray();
        return wrong.Length == 0 ? Array.ConvertAll(values, t => (float)t)
            : throw new ValueError($"Threshold values must be in [0, 1]. Received: {Python.PythonFormat.Str(wrong.ToList())}");
    }

    /// <summary>What stands in a configuration: a number, a list, or null.</summary>
    internal object? ToConfig() => values is null ? null : isOne ? values[0] : values.ToList();
}
