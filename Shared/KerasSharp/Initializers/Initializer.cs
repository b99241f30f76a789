using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Draws the first values of a weight. A string serves wherever an initializer does: <c>"he_normal"</c>.
/// Source: <see href="https://keras.io/api/layers/initializers/"/>.
/// </summary>
public abstract class Initializer : IConfigurable
{
    /// <summary>
    /// Values of this shape. As in Keras, one object gives the same values at each call for the same shape, with a seed or without.
    /// </summary>
    /// <param name="shape">The shape: <c>call([3, 4])</c>.</param>
    /// <param name="dtype">float32, for those that draw nothing also int32, uint8 or bool.</param>
    public abstract Tensor call(ReadOnlySpan<int> shape, string dtype = "float32");

    /// <summary>The constructor's arguments.</summary>
    public virtual Config get_config() => [];

    /// <summary>The initializer of a name, such as <c>glorot_uniform</c>.</summary>
    /// <exception cref="ValueError">The name is unknown.</exception>
    public static implicit operator Initializer(string identifier) => keras.initializers.get(identifier);
}
