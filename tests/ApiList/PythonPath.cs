namespace KerasSharp.ApiList;

/// <summary>The path by which a Python program reaches what a C# type holds.</summary>
internal static class PythonPath
{
    // Modules that programs know by a short name, and types that have another name in Python.
    private static readonly (string CSharp, string Python)[] Others =
    [
        ("KerasSharp.matplotlib.pyplot", "plt"), ("KerasSharp.seaborn", "sns"), ("NumSharp.np", "np"), ("NumSharp.NDArray", "ndarray"),
        ("NumSharp.NumPyRandom", "np.random"),
    ];

    /// <summary><c>keras.layers</c> of a static class; <c>Model</c> of a class; <c>np</c> of NumSharp's.</summary>
    public static string Of(Type type)
    {
        var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName?.Replace('+', '.') ?? type.Name;
        name = name.Split('`')[0];
        foreach (var (csharp, python) in Others)
        {
            if (name == csharp || name.StartsWith(csharp + ".", StringComparison.Ordinal))
            {
                return python + name[csharp.Length..];
            }
        }

        // Modules are static classes, whose path is Python's; of other classes the name alone counts, as in Model.fit.
        var top = type;
        while (top.DeclaringType is not null)
        {
            top = top.DeclaringType;
        }

        var isModule = top is { IsAbstract: true, IsSealed: true } && name.StartsWith("KerasSharp.", StringComparison.Ordinal);
        return isModule ? name["KerasSharp.".Length..] : name[(name.LastIndexOf('.') + 1)..];
    }
}
