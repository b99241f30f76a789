using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.TestSupport.Naive;

/// <summary>
/// A backend that computes everything by its definition, in double and on one thread: what the real ones are compared with, and what
/// finite differences are taken of (in float they would drown in rounding).
/// </summary>
public sealed partial class NaiveBackend : IBackend
{
    /// <inheritdoc/>
    public string Name => "naive";

    /// <inheritdoc/>
    public int GpuCount => 0;

    /// <summary>The elements of a tensor of this backend, to read and to change.</summary>
    public static double[] Data(Tensor x) => ((NaiveStorage)x.Storage).Data;

    /// <inheritdoc/>
    public Storage Allocate(DType dtype, int length) => new NaiveStorage(this, dtype, length);

    /// <inheritdoc/>
    public void Upload<T>(ReadOnlySpan<T> source, Storage target)
        where T : unmanaged
    {
        var data = ((NaiveStorage)target).Data;
        for (var i = 0; i < source.Length; i++) data[i] = ToDouble(source[i]);
    }

    /// <inheritdoc/>
    public void Download<T>(Storage source, Span<T> target)
        where T : unmanaged
    {
        var data = ((NaiveStorage)source).Data;
        for (var i = 0; i < target.Length; i++) target[i] = FromDouble<T>(data[i]);
    }

    /// <inheritdoc/>
    public void Copy(Tensor x, Tensor output) => Set(output, Data(x));

    /// <inheritdoc/>
    public void Fill(Tensor output, double value) => Array.Fill(Data(output), NaiveStorage.Cut(output.dtype, value));

    /// <inheritdoc/>
    public void Cast(Tensor x, Tensor output) => Set(output, Data(x));

    /// <inheritdoc/>
    public void Blend(float a, Tensor x, float b, Tensor output) => Set(output, [.. Data(x).Zip(Data(output), (v, w) => (a * v) + (b * w))]);

    private static void Set(Tensor output, double[] values) =>
        Array.ConvertAll(values, v => NaiveStorage.Cut(output.dtype, v)).CopyTo(Data(output), 0);

    private static double ToDouble<T>(T value) => value switch
    {
        float f => f,
        double d => d,
        Half h => (double)h,
        int i => i,
        long l => l,
        byte b => b,
        bool b => b ? 1 : 0,
        ushort bits => BitConverter.UInt32BitsToSingle((uint)bits << 16),
        _ => throw new NotSupportedException(typeof(T).Name),
    };

    private static T FromDouble<T>(double value) => default(T) switch
    {
        float => (T)(object)(float)value,
        double => (T)(object)value,
        Half => (T)(object)(Half)value,
        int => (T)(object)(int)value,
        long => (T)(object)(long)value,
        byte => (T)(object)(byte)value,
        bool => (T)(object)(value != 0),
        ushort => (T)(object)(ushort)(BitConverter.SingleToUInt32Bits((float)value) >> 16),
        _ => throw new NotSupportedException(typeof(T).Name),
    };
}
