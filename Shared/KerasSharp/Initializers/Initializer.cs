using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Draws the first values of a weight. A string stands wherever an initializer does: <c>"he_normal"</c>.
/// Source: <see href="https://keras.io/api/layers/initializers/"/>.
/// </summary>
public abstract class Initializer
{
    /// <summary>Values of this shape; without a seed each call draws others, with a seed the same.</summary>
    public abstract Tensor call(ReadOnlySpan<int> shape, string dtype = "float32");

    /// <summary>The constructor's arguments.</summary>
    public virtual Config get_config() => [];

    /// <summary>The initializer of a name, such as <c>glorot_uniform</c>.</summary>
    /// <exception cref="ValueError">The name is unknown.</exception>
    public static implicit operator Initializer(string identifier) => keras.initializers.get(identifier);
}
