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

    /// <summary>The elements of a tensor of this backend, to read and to change.</summary>
    public static double[] Data(Tensor x) => ((NaiveStorage)x.Storage).Data;

    /// <inheritdoc/>
    public Storage Allocate(DType dtype, int length) => new NaiveStorage(dtype, length);

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
    public void UploadRows<T>(ReadOnlySpan<T> source, int rowLength, ReadOnlySpan<int> rows, Storage target)
        where T : unmanaged
    {
        var data = ((NaiveStorage)target).Data;
        for (var i = 0; i < rows.Length; i++)
        for (var j = 0; j < rowLength; j++) data[(i * rowLength) + j] = ToDouble(source[(rows[i] * rowLength) + j]);
    }

    /// <inheritdoc/>
    public void Copy(Tensor x, Tensor output) => Set(output, Data(x));

    /// <inheritdoc/>
    public void Fill(Tensor output, float value) => Array.Fill(Data(output), value);

    /// <inheritdoc/>
    public void Cast(Tensor x, Tensor output) => Set(output, Array.ConvertAll(Data(x), v => output.dtype switch
    {
        DType.Bool => v != 0 ? 1 : 0,
        DType.Float32 => v,
        _ => Math.Truncate(v),
    }));

    /// <inheritdoc/>
    public void Blend(float a, Tensor x, float b, Tensor output) => Set(output, [.. Data(x).Zip(Data(output), (v, w) => (a * v) + (b * w))]);

    /// <inheritdoc/>
    public void Adam(Tensor variable, Tensor gradient, Tensor momentum, Tensor velocity, Tensor? maxVelocity, in AdamStep step)
    {
        double[] w = Data(variable), g = Data(gradient), m = Data(momentum), v = Data(velocity);
        for (var i = 0; i < w.Length; i++)
        {
            m[i] += (g[i] - m[i]) * step.Rate1;
            v[i] += ((g[i] * g[i]) - v[i]) * step.Rate2;
            var largest = v[i];
            if (maxVelocity is not null) largest = Data(maxVelocity)[i] = Math.Max(Data(maxVelocity)[i], v[i]);
            w[i] -= step.Alpha * m[i] / (Math.Sqrt(largest) + step.Epsilon);
        }
    }

    private static void Set(Tensor output, double[] values) => values.CopyTo(Data(output), 0);

    private static double ToDouble<T>(T value) => value switch
    {
        float f => f,
        int i => i,
        byte b => b,
        bool b => b ? 1 : 0,
        _ => throw new NotSupportedException(typeof(T).Name),
    };

    private static T FromDouble<T>(double value) => default(T) switch
    {
        float => (T)(object)(float)value,
        int => (T)(object)(int)value,
        byte => (T)(object)(byte)value,
        bool => (T)(object)(value != 0),
        _ => throw new NotSupportedException(typeof(T).Name),
    };
}
