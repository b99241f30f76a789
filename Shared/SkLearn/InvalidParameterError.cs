namespace KerasSharp.sklearn;

/// <summary>A parameter has a value that the function does not know (scikit-learn's <c>InvalidParameterError</c>).</summary>
public class InvalidParameterError(string message) : ValueError(message)
{
    // The form of all of scikit-learn's messages for a word that is not one of those known.
    internal static InvalidParameterError Word(string function, string parameter, string? value, params IEnumerable<string> known) => new(
        $"The '{parameter}' parameter of {function} must be a str among {{{string.Join(", ", known.Order(StringComparer.Ordinal).Select(word => $"'{word}'"))}}}"
        + $" or None. Got '{value}' instead.");
}
