using System.Numerics;

namespace KerasSharp.TestSupport.Naive;

/// <summary>The matrix product by its definition, summed in <typeparamref name="T"/>.</summary>
public static class NaiveGemm
{
    /// <summary>op(a) · op(b) + bias, row-major, without gaps between rows.</summary>
    public static T[] Run<T>(bool transposeA, bool transposeB, int m, int n, int k, T[] a, T[] b, T[]? bias = null)
        where T : IFloatingPointIeee754<T>
    {
        var c = new T[m * n];
        for (var i = 0; i < m; i++)
            for (var j = 0; j < n; j++)
            {
                var sum = bias is null ? T.Zero : bias[j];
                for (var l = 0; l < k; l++) sum += a[transposeA ? (l * m) + i : (i * k) + l] * b[transposeB ? (j * k) + l : (l * n) + j];
                c[(i * n) + j] = sum;
            }

        return c;
    }
}
