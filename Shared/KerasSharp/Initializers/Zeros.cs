using KerasSharp.Engine;

namespace KerasSharp.Initializers;

/// <summary>All elements zero. Source: <see href="https://keras.io/api/layers/initializers/#zeros-class"/>.</summary>
[KerasExport("keras.initializers.Zeros", "keras.initializers.zeros")]
[KerasName("keras.initializers.zero")]
public class Zeros : Initializer
{
    /// <inheritdoc/>
    public override Tensor call(ReadOnlySpan<int> shape, string dtype = "float32") => keras.ops.cast(Tensor.Full(0, shape.ToArray()), dtype);
}
