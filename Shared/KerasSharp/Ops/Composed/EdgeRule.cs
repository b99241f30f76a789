namespace KerasSharp;

/// <summary>What lies beyond the edge of an image, by TensorFlow's names and in its float32 arithmetic.</summary>
internal static class EdgeRule
{
    /// <summary>The names.</summary>
    public static readonly string[] Names = ["reflect", "wrap", "constant", "nearest"];

    /// <summary>The place inside of [0, length - 1] that stands for one outside; with <c>constant</c> it stays outside.</summary>
    public static float Inside(string rule, float place, int length) => rule switch
    {
        "reflect" => Math.Clamp(Reflected(place, length), 0, length - 1),
        "wrap" => Math.Clamp(Wrapped(place, length), 0, length - 1),
        "nearest" => Math.Clamp(place, 0, length - 1),
        _ => place,
    };

    // d c b a | a b c d | d c b a
    private static float Reflected(float place, int length)
    {
        if (length <= 1)
        {
            return 0;
        }

        var period = 2L * length;
        if (place < 0)
        {
            var near = place < period ? (period * (long)(-place / period)) + place : place;
            return near < -length ? near + period : -near - 1;
        }

        if (place <= length - 1)
        {
            return place;
        }

        var left = place - (period * (long)(place / period));
        return left >= length ? period - left - 1 : left;
    }

    // a b c d | a b c d | a b c d. The period is counted as length - 1, and what is moved as length.
    private static float Wrapped(float place, int length) => length <= 1 ? 0
        : place < 0 ? place + (length * ((long)(-place / (length - 1)) + 1))
        : place > length - 1 ? place - (length * (long)(place / (length - 1)))
        : place;
}
