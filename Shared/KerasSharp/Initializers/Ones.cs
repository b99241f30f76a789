using KerasSharp.Engine;

namespace KerasSharp.Initializers;

/// <summary>All elements one. Source: <see href="https://keras.io/api/layers/initializers/#ones-class"/>.</summary>
[KerasExport("keras.initializers.Ones", "keras.initializers.ones")]
[KerasName("keras.initializers.one")]
public class Ones : Initializer
{
    /// <inheritdoc/>
    public override Tensor call(ReadOnlySpan<int> shape, string dtype = "float32") => keras.ops.cast(Tensor.Full(1, shape.ToArray()), dtype);
}
