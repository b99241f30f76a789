using Microsoft.CodeAnalysis;

namespace KerasSharp.Generators;

/// <summary>Type parameters of a method and what they must fulfil.</summary>
internal static class Constraints
{
    public static string Types(IMethodSymbol method) => method.IsGenericMethod ? $"<{string.Join(", ", method.TypeParameters.Select(t => Texts.Name(t.Name)))}>" : "";

    public static string Of(IMethodSymbol method) => string.Concat(method.TypeParameters
        .Select(t => (t.Name, Words: Words(t).ToArray()))
        .Where(t => t.Words.Length > 0)
        .Select(t => $" where {Texts.Name(t.Name)} : {string.Join(", ", t.Words)}"));

    private static IEnumerable<string> Words(ITypeParameterSymbol type)
    {
        if (type.HasUnmanagedTypeConstraint || type.HasValueTypeConstraint || type.HasReferenceTypeConstraint || type.HasNotNullConstraint)
        {
            yield return type.HasUnmanagedTypeConstraint ? "unmanaged" : type.HasValueTypeConstraint ? "struct" : type.HasNotNullConstraint ? "notnull"
                : type.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class";
        }

        foreach (var constraint in type.ConstraintTypes)
        {
            yield return Texts.Type(constraint);
        }

        if (type.HasConstructorConstraint)
        {
            yield return "new()";
        }

        if (type.AllowsRefLikeType)
        {
            yield return "allows ref struct";
        }
    }
}
