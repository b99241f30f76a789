using KerasSharp.Backends;
using KerasSharp.Engine;

namespace UserCode.Backends;

// What a small Dense model does not need.
internal sealed partial class LoopBackend
{
    /// <inheritdoc/>
    public void ArgReduce(bool max, Tensor x, int axis, Tensor output) => throw new NotSupportedException(nameof(ArgReduce));

    /// <inheritdoc/>
    public void Slice(Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Tensor output) => throw new NotSupportedException(nameof(Slice));

    /// <inheritdoc/>
    public void SetSlice(Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Tensor output) => throw new NotSupportedException(nameof(SetSlice));

    /// <inheritdoc/>
    public void Gather(Tensor x, Tensor indices, int axis, Tensor output) => throw new NotSupportedException(nameof(Gather));

    /// <inheritdoc/>
    public void ScatterAdd(Tensor updates, Tensor indices, int axis, Tensor output) => throw new NotSupportedException(nameof(ScatterAdd));

    /// <inheritdoc/>
    public void CumSum(Tensor x, int axis, bool exclusive, bool reverse, Tensor output) => throw new NotSupportedException(nameof(CumSum));

    /// <inheritdoc/>
    public void TopK(Tensor x, Tensor values, Tensor indices) => throw new NotSupportedException(nameof(TopK));

    /// <inheritdoc/>
    public void Conv2D(in Conv2DGeometry geometry, Tensor x, Tensor kernel, Tensor output) => throw new NotSupportedException(nameof(Conv2D));

    /// <inheritdoc/>
    public void Conv2DGradientInput(in Conv2DGeometry geometry, Tensor dy, Tensor kernel, Tensor dx) => throw new NotSupportedException(nameof(Conv2DGradientInput));

    /// <inheritdoc/>
    public void Conv2DGradientKernel(in Conv2DGeometry geometry, Tensor x, Tensor dy, Tensor dkernel) => throw new NotSupportedException(nameof(Conv2DGradientKernel));

    /// <inheritdoc/>
    public void Pool2D(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor output) => throw new NotSupportedException(nameof(Pool2D));

    /// <inheritdoc/>
    public void Pool2DGradient(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor y, Tensor dy, Tensor dx) => throw new NotSupportedException(nameof(Pool2DGradient));

    /// <inheritdoc/>
    public void Pool2DSelect(in Pool2DGeometry geometry, Tensor x, Tensor values, Tensor output) => throw new NotSupportedException(nameof(Pool2DSelect));
}
