using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.TestSupport.Naive;

// Products, convolutions, pooling.
public sealed partial class NaiveBackend
{
    /// <inheritdoc/>
    public void MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, Tensor output)
    {
        int m = output.dim(-2), n = output.dim(-1), k = transposeA ? a.dim(-2) : a.dim(-1);
        var (stepA, stepB) = (a.ndim > 2 ? a.dim(-1) * a.dim(-2) : 0, b.ndim > 2 ? b.dim(-1) * b.dim(-2) : 0);
        Set(output, [.. Enumerable.Range(0, output.size / Math.Max(1, m * n))
            .SelectMany(i => NaiveGemm.Run(transposeA, transposeB, m, n, k, Data(a)[(i * stepA)..], Data(b)[(i * stepB)..]))]);
    }

    /// <inheritdoc/>
    public void Conv2D(in Conv2DGeometry geometry, Tensor x, Tensor kernel, Tensor output) =>
        Set(output, NaiveConv2D.Forward(geometry, Data(x), Data(kernel)));

    /// <inheritdoc/>
    public void Conv2DGradientInput(in Conv2DGeometry geometry, Tensor dy, Tensor kernel, Tensor dx) =>
        Set(dx, NaiveConv2D.GradientInput(geometry, Data(dy), Data(kernel)));

    /// <inheritdoc/>
    public void Conv2DGradientKernel(in Conv2DGeometry geometry, Tensor x, Tensor dy, Tensor dkernel) =>
        Set(dkernel, NaiveConv2D.GradientKernel(geometry, Data(x), Data(dy)));

    /// <inheritdoc/>
    public void Pool2D(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor output) => Set(output, NaivePooling.Forward(op, geometry, Data(x)));

    /// <inheritdoc/>
    public void Pool2DGradient(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor y, Tensor dy, Tensor dx) =>
        Set(dx, NaivePooling.Gradient(op, geometry, Data(x), Data(y), Data(dy)));

    /// <inheritdoc/>
    public void Pool2DSelect(in Pool2DGeometry geometry, Tensor x, Tensor values, Tensor output) =>
        Set(output, NaivePooling.Select(geometry, Data(x), Data(values)));
}
