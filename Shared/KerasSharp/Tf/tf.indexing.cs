using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// Elements chosen by index or by a condition.
public static partial class tf
{
    /// <summary>A box: from <paramref name="begin"/>, of the given size; -1 takes all that follows.</summary>
    /// <exception cref="ValueError">The box leaves the tensor.</exception>
    [TfFunction("slice")]
    public static Tensor slice(TensorLike input_, ShapeLike begin, ShapeLike size, string? name = null)
    {
        if (Lambda.Takes(input_, begin, size))
        {
            return Lambda.Call("slice", input_, begin, size, name);
        }

        return ops.slice(input_.ToTensor(), begin.Resolve(), size.Resolve());
    }

    /// <summary>Picks along an axis by index; for each element of the first <paramref name="batch_dims"/> axes by indices of its own.</summary>
    /// <exception cref="ValueError">An index is outside.</exception>
    public static Tensor gather(TensorLike @params, TensorLike indices, bool? validate_indices = null, int? axis = null, int batch_dims = 0, string? name = null)
        => compat.v1.gather(@params, indices, validate_indices, name, axis, batch_dims);

    /// <summary>The elements where a bool mask holds; its axes become one.</summary>
    /// <exception cref="ValueError">The shapes do not fit.</exception>
    public static Tensor boolean_mask(TensorLike tensor, TensorLike mask, int? axis = null, string? name = "boolean_mask") => compat.v1.boolean_mask(tensor, mask, name, axis);

    /// <summary>x where the condition holds, else y, broadcasting. Without both, the positions where it holds: int64 (count, rank).</summary>
    /// <exception cref="ValueError">The shapes do not broadcast, or only one of x and y is given.</exception>
    /// <exception cref="TypeError">The condition is not bool, or x and y have two types.</exception>
    [TfFunction("where")]
    public static Tensor where(TensorLike condition, TensorLike x = default, TensorLike y = default, string? name = null)
    {
        if (Lambda.Takes(condition, x, y))
        {
            return Lambda.Call("where", condition, x, y, name);
        }

        var mask = condition.ToTensor();
        if (x.is_given && mask.dtype != DType.Bool)
        {
            throw new TypeError($"Input 'condition' of 'SelectV2' Op has type {mask.dtype.Name()} that does not match expected type of bool.");
        }

        if (x.is_given != y.is_given)
        {
            throw new ValueError("x and y must both be non-None or both be None.");
        }

        if (!x.is_given)
        {
            return Choices.Positions(mask);
        }

        var (a, b) = Lambda.Pair(x.Value, y.Value);
        return ops.where(mask, a, b);
    }

    /// <summary>One value at the index of each element, another elsewhere; indices out of range give the other everywhere.</summary>
    /// <param name="indices">Integers.</param>
    /// <param name="depth">The length of the new axis.</param>
    /// <param name="on_value">1 if not given.</param>
    /// <param name="off_value">0 if not given.</param>
    /// <param name="axis">Where the new axis stands; the last if not given.</param>
    /// <param name="dtype">float32 if not given.</param>
    /// <param name="name">A name that configurations keep.</param>
    [TfFunction("one_hot")]
    public static Tensor one_hot(TensorLike indices, int depth, TensorLike on_value = default, TensorLike off_value = default, int? axis = null, DTypeLike dtype = default, string? name = null)
        => Lambda.Takes(indices) ? Lambda.Call("one_hot", indices, depth, on_value, off_value, axis, dtype, name)
            : Choices.OneHot(indices.ToTensor(), depth, on_value, off_value, axis ?? -1, dtype.Type);
}
