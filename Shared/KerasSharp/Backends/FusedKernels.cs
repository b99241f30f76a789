using KerasSharp.Engine;

namespace KerasSharp.Backends;

// What a backend may have beside the primitives: one pass over memory where the primitives take several. Where one is missing, the
// operation composes it (Ops/), with the same result up to rounding.

/// <summary>Matrix products that add a bias and apply an activation while the product is still in the cache.</summary>
public interface IFusedMatMul
{
    /// <summary>As <see cref="IBackend.MatMul"/>, then <c>+ bias</c> over the last axis, then the activation.</summary>
    void MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, Tensor? bias, FusedActivation activation, Tensor output);
}

/// <summary>Convolutions that add a bias and apply an activation.</summary>
public interface IFusedConv2D
{
    /// <summary>As <see cref="IBackend.Conv2D"/>, then <c>+ bias</c> over the last axis, then the activation.</summary>
    void Conv2D(in Conv2DGeometry geometry, Tensor x, Tensor kernel, Tensor? bias, FusedActivation activation, Tensor output);
}

/// <summary>First derivatives of functions of one element in one pass; float32.</summary>
public interface IActivationGradients
{
    /// <summary>The gradient of <see cref="IBackend.Unary"/>: <c>dx = dy · f'(x)</c>, where <c>y = f(x)</c> is known.</summary>
    void UnaryGradient(UnaryOp op, Tensor x, Tensor y, Tensor dy, Tensor dx, float alpha = 0);

    /// <summary>The gradient by what went into an activation that a kernel applied: <c>dx = dy · f'</c>, from only <c>y = f(x)</c>.</summary>
    void ActivationGradient(FusedActivation activation, Tensor y, Tensor dy, Tensor dx);
}

/// <summary>Softmax over the last axis, its gradient, and its cross-entropy; float32.</summary>
public interface ISoftmax
{
    /// <summary>Softmax over the last axis, computed from x - max(x).</summary>
    void Softmax(Tensor x, Tensor output);

    /// <summary>The gradient of softmax: <c>dx = (dy - sum(dy · y)) · y</c>.</summary>
    void SoftmaxGradient(Tensor y, Tensor dy, Tensor dx);

    /// <summary>
    /// Cross-entropy of softmax(logits) over the last axis with probabilities of the same shape: per row <c>loss = -sum(target · log softmax)</c>,
    /// and in <paramref name="gradient"/> (same shape as the logits) <c>softmax · sum(target) - target</c>.
    /// </summary>
    void SoftmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss, Tensor gradient);
}

/// <summary>The sum over all axes but the last (the gradient of a bias); float32.</summary>
public interface IRowSums
{
    /// <summary>Sums over all axes but the last.</summary>
    void SumRows(Tensor x, Tensor output);
}

/// <summary>Copies of some rows from the host: a batch in the order of an epoch.</summary>
public interface IRowUploads
{
    /// <summary>Copies rows of <paramref name="rowLength"/> elements each.</summary>
    void UploadRows<T>(ReadOnlySpan<T> source, int rowLength, ReadOnlySpan<int> rows, Storage target)
        where T : unmanaged;
}

/// <summary>Adam's update in one pass.</summary>
public interface IAdam
{
    /// <summary>Adam's update of one variable in place, with Keras's formulas (epsilon outside the bias correction).</summary>
    void Adam(Tensor variable, Tensor gradient, Tensor momentum, Tensor velocity, Tensor? maxVelocity, in AdamStep step);
}
