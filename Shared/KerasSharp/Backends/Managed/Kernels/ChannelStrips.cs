using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>Cuts the channels of a pixel into registers.</summary>
internal static class ChannelStrips
{
    /// <summary>
    /// The next strip of channels and the register for it. Where a strip may be computed twice, the last one starts early enough to be
    /// a whole register: 6 channels are 0–3 and 2–5.
    /// </summary>
    public static int Next(int channel, int channels, bool mayRepeat, out int start)
    {
        var rest = channels - channel;
        start = channel;
        if (rest >= 16 && Vector512.IsHardwareAccelerated) return 16;
        if (rest >= 8 && Vector256.IsHardwareAccelerated) return 8;
        if (rest >= 4) return 4;
        if (!mayRepeat || channels < 4) return 1;
        start = channels - 4;
        return 4;
    }
}
