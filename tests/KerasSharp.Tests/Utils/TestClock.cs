namespace KerasSharp.Tests.Utils;

/// <summary>A clock that stands where a test puts it, in ticks of 100 ns.</summary>
internal sealed class TestClock : TimeProvider
{
    /// <summary>Seconds since some time.</summary>
    public double Seconds { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (long)Math.Round(Seconds * TimeSpan.TicksPerSecond);
}
