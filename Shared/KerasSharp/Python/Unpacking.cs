namespace KerasSharp.Python;

/// <summary>Python's words where a tuple has another length than the names that take it apart.</summary>
internal static class Unpacking
{
    /// <summary>The error for a wrong number of values.</summary>
    public static ValueError Wrong(int wanted, int given) => new(
        given > wanted ? $"too many values to unpack (expected {wanted})" : $"not enough values to unpack (expected {wanted}, got {given})");
}
