using KerasSharp.Engine;

namespace KerasSharp.Backends;

/// <summary>
/// The primitives that compute. An operation (Ops/) checks types and shapes, makes the output tensor and calls one of these; a kernel
/// checks nothing and fills <c>output</c>. All data are channels_last and contiguous. This is all that a backend must have; what it can do
/// faster in one pass it says by the optional interfaces in <c>FusedKernels.cs</c>.
/// </summary>
public interface IBackend
{
    /// <summary>The name in <c>keras.config.backend()</c>: <c>managed</c>, <c>torch</c>.</summary>
    string Name { get; }

    /// <summary>The number of GPUs that it can compute on: what <c>tf.config.list_physical_devices("GPU")</c> lists.</summary>
    int GpuCount { get; }

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

    /// <summary>Sets all elements to one value; it is cut to the tensor's type.</summary>
    void Fill(Tensor output, double value);

    /// <summary>Converts elements to the type of <paramref name="output"/>: floats are cut, not rounded; bool is 0 or 1.</summary>
    void Cast(Tensor x, Tensor output);

    /// <summary>
    /// Applies a function to each element; the output has the type of <paramref name="x"/>. All functions take float32 and float64;
    /// Abs, Negative, Sign and Square take integers too. <paramref name="alpha"/> is the parameter of those that have one.
    /// </summary>
    void Unary(UnaryOp op, Tensor x, Tensor output, float alpha = 0);

    /// <summary>
    /// Combines two tensors of one type element by element, broadcasting as NumPy does: float32, float64, int32, int64, uint8
    /// (which wrap around); bool takes Multiply (and), Maximum (or), Minimum.
    /// </summary>
    void Binary(BinaryOp op, Tensor a, Tensor b, Tensor output);

    /// <summary><c>output = a · x + b · output</c> element by element, in place, float32: moving averages, optimizers. x may be the output.</summary>
    void Blend(float a, Tensor x, float b, Tensor output);

    /// <summary>Compares two tensors of one type, any type, element by element, broadcasting; the output is bool.</summary>
    void Compare(CompareOp op, Tensor a, Tensor b, Tensor output);

    /// <summary><c>output = condition ? a : b</c>, all of one shape, of any type.</summary>
    void Select(Tensor condition, Tensor a, Tensor b, Tensor output);

    /// <summary>Reduces over the axes, sorted and not negative; float32 is summed in double, in a fixed order. Also float64, int32, int64, uint8.</summary>
    void Reduce(ReduceOp op, Tensor x, ReadOnlySpan<int> axes, Tensor output);

    /// <summary>The index of the first largest (or smallest) element along one axis; the output is int32 or int64.</summary>
    void ArgReduce(bool max, Tensor x, int axis, Tensor output);

    /// <summary>Reorders axes: <c>output.shape[i] = x.shape[permutation[i]]</c>. Any type.</summary>
    void Transpose(Tensor x, ReadOnlySpan<int> permutation, Tensor output);

    /// <summary>Copies every <paramref name="step"/>-th element (which may be negative) from <paramref name="start"/> on, of the output's shape. Any type.</summary>
    void Slice(Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Tensor output);

    /// <summary>Writes <paramref name="x"/> to the places of <paramref name="output"/> that <see cref="Slice"/> would read; the others stay. Any type.</summary>
    void SetSlice(Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Tensor output);

    /// <summary>
    /// Picks along one axis: the output's shape is <c>x.shape[..axis] + indices.shape + x.shape[axis + 1..]</c>. Indices are int32 or int64;
    /// x is of any type.
    /// </summary>
    /// <exception cref="ValueError">An index is outside: <c>indices[2] = 7 is not in [0, 5)</c>.</exception>
    void Gather(Tensor x, Tensor indices, int axis, Tensor output);

    /// <summary>Adds <paramref name="updates"/> (of <see cref="Gather"/>'s output shape) at the indices into <paramref name="output"/>; in a fixed order.</summary>
    void ScatterAdd(Tensor updates, Tensor indices, int axis, Tensor output);

    /// <summary>Running sums along one axis; exclusive leaves the element itself out, reverse runs from the end. float32, float64, int32, int64.</summary>
    void CumSum(Tensor x, int axis, bool exclusive, bool reverse, Tensor output);

    /// <summary>The k largest elements of the last axis, the largest first. Of equal elements the one with the smaller index is first. The positions are int32.</summary>
    void TopK(Tensor x, Tensor values, Tensor indices);

    /// <summary><c>output = op(a) · op(b)</c> of the last two axes; the axes before are batches, where a factor of rank 2 serves every batch.</summary>
    void MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, Tensor output);

    /// <summary>2-D convolution: x (n, h, w, c), kernel (kh, kw, c / groups, f), output (n, oh, ow, f).</summary>
    void Conv2D(in Conv2DGeometry geometry, Tensor x, Tensor kernel, Tensor output);

    /// <summary>The gradient of <see cref="Conv2D"/> by its input.</summary>
    void Conv2DGradientInput(in Conv2DGeometry geometry, Tensor dy, Tensor kernel, Tensor dx);

    /// <summary>The gradient of <see cref="Conv2D"/> by its kernel.</summary>
    void Conv2DGradientKernel(in Conv2DGeometry geometry, Tensor x, Tensor dy, Tensor dkernel);

    /// <summary>Maximum or average over windows; padding counts in neither.</summary>
    void Pool2D(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor output);

    /// <summary>The gradient of <see cref="Pool2D"/>; a maximum's goes to the first largest element of the window.</summary>
    void Pool2DGradient(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor y, Tensor dy, Tensor dx);

    /// <summary>For each window the element of <paramref name="values"/> (x's shape) at the place of the first largest x: the gradient of a maximum's gradient.</summary>
    void Pool2DSelect(in Pool2DGeometry geometry, Tensor x, Tensor values, Tensor output);
}
