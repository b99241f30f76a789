using KerasSharp.Engine;

namespace KerasSharp.Backends;

/// <summary>
/// The kernels that compute. An operation (Ops/) checks shapes, makes the output tensor and calls one of these; a kernel checks nothing
/// and fills <c>output</c>. All floats are float32, all data are channels_last and contiguous.
/// </summary>
public interface IBackend
{
    /// <summary>The name in <c>keras.config.backend()</c>: <c>managed</c>, <c>torch</c>.</summary>
    string Name { get; }

    /// <summary>Memory for <paramref name="length"/> elements, not initialised.</summary>
    Storage Allocate(DType dtype, int length);

    /// <summary>Copies elements from the host.</summary>
    void Upload<T>(ReadOnlySpan<T> source, Storage target)
        where T : unmanaged;

    /// <summary>Copies elements to the host.</summary>
    void Download<T>(Storage source, Span<T> target)
        where T : unmanaged;

    /// <summary>Copies a tensor into the memory of another of the same size and type.</summary>
    void Copy(Tensor x, Tensor output);

    /// <summary>Copies some rows from the host, <paramref name="rowLength"/> elements each: a batch in the order of an epoch.</summary>
    void UploadRows<T>(ReadOnlySpan<T> source, int rowLength, ReadOnlySpan<int> rows, Storage target)
        where T : unmanaged;

    /// <summary>Sets all elements to one value.</summary>
    void Fill(Tensor output, float value);

    /// <summary>Converts elements to the type of <paramref name="output"/>: floats are cut, not rounded.</summary>
    void Cast(Tensor x, Tensor output);

    /// <summary>Applies a function to each element. <paramref name="alpha"/> is the parameter of those that have one.</summary>
    void Unary(UnaryOp op, Tensor x, Tensor output, float alpha = 0);

    /// <summary>The gradient of <see cref="Unary"/>: <c>dx = dy · f'(x)</c>, where <c>y = f(x)</c> is at hand.</summary>
    void UnaryGradient(UnaryOp op, Tensor x, Tensor y, Tensor dy, Tensor dx, float alpha = 0);

    /// <summary>Combines two float tensors element by element, broadcasting as NumPy does.</summary>
    void Binary(BinaryOp op, Tensor a, Tensor b, Tensor output);

    /// <summary><c>output = a · x + b · output</c> element by element, in place: steps of optimizers, moving averages. x may be the output.</summary>
    void Blend(float a, Tensor x, float b, Tensor output);

    /// <summary>Compares two tensors of one type element by element, broadcasting; the output is bool.</summary>
    void Compare(CompareOp op, Tensor a, Tensor b, Tensor output);

    /// <summary><c>output = condition ? a : b</c>, all of one shape.</summary>
    void Select(Tensor condition, Tensor a, Tensor b, Tensor output);

    /// <summary>Reduces over the axes, sorted and not negative. Summed in double, in a fixed order.</summary>
    void Reduce(ReduceOp op, Tensor x, ReadOnlySpan<int> axes, Tensor output);

    /// <summary>The index of the first largest (or smallest) element along one axis; int32.</summary>
    void ArgReduce(bool max, Tensor x, int axis, Tensor output);

    /// <summary>Reorders axes: <c>output.shape[i] = x.shape[permutation[i]]</c>.</summary>
    void Transpose(Tensor x, ReadOnlySpan<int> permutation, Tensor output);

    /// <summary>Copies a box of <paramref name="x"/> that starts at <paramref name="start"/>, of the output's shape.</summary>
    void Slice(Tensor x, ReadOnlySpan<int> start, Tensor output);

    /// <summary>Writes <paramref name="x"/> as a box into <paramref name="output"/> at <paramref name="start"/>.</summary>
    void SetSlice(Tensor x, ReadOnlySpan<int> start, Tensor output);

    /// <summary>
    /// <c>output = op(a) · op(b) (+ bias)</c> of the last two axes; the axes before are batches, where a factor of rank 2 serves every batch.
    /// </summary>
    void MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, Tensor? bias, FusedActivation activation, Tensor output);

    /// <summary>2-D convolution: x (n, h, w, c), kernel (kh, kw, c / groups, f), output (n, oh, ow, f), then bias and activation.</summary>
    void Conv2D(in Conv2DGeometry geometry, Tensor x, Tensor kernel, Tensor? bias, FusedActivation activation, Tensor output);

    /// <summary>The gradient of <see cref="Conv2D"/> by its input.</summary>
    void Conv2DGradientInput(in Conv2DGeometry geometry, Tensor dy, Tensor kernel, Tensor dx);

    /// <summary>The gradient of <see cref="Conv2D"/> by its kernel.</summary>
    void Conv2DGradientKernel(in Conv2DGeometry geometry, Tensor x, Tensor dy, Tensor dkernel);

    /// <summary>Maximum or average over windows; padding counts in neither.</summary>
    void Pool2D(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor output);

    /// <summary>The gradient of <see cref="Pool2D"/>; a maximum's goes to the first largest element of the window.</summary>
    void Pool2DGradient(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor y, Tensor dy, Tensor dx);

    /// <summary>The gradient by what went into an activation that a kernel applied: <c>dx = dy · f'</c>, from <c>y = f(x)</c> alone.</summary>
    void ActivationGradient(FusedActivation activation, Tensor y, Tensor dy, Tensor dx);

    /// <summary>Softmax over the last axis, computed from x - max(x).</summary>
    void Softmax(Tensor x, Tensor output);

    /// <summary>The gradient of softmax: <c>dx = (dy - sum(dy · y)) · y</c>.</summary>
    void SoftmaxGradient(Tensor y, Tensor dy, Tensor dx);

    /// <summary>
    /// Cross-entropy of softmax(logits) over the last axis with probabilities of the same shape: per row <c>loss = -sum(target · log softmax)</c>,
    /// and in <paramref name="gradient"/> (same shape as the logits) <c>softmax · sum(target) - target</c>.
    /// </summary>
    void SoftmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss, Tensor gradient);

    /// <summary>Sums over all axes but the last (the gradient of a bias).</summary>
    void SumRows(Tensor x, Tensor output);

    /// <summary>Adam's update of one variable in place, with Keras's formulas (epsilon outside the bias correction).</summary>
    void Adam(Tensor variable, Tensor gradient, Tensor momentum, Tensor velocity, Tensor? maxVelocity, in AdamStep step);
}
