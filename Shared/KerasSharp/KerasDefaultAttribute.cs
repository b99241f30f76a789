namespace KerasSharp;

/// <summary>
/// States the default that Keras gives a parameter where C# cannot: an object (<c>"glorot_uniform"</c>) or a tuple (<c>(1, 1)</c>, as
/// two values). The parameter's own default is then <see langword="null"/> or <see langword="default"/>, and means this value.
/// </summary>
/// <param name="values">One value, or the elements of a tuple, which may be pairs.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class KerasDefaultAttribute(params object[] values) : Attribute
{
    /// <summary>One value, or the elements of a tuple.</summary>
    public IReadOnlyList<object> values { get; } = values;
}
