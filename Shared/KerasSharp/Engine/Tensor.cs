using KerasSharp.Backends;

namespace KerasSharp.Engine;

/// <summary>
/// An n-dimensional array that its backend holds: a shape, an element type and a handle. Tensors are never changed in place
/// (<see cref="Variable"/> holds what changes). Inside a <see cref="TensorScope"/>, as <c>fit</c> opens one per step, the memory
/// goes back to the pool when the scope ends; elsewhere it belongs to the garbage collector.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/Tensor"/>.
/// </summary>
public partial class Tensor
{
    private readonly int[]? dims;
    private readonly Storage? storage;

    /// <summary>A tensor over existing memory; none of it where the tensor is symbolic, or several in one object.</summary>
    internal Tensor(Storage? storage, int[]? dims)
    {
        this.storage = storage;
        this.dims = dims;
    }

    /// <summary>The element type.</summary>
    public DType dtype => storage is null ? SymbolicDType : storage.DType;

    /// <summary>The shape; a dimension of a symbolic tensor may be unknown.</summary>
    public TensorShape shape => TensorShape.FromDims(DimsArray);

    /// <summary>The number of axes.</summary>
    public int ndim => DimsArray.Length;

    /// <summary>The number of elements.</summary>
    /// <exception cref="TypeError">The tensor is symbolic.</exception>
    public int size => Storage.Length;

    /// <summary>The tensor itself, or the structure of several in one object.</summary>
    public virtual Nest<Tensor> Nest => this;

    /// <summary>The dimensions, without a copy; -1 where a symbolic tensor's is unknown.</summary>
    public ReadOnlySpan<int> Dims => DimsArray;

    /// <summary>The dimensions as the array itself, for tensors of the same shape. Never write to it.</summary>
    internal int[] DimsArray => dims ?? throw NoTensor("shape");

    /// <summary>The logits that a softmax or sigmoid came from: Keras 2.15's crossentropies compute from these.</summary>
    internal Tensor? Logits { get; set; }

    /// <summary>Which steps of a sequence count: bool (batch, time), as Keras's <c>_keras_mask</c>. It travels with the tensor from layer to layer.</summary>
    internal Tensor? Mask { get; set; }

    /// <summary>The variable whose value this is, if any: what the tape watches by itself.</summary>
    internal Variable? Variable { get; init; }

    /// <summary>The memory.</summary>
    /// <exception cref="ObjectDisposedException">The step in which the tensor was made has ended.</exception>
    /// <exception cref="TypeError">The tensor is symbolic: it has no value.</exception>
    public Storage Storage => storage is null ? throw NoTensor("numpy")
        : storage.IsReleased
        ? throw new ObjectDisposedException(nameof(Tensor), "This tensor belongs to a step that has ended, and its memory went back to the pool. "
            + "Keep it with TensorScope.Keep, or take its value with numpy() inside the step.")
        : storage;

    /// <summary>Whether it has no value: what <c>keras.Input</c> makes, and what is computed from it.</summary>
    internal virtual bool IsSymbolic => false;

    private protected virtual DType SymbolicDType => throw NoTensor("dtype");

    /// <summary>The length of one axis; a negative one counts from the end.</summary>
    public int dim(int axis) => DimsArray[axis < 0 ? axis + DimsArray.Length : axis];

    /// <summary>A tensor of this shape whose elements are not set yet: for operations, which let a kernel fill it.</summary>
    internal static Tensor Empty(IBackend backend, DType dtype, int[] dims)
    {
        var storage = backend.Allocate(dtype, Shapes.Size(dims));
        TensorScope.Track(storage);
        return new Tensor(storage, dims);
    }

    /// <summary>The same in the memory of the backend in use.</summary>
    internal static Tensor Empty(DType dtype, params int[] dims) => Empty(Backend.Current, dtype, dims);

    /// <summary>A tensor of the same shape, type and backend, not set yet.</summary>
    internal static Tensor EmptyLike(Tensor x) => Empty(x.Storage.Backend, x.dtype, x.DimsArray);

    /// <summary>A copy of host data.</summary>
    /// <exception cref="ValueError">The number of elements is not that of the shape.</exception>
    public static Tensor From<T>(ReadOnlySpan<T> data, params int[] dims)
        where T : unmanaged => Copied(Backend.Current, data, dims);

    /// <summary>A float32 tensor of rank 0.</summary>
    public static Tensor Scalar(float value) => Full(value, DType.Float32, Shapes.Scalar);

    /// <summary>A tensor of rank 0.</summary>
    internal static Tensor Scalar(double value, DType dtype) => Full(value, dtype, Shapes.Scalar);

    /// <summary>A float32 tensor of one value everywhere.</summary>
    /// <exception cref="ValueError">A dimension is negative.</exception>
    public static Tensor Full(float value, params int[] dims) => Full(value, DType.Float32, dims);

    /// <summary>A tensor of one value everywhere.</summary>
    internal static Tensor Full(double value, DType dtype, int[] dims)
    {
        if (Array.Exists(dims, d => d < 0))
        {
            throw new ValueError($"Dimensions must be >= 0. Received: shape {Shapes.Text(dims)}");
        }

        return Filled(Backend.Current, value, dtype, dims);
    }

    /// <summary>A copy of the elements, row-major.</summary>
    /// <exception cref="TypeError"><typeparamref name="T"/> is not the tensor's element type.</exception>
    public T[] ToArray<T>()
        where T : unmanaged
    {
        if (DTypes.Of<T>() != dtype)
        {
            throw new TypeError($"A tensor of dtype {dtype.Name()} cannot be read as {DTypes.Of<T>().Name()}. Use ops.cast first.");
        }

        var data = new T[size];
        CopyTo(data.AsSpan());
        return data;
    }

    /// <summary>Copies the elements into memory of the caller.</summary>
    internal void CopyTo<T>(Span<T> target)
        where T : unmanaged => Storage.Backend.Download(Storage, target);

    /// <summary>The value of a tensor of one element.</summary>
    /// <exception cref="ValueError">The tensor has not exactly one element.</exception>
    public float item()
    {
        if (size != 1)
        {
            throw new ValueError($"only a tensor of one element can be converted to a scalar. Received: shape {shape}.");
        }

        if (dtype != DType.Float32)
        {
            var cast = Empty(Storage.Backend, DType.Float32, DimsArray);
            Storage.Backend.Cast(this, cast);
            return cast.item();
        }

        Span<float> value = stackalloc float[1];
        CopyTo(value);
        return value[0];
    }

    /// <summary>The same memory under another shape of the same size. No tape knows of it: see <c>ops.reshape</c>.</summary>
    internal Tensor View(params int[] newDims) => new(Storage, newDims);

    private static Tensor Filled(IBackend backend, double value, DType dtype, int[] dims)
    {
        var tensor = Empty(backend, dtype, dims);
        backend.Fill(tensor, value);
        return tensor;
    }

    private static Tensor Copied<T>(IBackend backend, ReadOnlySpan<T> data, int[] dims)
        where T : unmanaged
    {
        if (data.Length != Shapes.Size(dims))
        {
            throw new ValueError($"A tensor of shape {Shapes.Text(dims)} has {Shapes.Size(dims)} elements. Received: {data.Length} elements.");
        }

        var tensor = Empty(backend, DTypes.Of<T>(), dims);
        backend.Upload(data, tensor.Storage);
        return tensor;
    }

    /// <summary>What is thrown where a member asks for one tensor with a value.</summary>
    internal virtual Exception NoTensor(string member) => new AttributeError($"'Tensor' object has no attribute '{member}'");
}
