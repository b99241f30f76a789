namespace KerasSharp.Tutorial.Digits;

/// <summary>Random numbers of one picture: the same seed and number give the same picture on every machine, in whatever order they are drawn.</summary>
internal struct Dice(ulong seed, int picture)
{
    private ulong state = seed + ((ulong)(uint)picture * 0x9E3779B97F4A7C15);

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>.</summary>
    public float Between(float low, float high) => low + ((high - low) * Number());

    /// <summary>Around zero, about normal: three numbers in five lie within <paramref name="deviation"/>, none beyond three times that.</summary>
    public float Around(float deviation) => (Number() + Number() + Number() - 1.5f) * 2 * deviation;

    /// <summary>0 to <paramref name="count"/> - 1.</summary>
    public int Choice(int count) => Math.Min((int)(Number() * count), count - 1);

    // SplitMix64; 24 bits fill a float's fraction.
    private float Number()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 40) * (1f / (1 << 24));
    }
}
