using System.Globalization;
using KerasSharp.Backends;
using KerasSharp.Engine;

namespace UserCode.Backends;

/// <summary>
/// A backend of plain loops over float arrays. It has what a small Dense model needs and refuses the rest. It has no fused kernels, so the
/// library composes them.
/// </summary>
internal sealed partial class LoopBackend : IBackend
{
    /// <inheritdoc/>
    public string Name => "loops";

    /// <inheritdoc/>
    public int GpuCount { get; init; }

    /// <inheritdoc/>
    public Storage Allocate(DType dtype, int length) => new LoopStorage(this, dtype, length);

    /// <inheritdoc/>
    public void Upload<T>(ReadOnlySpan<T> source, Storage target)
        where T : unmanaged
    {
        var values = ((LoopStorage)target).Values;
        for (var i = 0; i < source.Length; i++)
        {
            values[i] = Convert.ToSingle(source[i], CultureInfo.InvariantCulture);
        }
    }

    /// <inheritdoc/>
    public void Download<T>(Storage source, Span<T> target)
        where T : unmanaged
    {
        var values = ((LoopStorage)source).Values;
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = (T)Convert.ChangeType(values[i], typeof(T), CultureInfo.InvariantCulture);
        }
    }

    /// <inheritdoc/>
    public void Copy(Tensor x, Tensor output) => Values(x).CopyTo(Values(output), 0);

    /// <inheritdoc/>
    public void Fill(Tensor output, double value) => Array.Fill(Values(output), Cut(output.dtype, (float)value));

    /// <inheritdoc/>
    public void Cast(Tensor x, Tensor output) => Set(output, i => Cut(output.dtype, Values(x)[i]));

    /// <inheritdoc/>
    public void Blend(float a, Tensor x, float b, Tensor output) => Set(output, i => (a * Values(x)[i]) + (b * Values(output)[i]));

    private static float[] Values(Tensor x) => ((LoopStorage)x.Storage).Values;

    private static void Set(Tensor output, Func<int, float> value)
    {
        var values = Values(output);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(i);
        }
    }

    private static float Cut(DType dtype, float value) => dtype switch
    {
        DType.Float32 => value,
        DType.Bool => value != 0 ? 1 : 0,
        DType.Int32 or DType.Int64 or DType.UInt8 => MathF.Truncate(value),
        _ => throw new NotSupportedException(dtype.Name()),
    };
}
