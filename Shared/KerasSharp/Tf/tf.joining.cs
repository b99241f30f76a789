using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// Tensors put together, taken apart, repeated and moved.
public static partial class tf
{
    /// <summary>Joins tensors along an axis: <c>tf.concat([x, y], 1)</c>.</summary>
    /// <exception cref="ValueError">Shapes that do not fit.</exception>
    [TfFunction("concat")]
    public static Tensor concat(Tensor values, int axis, string? name = null)
        => Lambda.Takes(values) ? Lambda.Call("concat", values, axis, name) : ops.concatenate(values.Nest.flatten(), axis);

    // Where only shapes are inferred, TensorFlow's error is of another kind.
    private static ValueError Uneven(string message, bool isSymbolic) => isSymbolic ? new ValueError(message) : new InvalidArgumentError(message);

    /// <summary>Joins tensors of one shape along a new axis.</summary>
    /// <exception cref="ValueError">Shapes that differ.</exception>
    [TfFunction("stack")]
    public static Tensor stack(Tensor values, int axis = 0, string? name = null)
        => Lambda.Takes(values) ? Lambda.Call("stack", values, axis, name) : ops.stack(values.Nest.IsLeaf ? [.. values] : values.Nest.flatten(), axis);

    /// <summary>The parts along an axis, without that axis.</summary>
    [TfFunction("unstack")]
    public static Tensor unstack(TensorLike value, int? num = null, int axis = 0, string? name = null)
    {
        if (Lambda.Takes(value))
        {
            return Lambda.Call("unstack", value, num, axis, name);
        }

        var x = value.ToTensor();
        var count = num ?? (x.dim(axis) is >= 0 and var known ? known : throw new ValueError($"Cannot infer argument `num` from shape {x.shape}"));
        return new Tensors(Nest.List<Tensor>(ops.Split(x, [.. Enumerable.Repeat(1, count)], axis).Select(part => ops.squeeze(part, axis))));
    }

    /// <summary>The parts along an axis: so many of one length, or of the lengths given.</summary>
    /// <exception cref="ValueError">The axis cannot be cut so.</exception>
    [TfFunction("split")]
    public static Tensor split(TensorLike value, IntTuple num_or_size_splits, int axis = 0, int? num = null, string? name = null)
    {
        if (Lambda.Takes(value))
        {
            return Lambda.Call("split", value, num_or_size_splits, axis, num, name);
        }

        var (x, lengths) = (value.ToTensor(), num_or_size_splits.to_array());
        if (num_or_size_splits.is_int)
        {
            var (count, length) = (lengths[0], x.dim(axis));
            lengths = length >= 0 && length % count != 0
                ? throw Uneven($"Dimension size must be evenly divisible by {count} but is {length}\n\tNumber of ways to split should evenly divide the split dimension", x.IsSymbolic)
                : [.. Enumerable.Repeat(length < 0 ? -1 : length / count, count)];
        }
        else if (Array.IndexOf(lengths, -1) is >= 0 and var open)
        {
            lengths[open] = x.dim(axis) - lengths.Sum() - 1;
        }

        return new Tensors(Nest.List<Tensor>(x.dim(axis) >= 0 ? ops.Split(x, lengths, axis) : lengths.Select(n => Tiling.WithLength(x, Shapes.Axis(axis, x.ndim), n))));
    }

    /// <summary>The tensor beside itself, so many times along each axis.</summary>
    [TfFunction("tile", WritesAll = true)]
    public static Tensor tile(TensorLike input, ShapeLike multiples, string? name = null)
        => Lambda.Takes(input, multiples) ? Lambda.Call("tile", input, multiples, name) : Tiling.Tile(input.ToTensor(), multiples.Resolve());

    /// <summary>Each element so many times along an axis; without an axis, of the flat tensor.</summary>
    [TfFunction("repeat")]
    public static Tensor repeat(TensorLike input, ShapeLike repeats, int? axis = null, string? name = null)
        => Lambda.Takes(input, repeats) ? Lambda.Call("repeat", input, repeats, axis, name) : Tiling.Repeat(input.ToTensor(), repeats.Resolve(), axis);

    /// <summary>The elements along some axes in reverse order.</summary>
    [TfFunction("reverse", WritesAll = true)]
    public static Tensor reverse(TensorLike tensor, IntTuple axis, string? name = null)
        => Lambda.Takes(tensor) ? Lambda.Call("reverse", tensor, axis, name) : ops.flip(tensor.ToTensor(), axis);

    /// <summary>The elements moved along axes; what leaves at the end comes in at the start.</summary>
    [TfFunction("roll")]
    public static Tensor roll(TensorLike input, IntTuple shift, IntTuple axis, string? name = null)
        => Lambda.Takes(input) ? Lambda.Call("roll", input, shift, axis, name) : Tiling.Roll(input.ToTensor(), shift.to_array(), axis.to_array());

    /// <summary>Surrounds a tensor with one value, or with its own elements mirrored.</summary>
    /// <param name="tensor">Any type.</param>
    /// <param name="paddings">How many elements go before and behind, for each axis: <c>[[0, 0], [1, 1]]</c>.</param>
    /// <param name="mode"><c>CONSTANT</c>, <c>REFLECT</c> or <c>SYMMETRIC</c>.</param>
    /// <param name="constant_values">The value.</param>
    /// <param name="name">A name that configurations keep.</param>
    public static Tensor pad(TensorLike tensor, TensorLike paddings, string mode = "CONSTANT", double constant_values = 0, string? name = null)
        => compat.v1.pad(tensor, paddings, mode, name, constant_values);
}
