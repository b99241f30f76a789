using KerasSharp.Engine;
using TorchSharp;
using Tensor = KerasSharp.Engine.Tensor;

namespace KerasSharp.Torch;

// What picks elements by indices, or runs along one axis.
public sealed partial class TorchBackend
{
    /// <inheritdoc/>
    public void Gather(Tensor x, Tensor indices, int axis, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        Set(output, View(x).index_select(axis, Checked(indices, x.dim(axis))));
    }

    /// <inheritdoc/>
    public void ScatterAdd(Tensor updates, Tensor indices, int axis, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        var places = Checked(indices, output.dim(axis));
        var target = View(output);
        if (updates.size == 0) return;
        long[] before = Types.Long(output.Dims[..axis]), behind = Types.Long(output.Dims[(axis + 1)..]);
        var rows = View(updates).reshape([.. before, indices.size, .. behind]);

        // On a GPU libtorch adds in a fixed order by this function alone: it sorts the indices first.
        if (TorchLibrary.Device.type == DeviceType.CUDA) target.transpose(0, axis).index_put_(rows.transpose(0, axis), [places], accumulate: true);
        else target.index_add_(axis, places, rows, 1);
    }

    /// <inheritdoc/>
    public void CumSum(Tensor x, int axis, bool exclusive, bool reverse, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor ToRun(torch.Tensor t) => reverse ? t.flip(axis) : t;
        var sums = ToRun(View(x)).cumsum(axis, Wide(x.dtype));
        if (exclusive && x.size > 0)
        {
            // Each sum moves one place on.
            var zero = torch.zeros_like(sums.narrow(axis, 0, 1));
            sums = torch.cat([zero, sums.narrow(axis, 0, x.dim(axis) - 1)], axis);
        }

        Set(output, ToRun(sums).to(Types.Of(x.dtype)));
    }

    /// <inheritdoc/>
    public void TopK(Tensor x, Tensor values, Tensor indices)
    {
        using var scope = torch.NewDisposeScope();

        // libtorch's own topk takes equal elements in any order.
        var (sorted, places) = View(x).sort(-1, descending: true, stable: true);
        Set(values, Copied(sorted.narrow(-1, 0, values.dim(-1))));
        Set(indices, places.narrow(-1, 0, values.dim(-1)).to(torch.ScalarType.Int32));
    }

    /// <summary>Indices as a row of int64, all of them in [0, length).</summary>
    private static torch.Tensor Checked(Tensor indices, int length)
    {
        var row = ((TorchStorage)indices.Storage).View([indices.size]).to(torch.ScalarType.Int64);
        var wrong = row.lt(0).logical_or(row.ge(length));
        if (indices.size > 0 && wrong.any().ToBoolean())
        {
            var flat = (int)wrong.nonzero()[0, 0].ToInt64();
            throw new ValueError($"indices{Place(flat, indices.Dims)} = {row[flat].ToInt64()} is not in [0, {length})");
        }

        return row;
    }

    // The place of an index in its own tensor, as TensorFlow writes it: [1,2], and nothing for a scalar.
    private static string Place(int flat, ReadOnlySpan<int> dims)
    {
        if (dims.IsEmpty) return "";
        var index = new int[dims.Length];
        for (var axis = dims.Length - 1; axis >= 0; flat /= dims[axis--]) index[axis] = flat % dims[axis];
        return $"[{string.Join(",", index)}]";
    }
}
