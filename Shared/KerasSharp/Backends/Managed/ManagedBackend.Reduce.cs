using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

// Reductions.
public sealed unsafe partial class ManagedBackend
{
    /// <inheritdoc/>
    public void Reduce(ReduceOp op, Tensor x, ReadOnlySpan<int> axes, Tensor output)
        => Reduction.Run(op, Floats(x), x.Dims, axes, Floats(output), output.size);

    /// <inheritdoc/>
    public void ArgReduce(bool max, Tensor x, int axis, Tensor output)
    {
        var inner = Shapes.Size(x.Dims[(axis + 1)..]);
        Reduction.Arg(max, Floats(x), Shapes.Size(x.Dims[..axis]), x.dim(axis), inner, Ints(output));
    }
}
