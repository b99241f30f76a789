using KerasSharp.Python;

namespace KerasSharp.sklearn;

/// <summary>
/// scikit-learn's <c>zero_division</c>: what a score is whose denominator is zero. 0, 1 or NaN; <c>"warn"</c>, which is the default, is 0 with
/// a warning.
/// </summary>
public readonly struct ZeroDivision
{
    private readonly double? value;

    private ZeroDivision(double value) => this.value = value;

    /// <summary>Whether to warn.</summary>
    internal bool Warns => value is null;

    /// <summary>The score.</summary>
    internal double Value => value ?? 0;

    /// <summary>0, 1 or NaN.</summary>
    /// <exception cref="InvalidParameterError">Another number.</exception>
    public static implicit operator ZeroDivision(double value) =>
        value is 0 or 1 or double.NaN ? new(value) : throw Unknown(PythonFormat.Repr(value));

    /// <summary><c>"warn"</c>.</summary>
    /// <exception cref="InvalidParameterError">Another word.</exception>
    public static implicit operator ZeroDivision(string value) => value == "warn" ? default : throw Unknown(PythonFormat.Repr(value));

    private static InvalidParameterError Unknown(string value) => new($"The 'zero_division' parameter must be one of 0, 1, nan, 'warn'. Got {value} instead.");
}
