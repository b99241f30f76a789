using NumSharp;

namespace KerasSharp.Layers;

/// <summary>
/// The keyword arguments that every Keras layer takes beside its own (Python's <c>**kwargs</c>). A factory such as
/// <c>keras.layers.Dense</c> lists them one by one; a class takes them together.
/// </summary>
/// <param name="name">The layer's name; one is made up if not given.</param>
/// <param name="trainable">Whether training changes its weights; true if not given.</param>
/// <param name="dtype">The type it computes in; only <c>float32</c> for layers with weights.</param>
/// <param name="input_shape">The shape of one sample, without the batch: the first layer of a Sequential model is built from it.</param>
/// <param name="batch_input_shape">The shape with the batch dimension.</param>
/// <param name="batch_size">The batch size, put in front of <paramref name="input_shape"/>.</param>
/// <param name="input_dim">Short for an <paramref name="input_shape"/> of one dimension.</param>
/// <param name="weights">Initial weights, in the order of <c>get_weights</c>.</param>
[KerasArguments]
public readonly record struct LayerArguments(
    string? name = null,
    [KerasDefault(true)] bool? trainable = null,
    string? dtype = null,
    TensorShape input_shape = default,
    TensorShape batch_input_shape = default,
    int? batch_size = null,
    int? input_dim = null,
    IReadOnlyList<NDArray>? weights = null)
{
    /// <summary>The shape with its batch dimension that follows from these arguments; not given if none was.</summary>
    internal TensorShape BatchInputShape => batch_input_shape.is_given ? batch_input_shape
        : input_shape.is_given ? input_shape.with_batch(batch_size)
        : input_dim is { } dim ? new TensorShape(batch_size, dim)
        : default;

    /// <summary>Only a name.</summary>
    public static implicit operator LayerArguments(string name) => new(name);
}
