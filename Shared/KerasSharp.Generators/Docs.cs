using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace KerasSharp.Generators;

/// <summary>Doc comments: read from symbols, put together for what is generated.</summary>
internal static class Docs
{
    /// <summary>The comment of a member, unchanged, line by line.</summary>
    public static string Of(ISymbol symbol) => symbol is null ? "" : Lines(Read(symbol).SelectMany(root => root.Elements()));

    /// <summary>
    /// The comment of a factory: what the class says of itself, what the constructor says of its parameters and errors, and what the
    /// struct of common arguments says of those.
    /// </summary>
    public static string OfFactory(IMethodSymbol constructor, IMethodSymbol? common, IReadOnlyCollection<string> parameters)
    {
        var ofClass = Read(constructor.ContainingType).ToArray();
        var ofConstructor = Read(constructor).ToArray();
        var summary = First(ofClass, "summary") ?? First(ofConstructor, "summary");
        var sources = ofConstructor.Concat(ofClass).Concat(common is null ? [] : Read(common).Concat(Read(common.ContainingType))).ToArray();
        var documented = parameters.Select(name => sources.SelectMany(root => root.Elements("param")).FirstOrDefault(p => (string?)p.Attribute("name") == name));
        var errors = ofConstructor.Concat(ofClass).SelectMany(root => root.Elements("exception"));
        return Lines(new[] { summary }.Concat(documented).Concat(errors));
    }

    private static IEnumerable<XElement> Read(ISymbol symbol)
    {
        var text = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        try
        {
            // A type of several parts has several comments, one root or not.
            return [XElement.Parse($"<docs>{text}</docs>", LoadOptions.PreserveWhitespace).Elements().FirstOrDefault() ?? new XElement("member")];
        }
        catch (System.Xml.XmlException)
        {
            return [];
        }
    }

    private static XElement? First(IEnumerable<XElement> roots, string name) => roots.SelectMany(root => root.Elements(name)).FirstOrDefault();

    private static string Lines(IEnumerable<XElement?> elements) => string.Join("\n", elements
        .Where(element => element is not null)
        .SelectMany(element => element!.ToString(SaveOptions.DisableFormatting).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)));
}
