using System.Numerics;
using KerasSharp.Backends;

namespace KerasSharp.TestSupport.Naive;

/// <summary>2-D convolution and its gradients by their definition: every product of an element of x, of the kernel and of y or dy.</summary>
public static class NaiveConv2D
{
    /// <summary>y = x * kernel + bias.</summary>
    public static T[] Forward<T>(in Conv2DGeometry g, T[] x, T[] kernel, T[]? bias = null)
        where T : IFloatingPointIeee754<T>
    {
        var y = new T[g.Batch * g.OutputHeight * g.OutputWidth * g.Filters];
        ForEachProduct(g, (xi, ki, yi) => y[yi] += x[xi] * kernel[ki]);
        for (var i = 0; bias is not null && i < y.Length; i++) y[i] += bias[i % g.Filters];
        return y;
    }

    /// <summary>The gradient by x.</summary>
    public static T[] GradientInput<T>(in Conv2DGeometry g, T[] dy, T[] kernel)
        where T : IFloatingPointIeee754<T>
    {
        var dx = new T[g.Batch * g.Height * g.Width * g.Channels];
        ForEachProduct(g, (xi, ki, yi) => dx[xi] += dy[yi] * kernel[ki]);
        return dx;
    }

    /// <summary>The gradient by the kernel.</summary>
    public static T[] GradientKernel<T>(in Conv2DGeometry g, T[] x, T[] dy)
        where T : IFloatingPointIeee754<T>
    {
        var dkernel = new T[g.KernelHeight * g.KernelWidth * (g.Channels / g.Groups) * g.Filters];
        ForEachProduct(g, (xi, ki, yi) => dkernel[ki] += x[xi] * dy[yi]);
        return dkernel;
    }

    private static void ForEachProduct(Conv2DGeometry g, Action<int, int, int> product)
    {
        int channels = g.Channels / g.Groups, filters = g.Filters / g.Groups;
        for (var n = 0; n < g.Batch; n++)
            for (var oy = 0; oy < g.OutputHeight; oy++)
                for (var ox = 0; ox < g.OutputWidth; ox++)
                    for (var ky = 0; ky < g.KernelHeight; ky++)
                        for (var kx = 0; kx < g.KernelWidth; kx++)
                        {
                            int iy = (oy * g.StrideHeight) - g.PadTop + (ky * g.DilationHeight), ix = (ox * g.StrideWidth) - g.PadLeft + (kx * g.DilationWidth);
                            if (iy < 0 || iy >= g.Height || ix < 0 || ix >= g.Width) continue;
                            for (var f = 0; f < g.Filters; f++)
                            {
                                var xi = (((((n * g.Height) + iy) * g.Width) + ix) * g.Channels) + (f / filters * channels);
                                var ki = ((((ky * g.KernelWidth) + kx) * channels) * g.Filters) + f;
                                var yi = (((((n * g.OutputHeight) + oy) * g.OutputWidth) + ox) * g.Filters) + f;
                                for (var c = 0; c < channels; c++) product(xi + c, ki + (c * g.Filters), yi);
                            }
                        }
    }
}
