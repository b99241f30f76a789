using System.Numerics;

namespace KerasSharp.TestSupport.Naive;

/// <summary>Softmax and cross-entropy of rows by their definition.</summary>
public static class NaiveSoftmax
{
    /// <summary>exp(x) / Σ exp(x) of each row.</summary>
    public static T[] Forward<T>(T[] x, int columns)
        where T : IFloatingPointIeee754<T> =>
        x.Chunk(columns).SelectMany(row =>
        {
            var max = row.Aggregate(T.Max);
            var e = row.Select(v => T.Exp(v - max)).ToArray();
            var sum = e.Aggregate((a, b) => a + b);
            return e.Select(v => v / sum);
        }).ToArray();

    /// <summary>For each row -Σ target · log softmax(x).</summary>
    public static T[] CrossEntropy<T>(T[] x, T[] target, int columns)
        where T : IFloatingPointIeee754<T>
    {
        var y = Forward(x, columns);
        return Enumerable.Range(0, x.Length / columns)
            .Select(row => Enumerable.Range(row * columns, columns).Select(i => -target[i] * T.Log(y[i])).Aggregate((a, b) => a + b))
            .ToArray();
    }
}
