using Microsoft.CodeAnalysis;

namespace KerasSharp.Generators;

/// <summary>What a generated member takes and what it passes on.</summary>
/// <param name="Parameters">The parameters as written in a declaration.</param>
/// <param name="Arguments">The arguments of the call.</param>
/// <param name="Names">The names of the parameters.</param>
/// <param name="Types">The types, as <c>typeof</c> takes them.</param>
/// <param name="AllOptional">Whether it can be called without arguments.</param>
internal sealed record Signature(string Parameters, string Arguments, IReadOnlyList<string> Names, IReadOnlyList<string> Types, bool AllOptional)
{
    private const string CommonArguments = "KerasSharp.KerasArgumentsAttribute";

    /// <summary>The same parameters as those of a method.</summary>
    public static Signature Of(IMethodSymbol method) => Make(method.Parameters.Select(p => (Parameter(p, p.Name, null), Argument(p), p)).ToArray());

    /// <summary>
    /// The parameters of a factory: those of the constructor, and, in place of a struct marked <c>[KerasArguments]</c>, what that struct
    /// holds, one by one. A parameter of the constructor behind the struct takes the place of the argument of its name.
    /// </summary>
    public static Signature OfFactory(IMethodSymbol constructor)
    {
        var parts = new List<(string Declaration, string Argument, IParameterSymbol Symbol)>();
        var common = Common(constructor);
        var own = constructor.Parameters.ToDictionary(p => p.Name);
        var arguments = new List<string>();
        var placed = new HashSet<string>();
        var seen = new HashSet<string>();
        foreach (var parameter in constructor.Parameters)
        {
            if (!IsCommon(parameter))
            {
                arguments.Add($"{Texts.Name(parameter.Name)}: {Passed(parameter)}");
                seen.Add(parameter.Name);
                if (placed.Add(parameter.Name))
                {
                    parts.Add((Parameter(parameter, parameter.Name, null), "", parameter));
                }

                continue;
            }

            var named = parameter.Type.GetAttributes().First(a => a.AttributeClass?.ToDisplayString() == CommonArguments).NamedArguments.Any(n => n.Value.Value is true);
            var passed = new List<string>();
            foreach (var one in common!.Parameters)
            {
                if (own.TryGetValue(one.Name, out var instead))
                {
                    if (!seen.Contains(one.Name) && placed.Add(one.Name))
                    {
                        parts.Add((Parameter(instead, instead.Name, null), "", instead));
                    }

                    continue;
                }

                parts.Add((Parameter(one, one.Name, named && one.Name == "name" ? constructor.ContainingType.Name : null), "", one));
                passed.Add($"{Texts.Name(one.Name)}: {Texts.Name(one.Name)}");
            }

            arguments.Add($"{Texts.Name(parameter.Name)}: new {Texts.TypeOf(parameter.Type)}({string.Join(", ", passed)})");
        }

        return Make([.. parts]) with { Arguments = string.Join(", ", arguments) };
    }

    /// <summary>The constructor of the struct of common arguments; null if the constructor takes none.</summary>
    public static IMethodSymbol? Common(IMethodSymbol constructor) => constructor.Parameters.FirstOrDefault(IsCommon)?.Type is INamedTypeSymbol type
        ? type.InstanceConstructors.OrderByDescending(c => c.Parameters.Length).First()
        : null;

    private static bool IsCommon(IParameterSymbol parameter) => parameter.Type.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == CommonArguments);

    private static Signature Make((string Declaration, string Argument, IParameterSymbol Symbol)[] parts) => new(
        string.Join(", ", parts.Select(p => p.Declaration)),
        string.Join(", ", parts.Select(p => p.Argument)),
        [.. parts.Select(p => p.Symbol.Name)],
        [.. parts.Select(p => Texts.TypeOf(p.Symbol.Type))],
        parts.All(p => p.Symbol.HasExplicitDefaultValue || p.Symbol.IsParams));

    private static string Parameter(IParameterSymbol parameter, string name, string? text)
    {
        var modifier = parameter.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", RefKind.In => "in ", RefKind.RefReadOnlyParameter => "ref readonly ", _ => "" };
        var scoped = parameter.ScopedKind == ScopedKind.ScopedValue && !parameter.IsParams ? "scoped " : "";
        var (type, value) = text is null ? (Texts.Type(parameter.Type), Texts.Default(parameter)) : ("string", $" = {Texts.Value(text)}");
        return $"{Texts.Attributes(parameter.GetAttributes())}{scoped}{modifier}{(parameter.IsParams ? "params " : "")}{type} {Texts.Name(name)}{value}";
    }

    private static string Argument(IParameterSymbol parameter) => Passed(parameter);

    private static string Passed(IParameterSymbol parameter)
        => parameter.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", RefKind.In or RefKind.RefReadOnlyParameter => "in ", _ => "" } + Texts.Name(parameter.Name);
}
