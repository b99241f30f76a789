using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>The upper half of a float32: its exponent, and 7 of its 23 bits of mantissa. Compares as the number that it is.</summary>
internal readonly struct BFloat16(ushort bits) : IComparisonOperators<BFloat16, BFloat16, bool>, IEquatable<BFloat16>
{
    private const uint QuietNaN = 0x7FC0;

    /// <summary>Sign, exponent and mantissa.</summary>
    public ushort Bits { get; } = bits;

    /// <summary>The same number as float32.</summary>
    public static explicit operator float(BFloat16 x) => BitConverter.UInt32BitsToSingle((uint)x.Bits << 16);

    /// <summary>The nearest number; of two that are equally near the one whose last bit is 0. NaN stays NaN.</summary>
    public static explicit operator BFloat16(float x)
    {
        var bits = BitConverter.SingleToUInt32Bits(x);

        // Rounding must not carry a NaN of low bits into infinity.
        return float.IsNaN(x) ? new((ushort)((bits >> 16 & 0x8000) | QuietNaN)) : new((ushort)((bits + 0x7FFF + (bits >> 16 & 1)) >> 16));
    }

    /// <inheritdoc/>
    public static bool operator ==(BFloat16 a, BFloat16 b) => (float)a == (float)b;

    /// <inheritdoc/>
    public static bool operator !=(BFloat16 a, BFloat16 b) => (float)a != (float)b;

    /// <inheritdoc/>
    public static bool operator <(BFloat16 a, BFloat16 b) => (float)a < (float)b;

    /// <inheritdoc/>
    public static bool operator <=(BFloat16 a, BFloat16 b) => (float)a <= (float)b;

    /// <inheritdoc/>
    public static bool operator >(BFloat16 a, BFloat16 b) => (float)a > (float)b;

    /// <inheritdoc/>
    public static bool operator >=(BFloat16 a, BFloat16 b) => (float)a >= (float)b;

    /// <inheritdoc/>
    public bool Equals(BFloat16 other) => Bits == other.Bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BFloat16 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Bits;
}
