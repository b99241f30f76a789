using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Constraints;

/// <summary>
/// Projects a weight into its allowed range after each update. A string serves wherever a constraint does: <c>"non_neg"</c>.
/// Source: <see href="https://keras.io/api/layers/constraints/"/>.
/// </summary>
public abstract class Constraint : IConfigurable
{
    /// <summary>What Keras adds to a norm before it divides by it.</summary>
    private protected static double Epsilon => keras.backend.epsilon();

    /// <summary>The allowed value for a weight, of the same shape.</summary>
    public abstract Tensor call(Tensor w);

    /// <summary>The constructor's arguments.</summary>
    public virtual Config get_config() => [];

    /// <summary>The Euclidean norms along some axes, which stay with length 1.</summary>
    private protected static Tensor Norms(Tensor w, IntTuple axis) => keras.ops.sqrt(keras.ops.sum(keras.ops.square(w), axis, keepdims: true));

    /// <summary>The constraint of a name, such as <c>max_norm</c>.</summary>
    /// <exception cref="ValueError">The name is unknown.</exception>
    public static implicit operator Constraint(string identifier) => keras.constraints.get(identifier);
}
