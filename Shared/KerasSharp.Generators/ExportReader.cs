using Microsoft.CodeAnalysis;

namespace KerasSharp.Generators;

/// <summary>Reads what a class or a function with <c>[KerasExport]</c> leads to.</summary>
internal static class ExportReader
{
    public const string Attribute = "KerasSharp.KerasExportAttribute";
    private const string NameAttribute = "KerasSharp.KerasNameAttribute";
    private const string Tensor = "KerasSharp.Engine.Tensor";

    // Only these areas have strings for functions: elsewhere a function of tensors is no more than a function.
    private static readonly HashSet<string> FunctionAreas = ["activations", "losses", "metrics"];

    public static Export Read(GeneratorAttributeSyntaxContext context) => context.TargetSymbol switch
    {
        INamedTypeSymbol type => OfClass(type, context.Attributes[0]),
        IMethodSymbol method => OfMethod(method, context.Attributes[0]),
        _ => new("unknown", default, default),
    };

    private static Export OfClass(INamedTypeSymbol type, AttributeData attribute)
    {
        var paths = Paths(attribute);
        var constructors = type.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToArray();
        if ((Check(paths) ?? Problem(type, constructors)) is { } wrong)
        {
            return Failed(type, attribute, wrong);
        }

        var members = new List<Member>();
        foreach (var constructor in constructors)
        {
            var signature = Signature.OfFactory(constructor);
            var doc = Docs.OfFactory(constructor, Signature.Common(constructor), signature.Names);
            var text = $"{MethodAttributes(constructor)}public static {Texts.Type(type)} $NAME$({signature.Parameters}) => new({signature.Arguments});";
            members.AddRange(paths.SelectMany(WithTwin).Select(path => new Member(path, doc, text)));
        }

        // Of several the first choice counts, then the widest: the others take what only C# code can pass, a lambda for instance.
        var chosen = Signature.OfFactory(constructors.OrderByDescending(Priority).ThenByDescending(c => c.Parameters.Length).First());
        var entries = paths.Where(IsKeras).Select(path => ClassEntry(path, path, EntryKind.Class, type, chosen))
            .Concat(Names(type).Select(name => ClassEntry(name, paths[0], EntryKind.Name, type, chosen)));
        return new(type.ToDisplayString(), new([.. members]), new([.. entries]));
    }

    private static Export OfMethod(IMethodSymbol method, AttributeData attribute)
    {
        var paths = Paths(attribute);
        if (Check(paths) is { } wrong)
        {
            return Failed(method, attribute, wrong);
        }

        var own = OwnPath(method);
        var text = Forward(method);
        var doc = Docs.Of(method);
        var members = paths.SelectMany(WithTwin).Where(path => path != own && path != "tf." + own).Select(path => new Member(path, doc, text));
        return new(method.ToDisplayString(), new([.. members]), new([.. Entries(method, paths)]));
    }

    /// <summary>The path of a function of <c>keras</c> itself; it is mirrored without an attribute.</summary>
    private static string OwnPath(IMethodSymbol method) => Texts.Holder(method.ContainingType).Replace("global::KerasSharp.", "") + "." + method.Name;

    /// <summary>A static method that calls another.</summary>
    public static string Forward(IMethodSymbol method)
    {
        var signature = Signature.Of(method);
        var types = Constraints.Types(method);
        return $"{MethodAttributes(method)}public static {(method.ReturnsVoid ? "void" : Texts.Type(method.ReturnType))} $NAME${types}({signature.Parameters}){Constraints.Of(method)} => "
            + $"{Texts.Holder(method.ContainingType)}.{Texts.Name(method.Name)}{types}({signature.Arguments});";
    }

