namespace KerasSharp.Engine;

/// <summary>
/// Rows for some places of a variable: <c>values[i]</c> belongs to row <c>indices[i]</c>.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/IndexedSlices"/>.
/// </summary>
/// <param name="values">The rows, (n, …).</param>
/// <param name="indices">Integers (n): their places.</param>
[KerasExport("tf.IndexedSlices")]
public sealed class IndexedSlices(TensorLike values, TensorLike indices)
{
    /// <summary>The rows.</summary>
    public Tensor values { get; } = values.ToTensor();

    /// <summary>Their places.</summary>
    public Tensor indices { get; } = indices.ToTensor();
}
