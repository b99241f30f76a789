using static KerasSharp.keras;

namespace KerasSharp.Engine;

/// <summary>Picking by a bool mask: the number of rows depends on its values.</summary>
internal static class Masking
{
    /// <summary>The elements where the mask holds; its axes become one.</summary>
    /// <exception cref="ValueError">The mask is a scalar, or its shape does not fit.</exception>
    public static Tensor Apply(Tensor x, Tensor mask, int axis)
    {
        if (mask.ndim == 0)
        {
            throw new ValueError("mask cannot be scalar.");
        }

        axis = Shapes.Axis(axis, x.ndim);
        if (axis + mask.ndim > x.ndim || !Shapes.Fit(x.Dims[axis..(axis + mask.ndim)], mask.Dims))
        {
            throw new ValueError($"Shapes {Shapes.Text(x.Dims[axis..Math.Min(x.ndim, axis + mask.ndim)])} and {mask.shape} are incompatible");
        }

        int[] rest = [.. x.Dims[(axis + mask.ndim)..]];
        if (x.IsSymbolic || mask.IsSymbolic)
        {
            return new KerasTensor(new OutputSpec(x.dtype, [.. x.Dims[..axis], -1, .. rest]));
        }

        var flat = ops.reshape(x, [.. x.Dims[..axis], mask.size, .. rest]);
        int[] hits = [.. mask.ToArray<bool>().Index().Where(item => item.Item).Select(item => item.Index)];
        return ops.take(flat, Tensor.FromBeside<int>(x, hits, hits.Length), axis);
    }
}
