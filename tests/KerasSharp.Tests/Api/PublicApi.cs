using System.Reflection;
using System.Runtime.CompilerServices;

namespace KerasSharp.Tests.Api;

/// <summary>The public types and members of an assembly, one line each, sorted.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The lines. <c>tf.keras</c> is left out: it holds what <c>keras</c> holds.</summary>
    public static string[] Of(Assembly assembly) => [.. assembly.GetExportedTypes()
        .Where(t => Visible(t) && !Name(t).StartsWith("tf.keras", StringComparison.Ordinal))
        .SelectMany(t => t.GetMembers(Declared).Where(IsPublic).Select(m => $"{Name(t)}{Text(m)}").Prepend(Header(t)))
        .Distinct()
        .Order(StringComparer.Ordinal)];

    private static bool Visible(Type type) => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && (type.DeclaringType is null || Visible(type.DeclaringType));

    private static bool IsPublic(MemberInfo member) => member switch
    {
        MethodBase { IsSpecialName: true, IsConstructor: false } method => method.Name.StartsWith("op_", StringComparison.Ordinal),
        MethodBase method => method.Name[0] != '<' && Seen(method),
        PropertyInfo property => property.GetAccessors(true).Any(Seen),
        FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
        _ => false,
    };

    // What a derived class of another assembly sees counts too.
    private static bool Seen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Header(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsSubclassOf(typeof(Delegate)) ? "delegate" : type.IsValueType ? "struct" : "class";
        var words = type.IsValueType || type.IsInterface ? "" : (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        var bases = type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? $" : {Name(b)}" : "";
        return $"{Name(type)} ({words}{kind}{bases})";
    }

    private static string Text(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"({Parameters(constructor)})",
        MethodInfo method => $".{method.Name}{Generics(method)}({Parameters(method)}) -> {Type(Nullability.Create(method.ReturnParameter))}{Words(method)}",
        PropertyInfo property => $".{property.Name}{(property.GetIndexParameters() is { Length: > 0 } index ? $"[{string.Join(", ", index.Select(Parameter))}]" : "")} "
            + $"{{{string.Concat(property.GetAccessors(true).Where(Seen).Select(a => a == property.SetMethod ? " set;" : " get;"))} }} -> {Name(property.PropertyType)}",
        FieldInfo field => $".{field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")} -> {Name(field.FieldType)}",
        _ => member.Name,
    };

    private static string Words(MethodInfo method) => (method.IsStatic ? " static" : "") + (method.IsFamily || method.IsFamilyOrAssembly ? " protected" : "")
        + (method.IsAbstract ? " abstract" : method.IsVirtual && !method.IsFinal && method.GetBaseDefinition() == method ? " virtual" : "");

    private static string Generics(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
            : parameter.ParameterType.IsByRef ? parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref " : "";
        return $"{modifier}{Type(Nullability.Create(parameter))} {parameter.Name}{(Signature.Default(parameter) is var value and not "none" ? $" = {value}" : "")}";
    }

    private static string Type(NullabilityInfo info)
        => Name(info.Type) + (info.WriteState == NullabilityState.Nullable && !info.Type.IsValueType && info.Type != typeof(void) ? "?" : "");

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (type.HasElementType)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? $"[{new string(',', type.GetArrayRank() - 1)}]" : type.IsPointer ? "*" : "");
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.').Split('`')[0];
        name = name.StartsWith("KerasSharp.", StringComparison.Ordinal) ? name["KerasSharp.".Length..] : name[(name.LastIndexOf('.') + 1)..];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
