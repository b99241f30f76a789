using KerasSharp.Engine;

namespace KerasSharp;

public static partial class tf
{
    /// <summary>
    /// Scales tensors together, so that their norm as one vector is at most <paramref name="clip_norm"/>. Null entries, gradients that do
    /// not exist for instance, stay null. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/clip_by_global_norm"/>.
    /// </summary>
    /// <param name="t_list">The tensors.</param>
    /// <param name="clip_norm">The largest norm.</param>
    /// <param name="use_norm">The norm, if it is known already.</param>
    /// <param name="name">Not used: there are no graph operations to name.</param>
    /// <returns>The scaled tensors, and the norm before.</returns>
    public static (List<Tensor?> list_clipped, Tensor global_norm) clip_by_global_norm(
        IEnumerable<Tensor?> t_list, TensorLike clip_norm, Tensor? use_norm = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(t_list);
        Tensor?[] tensors = [.. t_list];
        var norm = use_norm ?? linalg.global_norm(tensors);
        var limit = clip_norm.ToTensor();
        var scale = limit * keras.ops.minimum(1.0 / norm, 1.0 / limit);
        return ([.. tensors.Select(t => t is null ? null : t * scale)], norm);
    }

    public static partial class linalg
    {
        /// <summary>The norm of tensors as one vector; null entries count nothing. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/linalg/global_norm"/>.</summary>
        /// <param name="t_list">The tensors.</param>
        /// <param name="name">Not used: there are no graph operations to name.</param>
        public static Tensor global_norm(IEnumerable<Tensor?> t_list, string? name = null)
            => keras.ops.sqrt(t_list.OfType<Tensor>().Select(t => keras.ops.sum(keras.ops.square(t))).Aggregate(keras.ops.add));
    }
}
