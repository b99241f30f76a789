using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Regularizers;

/// <summary>
/// A penalty on a weight or an output that joins the loss. A string serves wherever a regularizer does: <c>"l2"</c>.
/// Source: <see href="https://keras.io/api/layers/regularizers/"/>.
/// </summary>
public abstract class Regularizer : IConfigurable
{
    /// <summary>The penalty of a tensor, a tensor of rank 0.</summary>
    public abstract Tensor call(Tensor x);

    /// <summary>The constructor's arguments.</summary>
    public abstract Config get_config();

    /// <summary>The regularizer of a name: <c>l1</c>, <c>l2</c>, <c>l1_l2</c>.</summary>
    /// <exception cref="ValueError">The name is unknown.</exception>
    public static implicit operator Regularizer(string identifier) => keras.regularizers.get(identifier);
}
