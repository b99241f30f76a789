using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>Picking along an axis, for each element of the leading axes by indices of its own if asked.</summary>
internal static class Gathering
{
    /// <summary>The shape is <c>params.shape[:axis] + indices.shape[batch_dims:] + params.shape[axis + 1:]</c>.</summary>
    /// <exception cref="ValueError">An axis or a number of batch axes does not fit.</exception>
    public static Tensor Run(Tensor x, Tensor indices, int? axis, int batchDims)
    {
        var batch = batchDims < 0 ? batchDims + indices.ndim : batchDims;
        if (batch < 0 || batch > indices.ndim)
        {
            throw new ValueError($"batch_dims = {batchDims} must be at most rank(indices) = {indices.ndim}");
        }

        var at = axis is null ? batch : Shapes.Axis(axis.Value, x.ndim);
        if (at < batch)
        {
            throw new ValueError($"batch_dims = {batch} must be less than or equal to axis = {at}");
        }

        if (batch == 0)
        {
            return ops.take(x, indices, at);
        }

        int[] leading = [.. Enumerable.Range(0, batch).Select(i => Math.Max(x.dim(i), indices.dim(i)))];
        int[] picked = [.. indices.Dims[batch..]];
        int[] middle = [.. x.Dims[batch..at]];
        if (x.IsSymbolic || indices.IsSymbolic)
        {
            return Lambda.Unknown(x.dtype, [.. leading, .. middle, .. picked, .. x.Dims[(at + 1)..]]);
        }

        // The axis behind the batches; then all batches stand behind one another, and each index counts on from its batch's first.
        int[] order = [.. Enumerable.Range(0, batch), at, .. Enumerable.Range(batch, at - batch), .. Enumerable.Range(at + 1, x.ndim - at - 1)];
        var (moved, count, length) = (ops.transpose(x, order), Shapes.Size(leading), x.dim(at));
        var flat = ops.reshape(moved, [count * length, .. moved.Dims[(batch + 1)..]]);
        var offsets = Tensor.FromBeside<int>(x, [.. Enumerable.Range(0, count).Select(i => i * length)], [.. leading, .. picked.Select(_ => 1)]);
        var taken = ops.take(flat, ops.add(ops.cast(indices, DType.Int32), offsets), 0);
        var (p, m, tail) = (picked.Length, middle.Length, x.ndim - at - 1);
        return m == 0 ? taken : ops.transpose(taken, (int[])[.. Enumerable.Range(0, batch), .. Enumerable.Range(batch + p, m), .. Enumerable.Range(batch, p), .. Enumerable.Range(batch + p + m, tail)]);
    }
}
