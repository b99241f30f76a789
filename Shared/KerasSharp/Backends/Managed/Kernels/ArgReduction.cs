using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>The places of largest and smallest elements.</summary>
internal static unsafe class ArgReduction
{
    /// <summary>The index of the first largest or smallest element along one axis: x is (outer, length, inner). NaN counts as the extreme, as in NumPy.</summary>
    public static void Run<T, TIndex>(bool max, T* x, int outer, int length, int inner, TIndex* y)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < inner; i++)
            {
                var p = x + ((long)o * length * inner) + i;
                var best = 0;
                for (var k = 1; k < length; k++)
                {
                    var value = p[(long)k * inner];
                    var record = p[(long)best * inner];
                    if (max ? value > record : value < record)
                    {
                        best = k;
                    }
                    else if (T.IsNaN(value) && !T.IsNaN(record))
                    {
                        best = k;
                    }
                }

                y[((long)o * inner) + i] = TIndex.CreateTruncating(best);
            }
        }
    }
}
