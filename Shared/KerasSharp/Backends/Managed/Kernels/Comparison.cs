using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>Comparisons along rows; the result is bool.</summary>
internal readonly unsafe struct Comparison<T>(CompareOp op, T* a, T* b, byte* y) : IRowPair
    where T : unmanaged, IComparisonOperators<T, T, bool>
{
    /// <inheritdoc/>
    public void Run(long offsetA, bool oneA, long offsetB, bool oneB, long offsetY, int n)
    {
        T* rowA = a + offsetA, rowB = b + offsetB;
        int stepA = oneA ? 0 : 1, stepB = oneB ? 0 : 1;
        var target = y + offsetY;
        for (var i = 0; i < n; i++, rowA += stepA, rowB += stepB) target[i] = Holds(*rowA, *rowB) ? (byte)1 : (byte)0;
    }

    private bool Holds(T first, T second) => op switch
    {
        CompareOp.Equal => first == second,
        CompareOp.NotEqual => first != second,
        CompareOp.Less => first < second,
        CompareOp.LessEqual => first <= second,
        CompareOp.Greater => first > second,
        _ => first >= second,
    };
}
