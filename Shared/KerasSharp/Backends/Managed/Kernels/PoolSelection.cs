namespace KerasSharp.Backends.Managed;

/// <summary>What stands at the place of each window's maximum: the gradient of a maximum's gradient.</summary>
internal static unsafe class PoolSelection
{
    /// <summary>y = values at the first largest x of each window; 0 for a window with NaN, whose maximum has no gradient.</summary>
    public static void Run(in Pool2DGeometry g, float* x, float* values, float* y)
    {
        var job = new Job { Geometry = g, X = x, Values = values, Y = y };
        WorkerPool.Run(g.Batch * g.OutputHeight, ref job);
    }

    // One chunk does one row of windows.
    private struct Job : IChunkJob
    {
        public Pool2DGeometry Geometry;
        public float* X, Values, Y;

        public readonly void Run(int chunk)
        {
            var g = Geometry;
            var image = (nint)(chunk / g.OutputHeight) * g.Height * g.Width * g.Channels;
            var windows = new PoolWindows(g, 0, g.OutputHeight);
            var (top, bottom) = windows.Rows(chunk % g.OutputHeight);
            for (var column = 0; column < g.OutputWidth; column++)
            {
                var (left, right) = windows.Columns(column);
                var y = Y + ((((nint)chunk * g.OutputWidth) + column) * g.Channels);
                for (var channel = 0; channel < g.Channels; channel++)
                {
                    var place = FirstLargest(X + image + channel, g, top, bottom, left, right);
                    y[channel] = place < 0 ? 0 : Values[image + channel + place];
                }
            }
        }

        private static nint FirstLargest(float* x, in Pool2DGeometry g, int top, int bottom, int left, int right)
        {
            nint best = -1;
            for (var row = top; row < bottom; row++)
            {
                for (var column = left; column < right; column++)
                {
                    var place = (((nint)row * g.Width) + column) * g.Channels;
                    if (float.IsNaN(x[place])) return -1;
                    if (best < 0 || x[place] > x[best]) best = place;
                }
            }

            return best;
        }
    }
}
