using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// Other shapes of the same elements, and what shapes are.
public static partial class tf
{
    /// <summary>The same elements in another shape; one dimension may be -1 and follows from the others.</summary>
    /// <exception cref="ValueError">The sizes do not fit.</exception>
    [TfFunction("reshape")]
    public static Tensor reshape(TensorLike tensor, ShapeLike shape, string? name = null)
        => Lambda.Takes(tensor, shape) ? Lambda.Call("reshape", tensor, shape, name) : ops.reshape(tensor.ToTensor(), shape.Resolve());

    /// <summary>Reorders the axes: <c>y.shape[i] = a.shape[perm[i]]</c>; reverses them if none are given.</summary>
    [KerasExport("tf.linalg.transpose")]
    public static Tensor transpose(TensorLike a, IntTuple perm = default, bool conjugate = false, string? name = "transpose") => compat.v1.transpose(a, perm, name, conjugate);

    /// <summary>One more axis of length 1.</summary>
    [TfFunction("expand_dims")]
    public static Tensor expand_dims(TensorLike input, int axis, string? name = null)
        => Lambda.Takes(input) ? Lambda.Call("expand_dims", input, axis, name) : ops.expand_dims(input.ToTensor(), axis);

    /// <summary>Without the axes, which have length 1; without all such axes if none is given.</summary>
    public static Tensor squeeze(TensorLike input, IntTuple axis = default, string? name = null) => compat.v1.squeeze(input, axis, name);

    /// <summary>Repeats a tensor along axes of length 1, and along new axes in front, to a shape.</summary>
    [TfFunction("broadcast_to", WritesAll = true)]
    public static Tensor broadcast_to(TensorLike input, ShapeLike shape, string? name = null)
        => Lambda.Takes(input, shape) ? Lambda.Call("broadcast_to", input, shape, name) : ops.broadcast_to(input.ToTensor(), shape.Resolve());

    /// <summary>The same value as a tensor of its own.</summary>
    [TfFunction("identity")]
    public static Tensor identity(TensorLike input, string? name = null)
        => Lambda.Takes(input) ? Lambda.Call("identity", input, name) : ops.copy(input.ToTensor());

    /// <summary>The same value, through which no gradient flows.</summary>
    [TfFunction("stop_gradient")]
    public static Tensor stop_gradient(TensorLike input, string? name = null)
        => Lambda.Takes(input) ? Lambda.Call("stop_gradient", input, name) : ops.stop_gradient(input.ToTensor());

    /// <summary>The shape as a tensor: for dimensions that are known only when a model runs.</summary>
    public static Tensor shape(TensorLike input, DTypeLike out_type = default, string? name = null) => compat.v1.shape(input, name, out_type.Or(DType.Int32).Name());

    /// <summary>The number of elements, as a tensor.</summary>
    public static Tensor size(TensorLike input, DTypeLike out_type = default, string? name = null) => compat.v1.size(input, name, out_type.Or(DType.Int32).Name());

    /// <summary>The number of axes, as a tensor.</summary>
    [TfFunction("rank")]
    public static Tensor rank(TensorLike input, string? name = null)
        => Lambda.Takes(input) ? Lambda.Call("rank", input, name) : Tensor.Scalar(input.ToTensor().ndim, DType.Int32);

    /// <summary>Converts the elements: floats to integers are cut towards zero; to <c>bool</c> is "not zero".</summary>
    /// <exception cref="TypeError">The type is unknown.</exception>
    [TfFunction("cast")]
    public static Tensor cast(TensorLike x, DTypeLike dtype, string? name = null)
        => Lambda.Takes(x) ? Lambda.Call("cast", x, dtype, name) : ops.cast(x.ToTensor(), dtype.Or(DType.Float32));

    /// <summary>The elements between two bounds; on a bound the gradient passes.</summary>
    [TfFunction("clip_by_value")]
    public static Tensor clip_by_value(TensorLike t, TensorLike clip_value_min, TensorLike clip_value_max, string? name = null)
    {
        if (Lambda.Takes(t, clip_value_min, clip_value_max))
        {
            return Lambda.Call("clip_by_value", t, clip_value_min, clip_value_max, name);
        }

        var x = t.ToTensor();
        return ops.maximum(ops.minimum(x, TensorLike.Beside(x, clip_value_max)), TensorLike.Beside(x, clip_value_min));
    }
}
