using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// The identity matrix times <paramref name="gain"/>; only for shapes of rank 2.
/// Source: <see href="https://keras.io/api/layers/initializers/#identity-class"/>.
/// </summary>
[KerasExport("keras.initializers.Identity", "keras.initializers.identity")]
public class Identity(double gain = 1.0) : Initializer
{
    /// <summary>The factor.</summary>
    public double gain { get; } = gain;

    /// <inheritdoc/>
    /// <exception cref="ValueError">The shape has not rank 2.</exception>
    public override Tensor call(ReadOnlySpan<int> shape, string dtype = "float32")
    {
        if (shape.Length != 2)
        {
            throw new ValueError("Identity matrix initializer can only be used for 2D matrices. "
                + $"Received: shape={Shapes.Text(shape)} of rank {shape.Length}.");
        }

        var values = new float[CheckedGeometry.Weights(shape)];
        for (var i = 0; i < Math.Min(shape[0], shape[1]); i++)
        {
            values[(i * shape[1]) + i] = (float)gain;
        }

        return keras.ops.cast(Tensor.From<float>(values, shape.ToArray()), dtype);
    }

    /// <inheritdoc/>
    public override Config get_config() => new() { ["gain"] = gain };
}
