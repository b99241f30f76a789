using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>All elements <paramref name="value"/>. Source: <see href="https://keras.io/api/layers/initializers/#constant-class"/>.</summary>
[KerasExport("keras.initializers.Constant", "keras.initializers.constant")]
public class Constant(double value = 0) : Initializer
{
    /// <summary>The value.</summary>
    public double value { get; } = value;

    /// <inheritdoc/>
    public override Tensor call(ReadOnlySpan<int> shape, string dtype = "float32") => keras.ops.cast(Tensor.Full((float)value, shape.ToArray()), dtype);

    /// <inheritdoc/>
    public override Config get_config() => new() { ["value"] = Config.Number(value) };
}
