namespace KerasSharp.Layers;

/// <summary>The names of the ways to resize images.</summary>
internal static class Interpolation
{
    /// <summary>The name in lower case.</summary>
    /// <exception cref="NotImplementedError">There is no such way.</exception>
    public static string Of(string interpolation) => interpolation?.ToLowerInvariant() is { } name && ImageResize.Methods.Contains(name) ? name
        : throw new NotImplementedError($"Value not recognized for `interpolation`: {interpolation?.ToLowerInvariant()}. Supported values are: "
            + $"dict_keys([{string.Join(", ", ImageResize.Methods.Select(m => $"'{m}'"))}])");
}
