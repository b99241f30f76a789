using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>
/// Poolings over one, two or three axes, by the one over two. A sequence is an image of one row. In a volume the images are pooled first, then
/// along the depth what came out: a maximum of maxima is the maximum, and since padding counts in no average, the same holds for averages.
/// </summary>
internal static class Poolings
{
    /// <summary>x (n, spatial…, c) gives (n, places…, c).</summary>
    public static Tensor Run(PoolOp function, Tensor x, WindowAxis[] axes)
    {
        var (batch, channels) = (x.dim(0), x.dim(-1));
        if (axes.Length == 2)
        {
            return new Pool2D(function, WindowAxis.Pooling(batch, axes[0], axes[1], channels)).apply(x);
        }

        if (axes.Length == 1)
        {
            return ops.squeeze(new Pool2D(function, WindowAxis.Pooling(batch, WindowAxis.One, axes[0], channels)).apply(ops.expand_dims(x, 1)), 1);
        }

        var (depth, rows, columns) = (axes[0], axes[1], axes[2]);
        var images = ops.reshape(x, batch * depth.Length, rows.Length, columns.Length, channels);
        var pooled = new Pool2D(function, WindowAxis.Pooling(batch * depth.Length, rows, columns, channels)).apply(images);
        var points = CheckedGeometry.Dimension((long)rows.Places * columns.Places, "the places of a volume's images");
        var y = new Pool2D(function, WindowAxis.Pooling(batch, depth, WindowAxis.One with { Length = points, Places = points }, channels))
            .apply(ops.reshape(pooled, batch, depth.Length, points, channels));
        return ops.reshape(y, batch, depth.Places, rows.Places, columns.Places, channels);
    }
}