    private static IEnumerable<Entry> Entries(IMethodSymbol method, string[] paths)
    {
        var names = Names(method).ToArray();
        if (method.ReturnType.ToDisplayString() != Tensor)
        {
            return names.Select(name => ClassEntry(name, name, EntryKind.Class, method.ReturnType, Signature.Of(method)));
        }

        var tensors = method.Parameters.TakeWhile(p => !p.HasExplicitDefaultValue).ToArray();
        if (tensors.Length is not (1 or 2) || tensors.Any(p => p.Type.ToDisplayString() != Tensor))
        {
            return [];
        }

        var kind = $"global::System.Func<{string.Concat(Enumerable.Repeat($"global::{Tensor}, ", tensors.Length))}global::{Tensor}>";
        var call = tensors.Length == 1 ? "static x => {0}(x)" : "static (x, y) => {0}(x, y)";
        var value = $"new ExportedFunction(\"{method.Name}\", ({kind})({string.Format(call, $"{Texts.Holder(method.ContainingType)}.{Texts.Name(method.Name)}")}))";
        return paths.Concat(names).Where(IsKeras).Select(path => new Entry(Area(path), Last(path), EntryKind.Function, method.Name, value))
            .Where(entry => FunctionAreas.Contains(entry.Area));
    }

    private static Entry ClassEntry(string path, string factory, EntryKind kind, ITypeSymbol type, Signature signature)
    {
        var at = factory.LastIndexOf('.');
        var (holder, name) = ($"global::KerasSharp.{factory.Substring(0, at)}", factory.Substring(at + 1));
        var find = $"static () => typeof({holder}).GetMethod(\"{name}\", [{string.Join(", ", signature.Types.Select(t => $"typeof({t})"))}])!";
        var make = signature.AllOptional ? $"static () => {holder}.{Texts.Name(name)}()" : "null";
        return new(Area(path), Last(path), kind, "", $"new Export(typeof({Texts.TypeOf(type)}), {find}, {make})");
    }

    private static string? Check(string[] paths) => paths.Length == 0 ? "[KerasExport] names no path"
        : paths.FirstOrDefault(p => !(p.StartsWith("keras.", StringComparison.Ordinal) || p.StartsWith("tf.", StringComparison.Ordinal))) is { } wrong
            ? $"A path begins with 'keras.' or 'tf.'; received: '{wrong}'" : null;

    private static string? Problem(INamedTypeSymbol type, IMethodSymbol[] constructors) => type.IsAbstract || type.IsStatic ? $"{type.Name} cannot be made: it is abstract or static"
        : constructors.Length == 0 ? $"{type.Name} has no public constructor to make a factory of" : null;

    private static Export Failed(ISymbol symbol, AttributeData attribute, string message)
    {
        var where = attribute.ApplicationSyntaxReference!;
        return new(symbol.ToDisplayString(), default, default, new(message, where.SyntaxTree.FilePath, where.Span.Start, where.Span.Length));
    }

    /// <summary>Everything in <c>keras</c> is in <c>tf.keras</c> too.</summary>
    private static IEnumerable<string> WithTwin(string path) => IsKeras(path) ? [path, "tf." + path] : [path];

    private static string[] Paths(AttributeData attribute) => [.. attribute.ConstructorArguments
        .SelectMany(a => a.Kind == TypedConstantKind.Array ? a.Values : [a])
        .Select(v => v.Value as string ?? "")
        .Select(path => path.StartsWith("tf.keras.", StringComparison.Ordinal) ? path.Substring("tf.".Length) : path)
        .Distinct()];

    private static IEnumerable<string> Names(ISymbol symbol) => symbol.GetAttributes().Where(a => a.AttributeClass?.ToDisplayString() == NameAttribute).SelectMany(Paths);

    private static string MethodAttributes(IMethodSymbol method) => Texts.Attributes(method.GetAttributes().Where(a => a.AttributeClass?.Name is
        "OverloadResolutionPriorityAttribute" or "ObsoleteAttribute" or "RequiresUnreferencedCodeAttribute" or "RequiresDynamicCodeAttribute"));

    private static int Priority(IMethodSymbol method)
        => method.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "OverloadResolutionPriorityAttribute")?.ConstructorArguments[0].Value as int? ?? 0;

    private static bool IsKeras(string path) => path.StartsWith("keras.", StringComparison.Ordinal);

    private static string Last(string path) => path.Substring(path.LastIndexOf('.') + 1);

    private static string Area(string path) => path.LastIndexOf('.') is var last && last > "keras.".Length ? path.Substring("keras.".Length, last - "keras.".Length) : "";
}
