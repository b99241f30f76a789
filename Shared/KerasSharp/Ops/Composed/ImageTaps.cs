namespace KerasSharp;

/// <summary>Which places of an axis, with which weights, make each place of the resized axis. All have the same number of taps; idle ones weigh 0.</summary>
internal sealed class ImageTaps
{
    // TensorFlow looks the cubic weights up in a table of so many steps.
    private const int CubicSteps = 1024;

    private readonly List<(int Place, float Weight)>[] taps;
    private readonly int last;

    private ImageTaps(List<(int Place, float Weight)>[] taps, int last) => (this.taps, this.last, Count) = (taps, last, taps.Max(t => t.Count));

    /// <summary>The number of taps of a place.</summary>
    public int Count { get; }

    /// <summary>The taps of a method for an axis of one length that gets another.</summary>
    public static ImageTaps Of(string method, int from, int to)
    {
        var scale = from / (float)to;
        Func<int, List<(int Place, float Weight)>> make = method switch
        {
            "bilinear" => i => Linear(((i + 0.5f) * scale) - 0.5f, from),
            "bicubic" => i => Cubic(((i + 0.5f) * scale) - 0.5f, from),
            "area" => i => Area(i * scale, (i + 1) * scale, scale, from),
            _ => i => Sampled((i + 0.5f) * (1f / (to / (float)from)), SamplingKernel.Of(method), from),
        };
        return new([.. Enumerable.Range(0, to).Select(make)], from - 1);
    }

    /// <summary>The k-th tap of each place.</summary>
    public int[] Places(int k) => [.. taps.Select(t => k < t.Count ? Math.Clamp(t[k].Place, 0, last) : 0)];

    /// <summary>Its weights.</summary>
    public float[] Weights(int k) => [.. taps.Select(t => k < t.Count ? t[k].Weight : 0)];

    private static List<(int Place, float Weight)> Linear(float at, int length)
    {
        var below = MathF.Floor(at);
        var part = at - below;
        return [((int)below, 1 - part), (Math.Min((int)MathF.Ceiling(at), length - 1), part)];
    }

    // Four places with Keys' cubic. Those outside the picture do not count, and the others share their weight.
    private static List<(int Place, float Weight)> Cubic(float at, int length)
    {
        var below = (int)MathF.Floor(at);
        var step = (int)MathF.Round((at - below) * CubicSteps);
        float near = step / (float)CubicSteps, far = (CubicSteps - step) / (float)CubicSteps;
        return Normalized([(below - 1, Outer(near)), (below, Inner(near)), (below + 1, Inner(far)), (below + 2, Outer(far))], length);

        static float Inner(float x) => (((1.5f * x) - 2.5f) * x * x) + 1;

        static float Outer(float x) => ((((-0.5f * (x + 1)) + 2.5f) * (x + 1)) - 4) * (x + 1) + 2;
    }

    // All places that an interval touches, by the share that it covers.
    private static List<(int Place, float Weight)> Area(float start, float end, float scale, int length)
    {
        var result = new List<(int, float)>();
        for (var place = (int)MathF.Floor(start); place < (int)MathF.Ceiling(end); place++)
        {
            var covered = place < start ? (place + 1 > end ? scale : place + 1 - start) : place + 1 > end ? end - place : 1f;
            result.Add((Math.Clamp(place, 0, length - 1), covered / scale));
        }

        return result;
    }

    private static List<(int Place, float Weight)> Sampled(float at, SamplingKernel kernel, int length)
    {
        if (at < 0 || at > length)
        {
            return [(0, 0)];
        }

        int first = Math.Max(0, (int)MathF.Ceiling(at - kernel.Radius - 0.5f)), last = Math.Min(length - 1, (int)MathF.Floor(at + kernel.Radius - 0.5f));
        return Normalized([.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(place => (place, kernel.Weight(MathF.Abs(place + 0.5f - at))))], length);
    }

    private static List<(int Place, float Weight)> Normalized(List<(int Place, float Weight)> taps, int length)
    {
        taps = [.. taps.Select(t => t.Place >= 0 && t.Place < length ? t : (t.Place, 0f))];
        var sum = taps.Sum(t => t.Weight);
        return MathF.Abs(sum) < 1e-35f ? taps : [.. taps.Select(t => (t.Place, t.Weight / sum))];
    }
}
