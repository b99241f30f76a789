using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>The maximum over windows: inputs (n, h, w, c) → (n, oh, ow, c).</summary>
        internal static Tensor max_pool2d(in Pool2DGeometry geometry, Tensor inputs) => Pool2D(PoolOp.Max, geometry, inputs);

        /// <summary>The average over windows, without the padding: inputs (n, h, w, c) → (n, oh, ow, c).</summary>
        internal static Tensor average_pool2d(in Pool2DGeometry geometry, Tensor inputs) => Pool2D(PoolOp.Average, geometry, inputs);

        private static Tensor Pool2D(PoolOp op, in Pool2DGeometry geometry, Tensor x)
        {
            RequireFloat(x, "pool");
            var g = geometry;
            CheckedGeometry.Check(g);
            var y = Tensor.Empty(DType.Float32, g.Batch, g.OutputHeight, g.OutputWidth, g.Channels);
            Backend.Current.Pool2D(op, g, x, y);
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, [x], (dy, _) =>
                {
                    var dx = Tensor.EmptyLike(x);
                    Backend.Current.Pool2DGradient(op, g, x, y, dy, dx);
                    return [dx];
                });
            }

            return y;
        }
    }
}
