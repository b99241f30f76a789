using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.TestSupport.Naive;

// What moves elements, or sums them up: all by the index of each element.
public sealed partial class NaiveBackend
{
    /// <inheritdoc/>
    public void Reduce(ReduceOp op, Tensor x, ReadOnlySpan<int> axes, Tensor output)
    {
        var reduced = axes.ToArray();
        int[] kept = [.. x.Dims.ToArray().Where((_, axis) => !reduced.Contains(axis))];
        var groups = Indices(x)
            .GroupBy(index => Flat(kept, index.Where((_, axis) => !reduced.Contains(axis)).ToArray()))
            .ToDictionary(g => g.Key, g => g.Select(index => Data(x)[Flat(x.Dims, index)]).ToArray());
        Set(output, [.. Enumerable.Range(0, output.size).Select(i => groups.GetValueOrDefault(i, [])).Select(values => op switch
        {
            ReduceOp.Sum => values.Sum(),
            ReduceOp.Mean => values.Sum() / values.Length,
            ReduceOp.Max => values.Aggregate(double.NegativeInfinity, Math.Max),
            ReduceOp.Min => values.Aggregate(double.PositiveInfinity, Math.Min),
            _ => values.Aggregate(1.0, (product, v) => product * v),
        })]);
    }

    /// <inheritdoc/>
    public void ArgReduce(bool max, Tensor x, int axis, Tensor output) => Set(output, [.. Indices(output).Select(index =>
    {
        var values = Enumerable.Range(0, x.dim(axis)).Select(i => Data(x)[Flat(x.Dims, [.. index[..axis], i, .. index[axis..]])]).ToArray();
        return (double)Array.IndexOf(values, values.Aggregate<double>(max ? Math.Max : Math.Min));
    })]);

    /// <inheritdoc/>
    public void Transpose(Tensor x, ReadOnlySpan<int> permutation, Tensor output)
    {
        var axes = permutation.ToArray();
        Set(output, [.. Indices(output).Select(index => Data(x)[Flat(x.Dims, [.. Enumerable.Range(0, axes.Length).Select(axis => index[Array.IndexOf(axes, axis)])])])]);
    }

    /// <inheritdoc/>
    public void Slice(Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Tensor output)
    {
        int[] first = start.ToArray(), steps = step.ToArray();
        Set(output, [.. Indices(output).Select(index => Data(x)[Flat(x.Dims, Stepped(first, steps, index))])]);
    }

    /// <inheritdoc/>
    public void SetSlice(Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Tensor output)
    {
        int[] first = start.ToArray(), steps = step.ToArray();
        foreach (var index in Indices(x)) Data(output)[Flat(output.Dims, Stepped(first, steps, index))] = Data(x)[Flat(x.Dims, index)];
    }

    /// <summary>Every index of a tensor, row-major.</summary>
    private static IEnumerable<int[]> Indices(Tensor x)
    {
        var dims = x.Dims.ToArray();
        var size = dims.Aggregate(1, (product, d) => product * d);
        for (var flat = 0; flat < size; flat++)
        {
            var index = new int[dims.Length];
            for (int axis = dims.Length - 1, rest = flat; axis >= 0; rest /= dims[axis--]) index[axis] = rest % dims[axis];
            yield return index;
        }
    }

    /// <summary>The place of an index in a shape that may have fewer axes or lengths of 1, as broadcasting allows.</summary>
    private static int Flat(ReadOnlySpan<int> dims, int[] index)
    {
        var flat = 0;
        for (var axis = 0; axis < dims.Length; axis++) flat = (flat * dims[axis]) + (dims[axis] == 1 ? 0 : index[axis + index.Length - dims.Length]);
        return flat;
    }

    private static int[] Stepped(int[] start, int[] step, int[] index) => [.. index.Select((at, axis) => start[axis] + (at * step[axis]))];
}
