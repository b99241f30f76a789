using KerasSharp.Engine;

namespace KerasSharp;

/// <summary>The shape and dtype of a tensor to come. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/TensorSpec"/>.</summary>
/// <param name="shape">The shape; null where a dimension is unknown.</param>
/// <param name="dtype">The element type.</param>
/// <param name="name">A name; null if it has none.</param>
public sealed record TensorSpec(TensorShape shape, DType dtype = DType.Float32, string? name = null)
{
    /// <summary>Python's text.</summary>
    public override string ToString() => $"TensorSpec(shape={shape}, dtype=tf.{dtype.Name()}, name={(name is null ? "None" : $"'{name}'")})";

    /// <summary>What a tensor has.</summary>
    internal static TensorSpec Of(Tensor tensor) => new(tensor.shape, tensor.dtype);

    /// <summary>Whether a tensor of this shape fits.</summary>
    internal bool Fits(TensorShape other) => !shape.is_given || (other.rank == shape.rank && shape.Zip(other).All(d => d.First is null || d.First == d.Second));
}
