namespace KerasSharp.Losses;

/// <summary>Python's <c>__name__</c> of a function.</summary>
internal static class FunctionNames
{
    /// <summary>The name in the source; <c>&lt;lambda&gt;</c> for a lambda.</summary>
    public static string Of(Delegate function)
    {
        ArgumentNullException.ThrowIfNull(function);

        // The compiler names a local function <Outer>g__its_name|0_1 and a lambda <Outer>b__0_1.
        var name = function.Method.Name;
        var start = name.IndexOf(">g__", StringComparison.Ordinal);
        return start >= 0 ? name[(start + 4)..name.LastIndexOf('|')]
            : name.StartsWith('<') ? "<lambda>"
            : name;
    }
}
