using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.TestSupport.Naive;

/// <summary>A tensor's memory in the naive backend: a double per element, whatever its type.</summary>
public sealed class NaiveStorage(NaiveBackend backend, DType dtype, int length) : Storage(backend, dtype, length)
{
    /// <summary>The elements; a bool is 0 or 1.</summary>
    public double[] Data { get; } = new double[length];

    /// <summary>
    /// The number that a type makes of a number: integers cut and wrap around, 16-bit floats round. float32 stays double, so that
    /// differences can be taken.
    /// </summary>
    public static double Cut(DType dtype, double value) => dtype switch
    {
        DType.Bool => value != 0 ? 1 : 0,
        DType.UInt8 => unchecked((byte)(long)value),
        DType.Int32 => unchecked((int)(long)value),
        DType.Int64 => (long)value,
        DType.Float16 => (double)(Half)(float)value,
        DType.BFloat16 => RoundMantissa((float)value),
        _ => value,
    };

    /// <inheritdoc/>
    protected override void Free()
    {
        // A late read then shows as NaN.
        Array.Fill(Data, double.NaN);
    }

    // To 8 bits of mantissa, the hidden one included; of two that are equally near to the even one.
    private static double RoundMantissa(float value)
    {
        if (!float.IsFinite(value) || value == 0) return value;
        var unit = Math.ScaleB(1, Math.Max(Math.ILogB(value), -126) - 7);
        return (float)(Math.Round(value / unit, MidpointRounding.ToEven) * unit) is var rounded && Math.Abs(rounded) < Math.ScaleB(1, 128) ? rounded : double.CopySign(double.PositiveInfinity, value);
    }
}
