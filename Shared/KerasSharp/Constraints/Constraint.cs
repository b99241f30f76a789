using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Constraints;

/// <summary>
/// Projects a weight back to where it may be, after each update. A string stands wherever one does: <c>"non_neg"</c>.
/// Source: <see href="https://keras.io/api/layers/constraints/"/>.
/// </summary>
public abstract class Constraint
{
    /// <summary>The allowed value for a weight, of the same shape.</summary>
    public abstract Tensor call(Tensor w);

    /// <summary>The constructor's arguments.</summary>
    public abstract Config get_config();

    /// <summary>The constraint of a name, such as <c>max_norm</c>.</summary>
    /// <exception cref="ValueError">The name is unknown.</exception>
    public static implicit operator Constraint(string identifier) => keras.constraints.get(identifier);
}
