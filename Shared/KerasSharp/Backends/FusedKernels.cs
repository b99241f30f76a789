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

/// <summary>All steps of an LSTM with tanh and sigmoid, whose gates stand in the order input, forget, carry, output; float32.</summary>
public interface IFusedLstm
{
    /// <summary>
    /// Runs the steps. <paramref name="gates"/> (time, batch, 4 · units) holds what the inputs give, and the gates afterwards;
    /// <paramref name="cells"/> (time, batch, units) gets the carries in the order of the steps, <paramref name="output"/>
    /// (time + 1, batch, units) the outputs in that order, then the last carry.
    /// </summary>
    /// <param name="gates">In and out.</param>
    /// <param name="kernel">The recurrent kernel (units, 4 · units).</param>
    /// <param name="h">The first output (batch, units).</param>
    /// <param name="c">The first carry (batch, units).</param>
    /// <param name="mask">Which steps count, bool (time, batch); null means all. A step that does not leaves output and carry as they are.</param>
    /// <param name="backwards">Whether the first step is the last time.</param>
    /// <param name="cells">Out.</param>
    /// <param name="output">Out.</param>
    void Lstm(Tensor gates, Tensor kernel, Tensor h, Tensor c, Tensor? mask, bool backwards, Tensor cells, Tensor output);

    /// <summary>The gradients of <see cref="Lstm"/>, from what it left in gates and cells.</summary>
    /// <param name="gates">The gates.</param>
    /// <param name="cells">The carries.</param>
    /// <param name="kernel">The recurrent kernel.</param>
    /// <param name="c">The first carry.</param>
    /// <param name="mask">Which steps count.</param>
    /// <param name="backwards">Whether the first step is the last time.</param>
    /// <param name="dy">The gradient by the output (time + 1, batch, units).</param>
    /// <param name="dx">Out: by what the inputs give, and so by the products with the kernel (time, batch, 4 · units).</param>
    /// <param name="dh">Out: by the first output.</param>
    /// <param name="dc">Out: by the first carry.</param>
    void LstmGradient(Tensor gates, Tensor cells, Tensor kernel, Tensor c, Tensor? mask, bool backwards, Tensor dy, Tensor dx, Tensor dh, Tensor dc);
}

/// <summary>All steps of a GRU with tanh and sigmoid, whose reset gate works behind the product with the recurrent kernel; gates in the order update, reset, candidate; float32.</summary>
public interface IFusedGru
{
    /// <summary>Runs the steps.</summary>
    /// <param name="x">What the inputs give (time, batch, 3 · units).</param>
    /// <param name="kernel">The recurrent kernel (units, 3 · units).</param>
    /// <param name="bias">Its bias (3 · units,).</param>
    /// <param name="h">The first state (batch, units).</param>
    /// <param name="mask">Which steps count, bool (time, batch); null means all. A step that does not leaves the state as it is.</param>
    /// <param name="backwards">Whether the first step is the last time.</param>
    /// <param name="gates">Out: the gates, then the product that the reset gate is applied to (time, batch, 4 · units).</param>
    /// <param name="output">Out: the states in the order of the steps (time, batch, units).</param>
    void Gru(Tensor x, Tensor kernel, Tensor bias, Tensor h, Tensor? mask, bool backwards, Tensor gates, Tensor output);

    /// <summary>The gradients of <see cref="Gru"/>, from what it left in the gates.</summary>
    /// <param name="gates">The gates.</param>
    /// <param name="output">The states.</param>
    /// <param name="kernel">The recurrent kernel.</param>
    /// <param name="h">The first state.</param>
    /// <param name="mask">Which steps count.</param>
    /// <param name="backwards">Whether the first step is the last time.</param>
    /// <param name="dy">The gradient by the states.</param>
    /// <param name="dx">Out: by what the inputs give (time, batch, 3 · units).</param>
    /// <param name="products">Out: by the products with the recurrent kernel (time, batch, 3 · units).</param>
    /// <param name="dh">Out: by the first state.</param>
    void GruGradient(Tensor gates, Tensor output, Tensor kernel, Tensor h, Tensor? mask, bool backwards, Tensor dy, Tensor dx, Tensor products, Tensor dh);
}
