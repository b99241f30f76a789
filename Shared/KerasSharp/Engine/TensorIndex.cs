using System.Globalization;
using KerasSharp.Saving;

namespace KerasSharp.Engine;

/// <summary>
/// One item between the brackets of a tensor: an integer, <c>^1</c> (Python's -1), a range (<c>..</c> is Python's <c>:</c>), a scalar tensor of
/// integers, a bool mask, <c>tf.newaxis</c>, <c>tf.ellipsis</c>, or Python's own text for any of them (<c>"::2"</c>).
/// </summary>
public readonly struct TensorIndex
{
    private TensorIndex(IndexKind kind, object? value = null, object? stop = null, object? step = null)
        => (Kind, Start, Stop, Step) = (kind, value, stop, step);

    /// <summary>Python's <c>...</c>: all axes that no other item names.</summary>
    public static TensorIndex Ellipsis { get; } = new(IndexKind.Ellipsis);

    /// <summary>Python's <c>None</c>: a new axis of length 1.</summary>
    public static TensorIndex NewAxis { get; } = new(IndexKind.NewAxis);

    internal IndexKind Kind { get; }

    /// <summary>An item's value, or where a range starts: an int, a tensor, or null.</summary>
    internal object? Start { get; }

    internal object? Stop { get; }

    internal object? Step { get; }

    /// <summary>Python's <c>slice(start, stop, step)</c>; each an int, a scalar tensor or null.</summary>
    internal static TensorIndex Slice(object? start, object? stop, object? step) => new(IndexKind.Slice, Bound(start), Bound(stop), Bound(step));

    /// <summary>Python's text between the brackets: <c>"1:3, ::-1"</c>, <c>"..., 0"</c>.</summary>
    /// <exception cref="TypeError">It is no index.</exception>
    internal static TensorIndex[] Parse(string text) => [.. text.Split(',').Select(part => ParseItem(part.Trim(), text))];

    /// <summary>The items of what a configuration of Keras's SlicingOpLambda holds.</summary>
    internal static TensorIndex[] OfConfig(object? value) => value switch
    {
        TensorIndex[] index => index,
        Nest<Tensor> nest => [.. nest.flatten().Select(Item)],
        Tensor or Config => [Item(value)],
        IReadOnlyList<object?> list => [.. list.Select(Item)],
        _ => [Item(value)],
    };

    /// <summary>The form that Keras's configurations have for it.</summary>
    internal object? ToConfig() => Kind switch
    {
        IndexKind.Ellipsis => new Config { ["class_name"] = "__ellipsis__" },
        IndexKind.NewAxis => null,
        IndexKind.Slice => new Config { ["start"] = Start, ["stop"] = Stop, ["step"] = Step },
        _ => Start,
    };

    /// <summary>An integer; a negative one counts from the end.</summary>
    public static implicit operator TensorIndex(int index) => new(IndexKind.Element, index);

    /// <summary>An integer, or one from the end: <c>^1</c> is the last.</summary>
    public static implicit operator TensorIndex(Index index) => new(IndexKind.Element, index.IsFromEnd ? -index.Value : index.Value);

    /// <summary>A range: <c>..</c> is all, <c>1..^1</c> is Python's <c>1:-1</c>.</summary>
    public static implicit operator TensorIndex(Range range) => new(
        IndexKind.Slice,
        range.Start is { IsFromEnd: false, Value: 0 } ? null : range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
        range.End is { IsFromEnd: true, Value: 0 } ? null : range.End.IsFromEnd ? -range.End.Value : range.End.Value);

    /// <summary>A scalar tensor of integers, or a bool mask.</summary>
    public static implicit operator TensorIndex(Tensor tensor) => Item(tensor);

    /// <summary>Python's text of one item: <c>"::2"</c>.</summary>
    /// <exception cref="TypeError">It is no index.</exception>
    public static implicit operator TensorIndex(string text) => ParseItem(text.Trim(), text);

    internal static TensorIndex Item(object? value) => value switch
    {
        null => NewAxis,
        TensorIndex index => index,
        Tensor { dtype: DType.Bool } mask => new(IndexKind.Mask, mask),
        Tensor { dtype: DType.Int32 or DType.Int64, ndim: 0 } tensor => new(IndexKind.Element, tensor),
        Config config when config.GetValueOrDefault("class_name") is "__ellipsis__" => Ellipsis,
        Config config => Slice(config.GetValueOrDefault("start"), config.GetValueOrDefault("stop"), config.GetValueOrDefault("step")),
        bool => throw new ValueError("mask cannot be scalar."),
        int or long or byte or short => new(IndexKind.Element, Convert.ToInt32(value, CultureInfo.InvariantCulture)),
        _ => throw Wrong(value),
    };

    private static object? Bound(object? value) => value switch
    {
        null or int or Tensor { dtype: DType.Int32 or DType.Int64 } => value,
        Variable variable => Bound(variable.value),
        long number => checked((int)number),
        _ => throw Wrong(value),
    };

    private static TensorIndex ParseItem(string part, string whole)
    {
        var bounds = part.Split(':');
        return part switch
        {
            "..." => Ellipsis,
            "None" or "newaxis" => NewAxis,
            _ when bounds.Length is 2 or 3 => new(IndexKind.Slice, Number(bounds[0]), Number(bounds[1]), bounds.Length > 2 ? Number(bounds[2]) : null),
            _ => new(IndexKind.Element, Number(part) ?? throw Wrong(whole)),
        };

        object? Number(string text) => text.Trim() is not { Length: > 0 } digits ? null
            : int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(whole);
    }

    private static TypeError Wrong(object? value) => new("Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar tf.int32/tf.int64 tensors "
        + $"are valid indices, got {(value is Tensor tensor ? tensor.Repr() : Python.PythonFormat.Repr(value))}");
}

/// <summary>What an item between brackets is.</summary>
internal enum IndexKind
{
    /// <summary>One element: the axis goes.</summary>
    Element,

    /// <summary>A range.</summary>
    Slice,

    /// <summary>A new axis.</summary>
    NewAxis,

    /// <summary>All axes in the middle.</summary>
    Ellipsis,

    /// <summary>A bool mask over leading axes.</summary>
    Mask,
}
