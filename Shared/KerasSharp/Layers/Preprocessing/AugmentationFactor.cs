namespace KerasSharp.Layers;

/// <summary>The range that a factor is drawn from: of one number x it is [-x, x].</summary>
/// <param name="Lower">The lower bound.</param>
/// <param name="Upper">The upper bound.</param>
internal readonly record struct AugmentationFactor(double Lower, double Upper)
{
    /// <summary>The range of an argument.</summary>
    /// <exception cref="ValueError">It is neither one number nor two.</exception>
    public static AugmentationFactor Of(FloatTuple factor, string name) => factor.is_float ? new(-factor.as_span()[0], factor.as_span()[0])
        : factor.as_span() is [var lower, var upper] ? new(lower, upper)
        : throw new ValueError($"The argument `{name}` is a number or a tuple of two. Received: {name}={factor}");

    /// <summary>The range, whose numbers must stand in order.</summary>
    /// <exception cref="ValueError">They do not, in Keras's words.</exception>
    public AugmentationFactor Ordered(FloatTuple factor, string name) => Upper >= Lower ? this
        : throw new ValueError($"`{name}` cannot have upper bound less than lower bound, got {factor}");
}
