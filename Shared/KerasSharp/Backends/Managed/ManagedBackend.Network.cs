using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

// Matrix products, convolutions, pooling, softmax.
public sealed unsafe partial class ManagedBackend
{
    /// <inheritdoc/>
    public void MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, Tensor output)
        => MatMul(a, b, transposeA, transposeB, null, FusedActivation.None, output);

    /// <inheritdoc/>
    public void MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, Tensor? bias, FusedActivation activation, Tensor output)
    {
        int n = output.dim(-1), k = a.dim(transposeA ? -2 : -1);
        var biasPointer = bias is null ? null : Floats(bias);
        if (b.ndim == 2 && !transposeA)
        {
            // One second factor for all batches: the rows of all batches are one tall matrix.
            Gemm.Run(false, transposeB, output.size / Math.Max(1, n), n, k, Floats(a), a.dim(-1), Floats(b), b.dim(-1), Floats(output), n, biasPointer, false, activation);
            return;
        }

        var m = output.dim(-2);
        Gemm.Batched(
            output.size / Math.Max(1, m * n), transposeA, transposeB, m, n, k,
            Floats(a), a.dim(-1), a.ndim > 2 ? (nint)m * k : 0, Floats(b), b.dim(-1), b.ndim > 2 ? (nint)k * n : 0,
            Floats(output), n, (nint)m * n, biasPointer, activation);
    }

    /// <inheritdoc/>
    public void Conv2D(in Conv2DGeometry geometry, Tensor x, Tensor kernel, Tensor output)
        => Conv2D(geometry, x, kernel, null, FusedActivation.None, output);

    /// <inheritdoc/>
    public void Conv2D(in Conv2DGeometry geometry, Tensor x, Tensor kernel, Tensor? bias, FusedActivation activation, Tensor output)
        => Managed.Conv2D.Forward(geometry, Floats(x), Floats(kernel), bias is null ? null : Floats(bias), activation, Floats(output));

    /// <inheritdoc/>
    public void Conv2DGradientInput(in Conv2DGeometry geometry, Tensor dy, Tensor kernel, Tensor dx)
        => Managed.Conv2D.GradientInput(geometry, Floats(dy), Floats(kernel), Floats(dx));

    /// <inheritdoc/>
    public void Conv2DGradientKernel(in Conv2DGeometry geometry, Tensor x, Tensor dy, Tensor dkernel)
        => Managed.Conv2D.GradientKernel(geometry, Floats(x), Floats(dy), Floats(dkernel));

    /// <inheritdoc/>
    public void Pool2D(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor output)
        => Pooling.Forward(op, geometry, Floats(x), Floats(output));

    /// <inheritdoc/>
    public void Pool2DGradient(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor y, Tensor dy, Tensor dx)
        => Pooling.Gradient(op, geometry, Floats(x), Floats(y), Floats(dy), Floats(dx));

    /// <inheritdoc/>
    public void Pool2DSelect(in Pool2DGeometry geometry, Tensor x, Tensor values, Tensor output)
        => PoolSelection.Run(geometry, Floats(x), Floats(values), Floats(output));

    /// <inheritdoc/>
    public void Softmax(Tensor x, Tensor output)
        => Managed.Softmax.Forward(Floats(x), Rows(x), x.dim(-1), Floats(output));

    /// <inheritdoc/>
    public void SoftmaxGradient(Tensor y, Tensor dy, Tensor dx)
        => Managed.Softmax.Gradient(Floats(y), Floats(dy), Rows(y), y.dim(-1), Floats(dx));

    /// <inheritdoc/>
    public void SoftmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss, Tensor gradient)
        => Managed.Softmax.CrossEntropy(Floats(logits), Floats(target), Rows(logits), logits.dim(-1), Floats(loss), Floats(gradient));

    /// <summary>The number of rows: of all elements over the last axis.</summary>
    private static int Rows(Tensor x) => x.size / Math.Max(1, x.dim(-1));
}
