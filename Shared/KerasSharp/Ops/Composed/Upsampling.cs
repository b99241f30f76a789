using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>Each element several times along some axes.</summary>
internal static class Upsampling
{
    /// <summary>The elements so many times, one factor for each axis.</summary>
    public static Tensor Run(Tensor x, ReadOnlySpan<int> factors)
    {
        List<int> apart = [], wide = [], joined = [];
        for (var i = 0; i < x.ndim; i++)
        {
            var length = x.dim(i);
            apart.Add(length);
            wide.Add(length);
            joined.Add(CheckedGeometry.Dimension((long)length * factors[i], "an upsampled axis"));
            if (factors[i] > 1)
            {
                apart.Add(1);
                wide.Add(factors[i]);
            }
        }

        return ops.reshape(ops.broadcast_to(ops.reshape(x, [.. apart]), [.. wide]), [.. joined]);
    }
}
