using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.TestSupport.Naive;

// What picks elements by indices, or runs along one axis.
public sealed partial class NaiveBackend
{
    /// <inheritdoc/>
    public void Gather(Tensor x, Tensor indices, int axis, Tensor output) =>
        Set(output, [.. Indices(output).Select(index => Data(x)[Picked(x, indices, axis, index)])]);

    /// <inheritdoc/>
    public void ScatterAdd(Tensor updates, Tensor indices, int axis, Tensor output)
    {
        foreach (var index in Indices(updates))
        {
            var place = Picked(output, indices, axis, index);
            Data(output)[place] = NaiveStorage.Cut(output.dtype, Data(output)[place] + Data(updates)[Flat(updates.Dims, index)]);
        }
    }

    /// <inheritdoc/>
    public void CumSum(Tensor x, int axis, bool exclusive, bool reverse, Tensor output) => Set(output, [.. Indices(x).Select(index =>
        Enumerable.Range(0, x.dim(axis))
            .Where(k => (reverse ? k > index[axis] : k < index[axis]) || (k == index[axis] && !exclusive))
            .Sum(k => Data(x)[Flat(x.Dims, [.. index[..axis], k, .. index[(axis + 1)..]])]))]);

    /// <inheritdoc/>
    public void TopK(Tensor x, Tensor values, Tensor indices)
    {
        int columns = x.dim(-1), k = values.dim(-1);
        var places = Enumerable.Range(0, x.size / Math.Max(1, columns)).SelectMany(row => Enumerable.Range(0, columns)
            .OrderByDescending(i => double.IsNaN(Data(x)[(row * columns) + i]))
            .ThenByDescending(i => Data(x)[(row * columns) + i])
            .Take(k)
            .Select(i => (Row: row, Column: i))).ToArray();
        Set(values, [.. places.Select(p => Data(x)[(p.Row * columns) + p.Column])]);
        Set(indices, [.. places.Select(p => (double)p.Column)]);
    }

    /// <summary>The place in the whole of an element of the picked, whose index is of the shape that <see cref="Gather"/> gives.</summary>
    private static int Picked(Tensor whole, Tensor indices, int axis, int[] index)
    {
        var chosen = (int)Data(indices)[Flat(indices.Dims, index[axis..(axis + indices.ndim)])];
        return chosen >= 0 && chosen < whole.dim(axis)
            ? Flat(whole.Dims, [.. index[..axis], chosen, .. index[(axis + indices.ndim)..]])
            : throw new ValueError($"The index {chosen} is not in [0, {whole.dim(axis)}).");
    }
}
