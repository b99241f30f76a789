using System.Runtime.CompilerServices;

namespace KerasSharp.Engine;

/// <summary>
/// A shape that may hold computed dimensions, as <c>tf.reshape</c> takes it: integers, a tensor of integers, or a list of both
/// (<c>[batch, 6]</c>). The default value means "not given".
/// </summary>
[CollectionBuilder(typeof(ShapeLike), nameof(Create))]
public readonly struct ShapeLike : IEnumerable<ShapeLike>
{
    private ShapeLike(object? value) => Value = value;

    /// <summary>Whether a shape was given.</summary>
    public bool is_given => Value is not null;

    /// <summary>What stands in a call: an integer, a tensor, or a list of both.</summary>
    internal object? Value { get; }

    /// <summary>Whether a symbolic tensor is, or holds, one of the dimensions.</summary>
    internal bool IsSymbolic => Value is KerasTensor || (Value is IReadOnlyList<object?> list && list.Any(item => Of(item).IsSymbolic));

    /// <summary>The shape of what a configuration or a call holds.</summary>
    internal static ShapeLike Of(object? value) => value switch
    {
        ShapeLike shape => shape,
        Nest<Tensor> nest => new(nest.Items.Select(item => (object?)item.Value).ToArray()),
        Tensors several => Of(several.Nest),
        null or Tensor or IReadOnlyList<object?> => new(value),
        int[] ints => ints,
        TensorShape shape => shape,
        IntTuple tuple => tuple.ToConfig() is int one ? one : tuple.to_array(),
        System.Collections.IEnumerable list and not string => new(list.Cast<object?>().ToArray()),
        _ => new(Convert.ToInt32(value, null)),
    };

    /// <summary>The dimensions; -1 for one that a symbolic tensor leaves unknown.</summary>
    /// <exception cref="TypeError">A dimension is no integer.</exception>
    internal int[] Resolve() => Value switch
    {
        null => [],
        KerasTensor symbolic => symbolic.InferredDims(),
        Tensor { dtype: DType.Int32 or DType.Int64 } tensor => Read(tensor),
        IReadOnlyList<object?> list => [.. list.SelectMany(item => Of(item).Resolve())],
        Tensor tensor => throw new TypeError($"Value passed to parameter 'shape' has DataType {tensor.dtype.Name()} not in list of allowed values: int32, int64"),
        _ => [(int)Value],
    };

    /// <summary>The dimensions of what is made now, which are all known.</summary>
    /// <exception cref="ValueError">One is unknown, as in the static shape of a symbolic tensor; in TensorFlow's words.</exception>
    internal int[] ResolveKnown()
    {
        var dims = Resolve();
        return dims.Contains(-1) ? throw new ValueError($"Cannot convert a partially known TensorShape {TensorShape.FromDims(dims)} to a Tensor.") : dims;
    }

    /// <summary>For collection expressions: <c>tf.reshape(x, [batch, 6])</c>.</summary>
    public static ShapeLike Create(ReadOnlySpan<ShapeLike> items) => new(items.ToArray().Select(item => item.Value).ToArray());

    /// <inheritdoc/>
    public IEnumerator<ShapeLike> GetEnumerator() => (Value as IReadOnlyList<object?> ?? [Value]).Select(Of).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One dimension.</summary>
    public static implicit operator ShapeLike(int value) => new(value);

    /// <summary>A computed shape or dimension.</summary>
    public static implicit operator ShapeLike(Tensor value) => new(value);

    /// <summary>Known dimensions.</summary>
    public static implicit operator ShapeLike(int[] value) => new(value.Cast<object?>().ToArray());

    /// <summary>A static shape; an unknown dimension becomes -1.</summary>
    public static implicit operator ShapeLike(TensorShape value) => new(value.ToDims().Cast<object?>().ToArray());

    /// <summary>A dimension that a tensor holds, such as the size of the batch, before others.</summary>
    public static implicit operator ShapeLike((Tensor, int) d) => new(new object?[] { d.Item1, d.Item2 });

    /// <inheritdoc cref="op_Implicit(ValueTuple{Tensor, int})"/>
    public static implicit operator ShapeLike((Tensor, int, int) d) => new(new object?[] { d.Item1, d.Item2, d.Item3 });

    /// <inheritdoc cref="op_Implicit(ValueTuple{Tensor, int})"/>
    public static implicit operator ShapeLike((Tensor, int, int, int) d) => new(new object?[] { d.Item1, d.Item2, d.Item3, d.Item4 });

    /// <summary>Two dimensions that tensors hold.</summary>
    public static implicit operator ShapeLike((Tensor, Tensor) d) => new(new object?[] { d.Item1, d.Item2 });

    /// <summary>Two dimensions.</summary>
    public static implicit operator ShapeLike((int, int) d) => new[] { d.Item1, d.Item2 };

    /// <summary>Three dimensions.</summary>
    public static implicit operator ShapeLike((int, int, int) d) => new[] { d.Item1, d.Item2, d.Item3 };

    /// <summary>Four dimensions.</summary>
    public static implicit operator ShapeLike((int, int, int, int) d) => new[] { d.Item1, d.Item2, d.Item3, d.Item4 };

    private static int[] Read(Tensor tensor)
        => Array.ConvertAll(keras.ops.cast(tensor, DType.Int64).ToArray<long>(), value => CheckedInt(value));

    private static int CheckedInt(long value) => value is >= -1 and <= int.MaxValue ? (int)value
        : throw new ValueError($"A dimension is at most {int.MaxValue}. Received: {value}");
}
