using KerasSharp.Engine;
using KerasSharp.Models.Training;

namespace KerasSharp;

/// <summary>
/// One element on its way through a pipeline: a tensor or several; or the number of a row of arrays, which is copied only when somebody looks,
/// so that shuffling and batching of <c>from_tensor_slices</c> copy each sample once.
/// </summary>
internal readonly struct DatasetElement
{
    private readonly Tensor? tensor;
    private readonly HostNest? rows;
    private readonly int row;
    private readonly bool isNew;

    /// <summary>A tensor or several.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="isNew">Whether nobody else holds it, so that its memory may go back to the pool behind its last use.</param>
    public DatasetElement(Tensor tensor, bool isNew = false) => (this.tensor, this.isNew) = (tensor, isNew);

    public DatasetElement(HostNest rows, int row) => (this.rows, this.row) = (rows, row);

    /// <summary>Whether nobody else holds what <see cref="ToTensor()"/> gives.</summary>
    public bool IsNew => rows is not null || isNew;

    /// <summary>The element as a tensor, or as several.</summary>
    public Tensor ToTensor() => tensor ?? rows!.Row(row);

    /// <summary>Several elements along a new first axis.</summary>
    /// <exception cref="tf.errors.InvalidArgumentError">Their shapes differ.</exception>
    public static Tensor Batch(List<DatasetElement> elements)
    {
        var source = elements[0].rows;
        if (source is not null && elements.TrueForAll(e => ReferenceEquals(e.rows, source)))
        {
            return source.Batch([.. elements.Select(e => e.row)]);
        }

        using var scope = TensorScope.Begin();
        var parts = elements.ConvertAll(e => e.ToTensor(scope));
        var flat = parts.ConvertAll(p => p.Nest.flatten());
        var stacked = Enumerable.Range(0, flat[0].Count).Select(component => Stack(flat.ConvertAll(f => f[component]), component)).ToArray();
        var batch = Tensors.Of(parts[0].Nest.pack(stacked));
        scope.Hand(batch);
        return batch;
    }

    /// <summary>The element for a use that ends with a scope: there its memory goes back, if nobody else holds it.</summary>
    public Tensor ToTensor(TensorScope scope)
    {
        var element = ToTensor();
        if (isNew)
        {
            scope.Take(element);
        }

        return element;
    }

    private static Tensor Stack(List<Tensor> tensors, int component)
    {
        for (var i = 1; i < tensors.Count; i++)
        {
            if (tensors[i].shape != tensors[0].shape)
            {
                throw new tf.errors.InvalidArgumentError($"Cannot batch tensors with different shapes in component {component}. "
                    + $"First element had shape {Text(tensors[0])} and element {i} had shape {Text(tensors[i])}.");
            }
        }

        return keras.ops.concatenate(tensors.ConvertAll(t => keras.ops.expand_dims(t, 0)), 0);
    }

    private static string Text(Tensor tensor) => $"[{string.Join(",", tensor.Dims.ToArray())}]";
}
