using static KerasSharp.keras;

namespace KerasSharp.Engine;

// Changes of some rows or elements, one after the other in the order of their indices: an index that comes twice is changed twice.
public sealed partial class Variable
{
    /// <summary>Replaces rows.</summary>
    /// <exception cref="InvalidArgumentError">There is no such row; nothing is changed then.</exception>
    public Variable scatter_update(IndexedSlices sparse_delta) => Scatter(sparse_delta, (_, update) => update);

    /// <summary>Adds to rows.</summary>
    /// <inheritdoc cref="scatter_update"/>
    public Variable scatter_add(IndexedSlices sparse_delta) => Scatter(sparse_delta, ops.add);

    /// <summary>Subtracts from rows.</summary>
    /// <inheritdoc cref="scatter_update"/>
    public Variable scatter_sub(IndexedSlices sparse_delta) => Scatter(sparse_delta, ops.subtract);

    /// <summary>Multiplies rows.</summary>
    /// <inheritdoc cref="scatter_update"/>
    public Variable scatter_mul(IndexedSlices sparse_delta) => Scatter(sparse_delta, ops.multiply);

    /// <summary>Divides rows.</summary>
    /// <inheritdoc cref="scatter_update"/>
    public Variable scatter_div(IndexedSlices sparse_delta) => Scatter(sparse_delta, ops.divide);

    /// <summary>Keeps the larger elements.</summary>
    /// <inheritdoc cref="scatter_update"/>
    public Variable scatter_max(IndexedSlices sparse_delta) => Scatter(sparse_delta, ops.maximum);

    /// <summary>Keeps the smaller elements.</summary>
    /// <inheritdoc cref="scatter_update"/>
    public Variable scatter_min(IndexedSlices sparse_delta) => Scatter(sparse_delta, ops.minimum);

    /// <summary>Replaces rows batch by batch: row <c>indices[b, i]</c> of batch b.</summary>
    /// <inheritdoc cref="scatter_update"/>
    public Variable batch_scatter_update(IndexedSlices sparse_delta)
    {
        ArgumentNullException.ThrowIfNull(sparse_delta);
        var (indices, depth) = (Integers(sparse_delta.indices), sparse_delta.indices.ndim);
        var strides = new int[depth];
        Shapes.Strides(sparse_delta.indices.Dims, strides);
        var places = indices.Select((row, i) => (int[])[.. Enumerable.Range(0, depth - 1).Select(axis => i / strides[axis] % sparse_delta.indices.dim(axis)), row]);
        return Scatter([.. places], sparse_delta.values, (_, update) => update);
    }

    /// <summary>Replaces what the last axis of the indices names: elements, rows, ….</summary>
    /// <param name="indices">Integers (…, depth).</param>
    /// <param name="updates">One part for each index.</param>
    /// <inheritdoc cref="scatter_update"/>
    public Variable scatter_nd_update(TensorLike indices, TensorLike updates) => ScatterNd(indices, updates, (_, update) => update);

    /// <summary>Adds to what the last axis of the indices names.</summary>
    /// <inheritdoc cref="scatter_nd_update"/>
    public Variable scatter_nd_add(TensorLike indices, TensorLike updates) => ScatterNd(indices, updates, ops.add);

    /// <summary>Subtracts from what the last axis of the indices names.</summary>
    /// <inheritdoc cref="scatter_nd_update"/>
    public Variable scatter_nd_sub(TensorLike indices, TensorLike updates) => ScatterNd(indices, updates, ops.subtract);

    /// <summary>The parts that the last axis of the indices names.</summary>
    /// <exception cref="InvalidArgumentError">There is no such part.</exception>
    public Tensor gather_nd(TensorLike indices)
    {
        var tensor = indices.ToTensor();
        var depth = tensor.dim(-1);
        var strides = new int[depth];
        Shapes.Strides(value.Dims[..depth], strides);
        var rows = Places(tensor).Select(place => Checked(place).Zip(strides, (i, stride) => i * stride).Sum()).ToArray();
        var flat = ops.reshape(value, [Shapes.Size(value.Dims[..depth]), .. value.Dims[depth..]]);
        return ops.reshape(ops.take(flat, Tensor.FromBeside<int>(value, rows, rows.Length), 0), [.. tensor.Dims[..^1], .. value.Dims[depth..]]);
    }

    /// <summary>The rows of some indices.</summary>
    public Tensor sparse_read(TensorLike indices) => ops.take(value, indices.ToTensor(), 0);

    /// <summary>Adds 1 to a scalar of integers and gives what it was before.</summary>
    /// <exception cref="ValueError">The limit is reached.</exception>
    public Tensor count_up_to(int limit)
    {
        var before = read_value();
        assign_add((int)before < limit ? 1 : throw new ValueError($"Reached limit of {limit}"));
        return before;
    }

    private Variable Scatter(IndexedSlices slices, Func<Tensor, Tensor, Tensor> combine)
    {
        ArgumentNullException.ThrowIfNull(slices);
        return Scatter([.. Integers(slices.indices).Select(row => (int[])[row])], slices.values, combine);
    }

    private Variable ScatterNd(TensorLike indices, TensorLike updates, Func<Tensor, Tensor, Tensor> combine)
        => Scatter([.. Places(indices.ToTensor())], updates.ToTensor(dtype), combine);

    private Variable Scatter(int[][] places, Tensor updates, Func<Tensor, Tensor, Tensor> combine)
    {
        using var quiet = new Ops.NoTape();
        foreach (var place in places)
        {
            Checked(place);
        }

        var depth = places.Length == 0 ? 0 : places[0].Length;
        var parts = ops.reshape(updates, [places.Length, .. value.Dims[depth..]]);
        foreach (var (i, place) in places.Index())
        {
            var index = Array.ConvertAll(place, p => (TensorIndex)p);
            AssignSlice(index, combine(Indexing.Get(value, index), Indexing.Get(parts, [i])));
        }

        return this;
    }

    private int[] Checked(int[] place)
    {
        for (var axis = 0; axis < place.Length; axis++)
        {
            if (place[axis] < 0 || place[axis] >= value.dim(axis))
            {
                throw new InvalidArgumentError($"indices[{axis}] = {place[axis]} is not in [0, {value.dim(axis)})");
            }
        }

        return place;
    }

    private static IEnumerable<int[]> Places(Tensor indices) => Integers(indices).Chunk(indices.dim(-1));

    private static int[] Integers(Tensor indices) => ops.cast(indices, DType.Int32).ToArray<int>();
}
