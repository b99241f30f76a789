using System.Runtime.CompilerServices;
using KerasSharp.Python;
using NumSharp;

namespace KerasSharp.Engine;

/// <summary>
/// What TensorFlow's functions take as a tensor: a tensor, a variable, a number, an array, or lists of them, nested as one likes
/// (<c>[[1, 2], [3, 4]]</c>). A number takes the type of the tensor beside it. The default value means "not given".
/// </summary>
[CollectionBuilder(typeof(TensorLike), nameof(Create))]
public readonly struct TensorLike : IEnumerable<TensorLike>
{
    internal TensorLike(object? value) => Value = value;

    /// <summary>Whether a value was given at all.</summary>
    public bool is_given => Value is not null;

    /// <summary>The value as given: a tensor, a number, an array or a list.</summary>
    internal object? Value { get; }

    /// <summary>The tensor of it, of a type of its own or the one asked for.</summary>
    /// <exception cref="TypeError">A number does not fit the type.</exception>
    internal Tensor ToTensor(DType? dtype = null) => Of(Value, dtype);

    /// <summary>The same of a number beside a tensor: of its type, and where it lies.</summary>
    /// <exception cref="TypeError">A number does not fit the type.</exception>
    internal static Tensor Beside(Tensor x, object? value) => value switch
    {
        TensorLike like => Beside(x, like.Value),
        int number => Tensor.ScalarBeside(x, number),
        double or float when x.dtype.IsFloating() => Tensor.ScalarBeside(x, Convert.ToDouble(value, null)),
        _ => Of(value, x.dtype),
    };

    /// <summary>A tensor of a value. A type is given to numbers and arrays; tensors keep theirs.</summary>
    /// <exception cref="TypeError">A number with a fraction does not fit an integer type.</exception>
    /// <exception cref="ValueError">There is no value, or lists that form no box.</exception>
    internal static Tensor Of(object? value, DType? dtype = null) => value switch
    {
        TensorLike like => Of(like.Value, dtype),
        Tensors several => keras.ops.stack([.. several.Nest.Items.Select(item => Of(Tensors.Of(item), dtype))]),
        Tensor tensor => tensor,
        Variable variable => variable.value,
        null => throw new ValueError("Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor."),
        string => throw new TypeError($"Cannot convert {PythonFormat.Repr(value)} to EagerTensor of dtype {(dtype ?? DType.Float32).Name()}"),
        NDArray array => dtype is { } type ? keras.ops.cast(OfArray(array), type) : OfArray(array),
        IReadOnlyList<object?> list when list.Any(HasTensor) => keras.ops.stack([.. list.Select(item => Of(item, dtype))]),
        _ => OfNumbers(value, dtype),
    };

    /// <summary>For collection expressions: <c>tf.constant([1, 2])</c>.</summary>
    public static TensorLike Create(ReadOnlySpan<TensorLike> items) => new(items.ToArray().Select(item => item.Value).ToArray());

    /// <inheritdoc/>
    public IEnumerator<TensorLike> GetEnumerator() => (Value as IReadOnlyList<object?> ?? []).Select(item => new TensorLike(item)).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A tensor.</summary>
    public static implicit operator TensorLike(Tensor value) => new(value);

    /// <summary>A variable's value.</summary>
    public static implicit operator TensorLike(Variable value) => new(value.value);

    /// <summary>A NumPy array; it keeps its type.</summary>
    public static implicit operator TensorLike(NDArray value) => new(value);

    /// <summary>A .NET array of numbers.</summary>
    public static implicit operator TensorLike(Array value) => new(value);

    /// <summary>An integer.</summary>
    public static implicit operator TensorLike(int value) => new(value);

    /// <summary>A number with a fraction.</summary>
    public static implicit operator TensorLike(double value) => new(value);

    /// <summary>True or false.</summary>
    public static implicit operator TensorLike(bool value) => new(value);

    private static bool HasTensor(object? item) => item is Tensor or Variable or NDArray || (item is IReadOnlyList<object?> list && list.Any(HasTensor));

    private static Tensor OfNumbers(object value, DType? dtype)
    {
        var tensor = Constants.Of(value, dtype);
        return dtype is not { } type || type == tensor.dtype ? tensor
            : tensor.dtype.IsFloating() && !type.IsFloating() ? throw new TypeError($"Cannot convert {PythonFormat.Repr(value)} to EagerTensor of dtype {type.Name()}")
            : keras.ops.cast(tensor, type);
    }

    private static Tensor OfArray(NDArray array)
    {
        var dims = Array.ConvertAll(array.shape, d => checked((int)d));
        return array.typecode switch
        {
            NPTypeCode.Double => Tensor.From<double>(array.flatten().ToArray<double>(), dims),
            NPTypeCode.Half => Tensor.From<Half>(array.flatten().ToArray<Half>(), dims),
            NPTypeCode.Int64 => Tensor.From<long>(array.flatten().ToArray<long>(), dims),
            _ => Tensor.From(array),
        };
    }
}
