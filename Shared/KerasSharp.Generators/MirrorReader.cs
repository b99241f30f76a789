using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KerasSharp.Generators;

/// <summary>The members of <c>keras</c> itself, for <c>tf.keras</c>: its public functions, properties and constants.</summary>
internal static class MirrorReader
{
    /// <summary>A quick look at only the text: a public static member, at any depth of static classes, in a class <c>keras</c>.</summary>
    public static bool MayBe(SyntaxNode node) => node is MethodDeclarationSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax
        && ((MemberDeclarationSyntax)node).Modifiers.Any(SyntaxKind.PublicKeyword)
        && node.Ancestors().OfType<ClassDeclarationSyntax>().LastOrDefault()?.Identifier.ValueText == "keras";

    public static Member? Read(GeneratorSyntaxContext context, CancellationToken token)
    {
        var node = context.Node is FieldDeclarationSyntax field ? field.Declaration.Variables[0] : context.Node;
        var symbol = context.SemanticModel.GetDeclaredSymbol(node, token);
        if (symbol is not { IsStatic: true, DeclaredAccessibility: Accessibility.Public } || !InPublicKeras(symbol.ContainingType))
        {
            return null;
        }

        var holder = Texts.Holder(symbol.ContainingType);
        var text = symbol switch
        {
            IMethodSymbol method => ExportReader.Forward(method),
            IPropertySymbol { GetMethod: not null } property => $"public static {Texts.Type(property.Type)} $NAME$ {{ get => {holder}.{Texts.Name(property.Name)};"
                + (property.SetMethod?.DeclaredAccessibility == Accessibility.Public ? $" set => {holder}.{Texts.Name(property.Name)} = value; }}" : " }"),
            IFieldSymbol { IsConst: true } constant => $"public const {Texts.Type(constant.Type)} $NAME$ = {holder}.{Texts.Name(constant.Name)};",
            IFieldSymbol { IsReadOnly: true } value => $"public static {Texts.Type(value.Type)} $NAME$ => {holder}.{Texts.Name(value.Name)};",
            _ => null,
        };
        return text is null ? null : new($"tf.{holder.Substring("global::KerasSharp.".Length)}.{symbol.Name}", Docs.Of(symbol), text);
    }

    private static bool InPublicKeras(INamedTypeSymbol? type)
    {
        for (; type is { IsStatic: true, DeclaredAccessibility: Accessibility.Public }; type = type.ContainingType)
        {
            if (type.ContainingType is null)
            {
                return type is { Name: "keras", ContainingNamespace: { Name: "KerasSharp", ContainingNamespace.IsGlobalNamespace: true } };
            }
        }

        return false;
    }
}
