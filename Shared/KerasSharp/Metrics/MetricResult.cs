using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Metrics;

/// <summary>
/// What a metric has measured: a tensor, mostly of one element, which serves as a number too: <c>float accuracy = metric.result();</c>
/// The host waits for it only where the number is read.
/// </summary>
public readonly struct MetricResult(Tensor value)
{
    /// <summary>The tensor.</summary>
    public Tensor value { get; } = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value as NumPy's.</summary>
    public NDArray numpy() => value.numpy();

    /// <summary>The text as Python prints the tensor.</summary>
    public override string ToString() => value.ToString();

    /// <summary>The mean over all elements: what logs and the progress bar show.</summary>
    internal float Shown => value.size == 1 ? this : (float)keras.ops.mean(value);

    /// <summary>What a metric of your own has computed.</summary>
    public static implicit operator MetricResult(Tensor value) => new(value);

    /// <summary>What a metric of your own has computed on the host.</summary>
    public static implicit operator MetricResult(float value) => new(Tensor.Scalar(value));

    /// <summary>The tensor.</summary>
    public static implicit operator Tensor(MetricResult result) => result.value;

    /// <summary>The number.</summary>
    /// <exception cref="TypeError">There are more than one.</exception>
    public static implicit operator float(MetricResult result) => (float)result.value;
}
