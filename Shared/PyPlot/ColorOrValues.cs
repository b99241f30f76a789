using NumSharp;

namespace KerasSharp.matplotlib;

/// <summary>One colour for all points, or a value for each, as <c>scatter</c>'s <c>c</c> takes it. The default value means "not given".</summary>
public readonly struct ColorOrValues
{
    private ColorOrValues(Rgba? color, double[]? values) => (Color, Values) = (color, values);

    internal Rgba? Color { get; }

    internal double[]? Values { get; }

    /// <summary>A colour's name.</summary>
    /// <exception cref="ValueError">There is no such colour.</exception>
    public static implicit operator ColorOrValues(string name) => new(NamedColors.Parse(name), null);

    /// <summary>Values.</summary>
    public static implicit operator ColorOrValues(NDArray values) => new(null, ((ArrayLike)values).Values);

    /// <summary>Values.</summary>
    public static implicit operator ColorOrValues(Array values) => new(null, ((ArrayLike)values).Values);
}
