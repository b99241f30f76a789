using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KerasSharp.Generators;

/// <summary>C# text of types, values, attributes and names, with full names throughout.</summary>
internal static class Texts
{
    private static readonly SymbolDisplayFormat Plain = SymbolDisplayFormat.FullyQualifiedFormat;

    private static readonly SymbolDisplayFormat WithNulls = Plain.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Type(ITypeSymbol type) => type.ToDisplayString(WithNulls);

    /// <summary>The text of <c>typeof(…)</c>.</summary>
    public static string TypeOf(ITypeSymbol type) => type.ToDisplayString(Plain);

    /// <summary>The class itself, as in <c>global::KerasSharp.keras.losses</c>.</summary>
    public static string Holder(INamedTypeSymbol type) => type.ToDisplayString(Plain);

    public static string Name(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A constant as C#; a whole double keeps its type.</summary>
    public static string Value(object? value) => value switch
    {
        null => "null",
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char c => SymbolDisplay.FormatLiteral(c, quote: true),
        bool b => b ? "true" : "false",
        double d when double.IsNaN(d) || double.IsInfinity(d) => double.IsNaN(d) ? "double.NaN" : d > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        double d => SymbolDisplay.FormatPrimitive(d, false, false) + "D",
        float f when float.IsNaN(f) || float.IsInfinity(f) => float.IsNaN(f) ? "float.NaN" : f > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
        float f => SymbolDisplay.FormatPrimitive(f, false, false) + "F",
        long l => SymbolDisplay.FormatPrimitive(l, false, false) + "L",
        ulong u => SymbolDisplay.FormatPrimitive(u, false, false) + "UL",
        decimal m => SymbolDisplay.FormatPrimitive(m, false, false) + "M",
        _ => SymbolDisplay.FormatPrimitive(value, false, false)!,
    };

    /// <summary>The default value of a parameter, with its equals sign; nothing if it must be given.</summary>
    public static string Default(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return "";
        }

        var value = parameter.ExplicitDefaultValue;
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : parameter.Type;
        return value is null ? parameter.Type.IsReferenceType || !SymbolEqualityComparer.Default.Equals(type, parameter.Type) ? " = null" : " = default"
            : type.TypeKind == TypeKind.Enum ? $" = ({TypeOf(type)})({Value(value)})"
            : $" = {Value(value)}";
    }

    /// <summary>Attributes as they were written, each in its brackets.</summary>
    public static string Attributes(IEnumerable<AttributeData> attributes)
        => string.Concat(attributes.Where(a => a.AttributeClass is not null).Select(a => $"[{Holder(a.AttributeClass!)}({string.Join(", ", Arguments(a))})] "));

    private static IEnumerable<string> Arguments(AttributeData attribute)
    {
        var isParams = attribute.AttributeConstructor?.Parameters.LastOrDefault()?.IsParams == true;
        foreach (var argument in attribute.ConstructorArguments)
        {
            if (argument.Kind == TypedConstantKind.Array && isParams && !argument.IsNull)
            {
                foreach (var element in argument.Values)
                {
                    yield return Constant(element);
                }
            }
            else
            {
                yield return Constant(argument);
            }
        }

        foreach (var named in attribute.NamedArguments)
        {
            yield return $"{named.Key} = {Constant(named.Value)}";
        }
    }

    private static string Constant(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Primitive => Value(constant.Value),
        TypedConstantKind.Array => $"new[] {{ {string.Join(", ", constant.Values.Select(Constant))} }}", // Roslyn's own text lacks the new[]
        _ => constant.ToCSharpString(),
    };
}
