using System.Numerics;
using KerasSharp.Backends;

namespace KerasSharp.TestSupport.Naive;

/// <summary>Pooling and its gradients by their definition: each window is the list of its pixels that exist, row by row.</summary>
public static class NaivePooling
{
    /// <summary>y = pool(x).</summary>
    public static T[] Forward<T>(PoolOp op, in Pool2DGeometry g, T[] x)
        where T : IFloatingPointIeee754<T>
    {
        var y = new T[g.Batch * g.OutputHeight * g.OutputWidth * g.Channels];
        foreach (var (output, window) in Windows(g))
        {
            y[output] = op == PoolOp.Max
                ? window.Select(i => x[i]).Aggregate(T.Max)
                : window.Select(i => x[i]).Aggregate((a, b) => a + b) / T.CreateChecked(window.Count);
        }

        return y;
    }

    /// <summary>The gradient by x. A maximum's goes to the first largest element.</summary>
    public static T[] Gradient<T>(PoolOp op, in Pool2DGeometry g, T[] x, T[] y, T[] dy)
        where T : IFloatingPointIeee754<T>
    {
        var dx = new T[x.Length];
        foreach (var (output, window) in Windows(g))
        {
            if (op == PoolOp.Max) dx[window.First(i => x[i] == y[output])] += dy[output];
            else window.ForEach(i => dx[i] += dy[output] / T.CreateChecked(window.Count));
        }

        return dx;
    }

    /// <summary>For each window the value at the place of its first largest x.</summary>
    public static T[] Select<T>(in Pool2DGeometry g, T[] x, T[] values)
        where T : IFloatingPointIeee754<T>
    {
        var y = new T[g.Batch * g.OutputHeight * g.OutputWidth * g.Channels];
        foreach (var (output, window) in Windows(g)) y[output] = values[window.MaxBy(i => x[i])];
        return y;
    }

    private static IEnumerable<(int Output, List<int> Window)> Windows(Pool2DGeometry g)
    {
        for (var n = 0; n < g.Batch; n++)
            for (var oy = 0; oy < g.OutputHeight; oy++)
                for (var ox = 0; ox < g.OutputWidth; ox++)
                    for (var c = 0; c < g.Channels; c++)
                    {
                        var window = new List<int>();
                        for (var ky = 0; ky < g.PoolHeight; ky++)
                            for (var kx = 0; kx < g.PoolWidth; kx++)
                            {
                                int iy = (oy * g.StrideHeight) - g.PadTop + ky, ix = (ox * g.StrideWidth) - g.PadLeft + kx;
                                if (iy >= 0 && iy < g.Height && ix >= 0 && ix < g.Width) window.Add((((((n * g.Height) + iy) * g.Width) + ix) * g.Channels) + c);
                            }

                        yield return ((((((n * g.OutputHeight) + oy) * g.OutputWidth) + ox) * g.Channels) + c, window);
                    }
    }
}
