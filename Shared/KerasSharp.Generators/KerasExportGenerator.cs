using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KerasSharp.Generators;

/// <summary>
/// Makes of each <c>[KerasExport("keras.layers.Conv2D", …)]</c> the factories (of a class, one per public constructor) or the forwarding
/// functions (of a static function) under all its paths, <c>tf.keras</c> included; mirrors all else of <c>keras</c> in <c>tf.keras</c>; and
/// writes the tables by which saved objects and strings are found.
/// </summary>
[Generator]
public sealed class KerasExportGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Wrong = new("KS0001", "Wrong use of [KerasExport]", "{0}", "KerasSharp", DiagnosticSeverity.Error, true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var exports = context.SyntaxProvider.ForAttributeWithMetadataName(
            ExportReader.Attribute, (node, _) => node is BaseTypeDeclarationSyntax or MethodDeclarationSyntax, (found, _) => ExportReader.Read(found));
        context.RegisterSourceOutput(exports, WriteMembers);
        context.RegisterSourceOutput(exports.SelectMany((export, _) => export.Entries.ToImmutableArray()).Collect(), WriteTable);

        var mirrored = context.SyntaxProvider.CreateSyntaxProvider((node, _) => MirrorReader.MayBe(node), MirrorReader.Read).Where(member => member is not null);
        context.RegisterSourceOutput(mirrored.Collect(), WriteMirror);
    }

    private static void WriteMembers(SourceProductionContext context, Export export)
    {
        if (export.Problem is { } problem)
        {
            var span = new TextSpan(problem.Start, problem.Length);
            context.ReportDiagnostic(Diagnostic.Create(Wrong, Location.Create(problem.File, span, default), problem.Message));
        }

        if (export.Members.Any())
        {
            Add(context, Hint(export), SourceWriter.Write(export.Members));
        }
    }

    private static void WriteTable(SourceProductionContext context, ImmutableArray<Entry> entries) => Add(context, "ExportTable", TableWriter.Write(entries));

    private static void WriteMirror(SourceProductionContext context, ImmutableArray<Member?> members)
    {
        if (members.Length > 0)
        {
            Add(context, "tf.keras", SourceWriter.Write(members.Select(m => m!)));
        }
    }

    private static void Add(SourceProductionContext context, string name, string text) => context.AddSource(name + ".g.cs", SourceText.From(text, Encoding.UTF8));

    // Overloads have one name and different parameters; a file's name takes neither brackets nor commas.
    private static string Hint(Export export)
    {
        var open = export.Hint.IndexOf('(');
        return open < 0 ? export.Hint : $"{export.Hint.Substring(0, open)}.{export.Hint.Aggregate(17u, (hash, c) => unchecked((hash * 31) + c)):x8}";
    }
}
