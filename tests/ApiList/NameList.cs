using System.Reflection;
using System.Runtime.CompilerServices;

namespace KerasSharp.ApiList;

/// <summary>Public names by their Python paths, with the parameters of all overloads.</summary>
internal sealed class NameList
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance;

    private readonly SortedDictionary<string, List<string>> names = new(StringComparer.Ordinal);

    /// <summary>The names with their parameters, in the order of the names.</summary>
    public IReadOnlyDictionary<string, List<string>> Sorted() => names;

    /// <summary>Adds all that an assembly offers.</summary>
    public void Add(Assembly assembly)
    {
        foreach (var type in assembly.GetExportedTypes())
        {
            if (type.IsSpecialName)
            {
                AddExtensions(type);
            }
            else if (!type.IsDefined(typeof(CompilerGeneratedAttribute)) && !InExtensions(type))
            {
                AddType(type);
            }
        }
    }

    private void AddType(Type type)
    {
        var path = PythonPath.Of(type);
        if (!IsStatic(type))
        {
            Add(path, []);
            foreach (var constructor in type.GetConstructors())
            {
                Add(path, constructor.GetParameters());
            }
        }

        foreach (var member in type.GetMembers(Public).Where(m => m.DeclaringType != typeof(object) && m.DeclaringType != typeof(ValueType)))
        {
            AddMember(path, member);
        }
    }

    private void AddMember(string path, MemberInfo member)
    {
        switch (member)
        {
            case MethodInfo method when method.IsDefined(typeof(ExtensionAttribute)):
                var parameters = method.GetParameters();
                Add($"{PythonPath.Of(parameters[0].ParameterType)}.{method.Name}", parameters[1..]);
                break;
            case MethodInfo { IsSpecialName: false } method when method.Name[0] != '<': // not a record's copy
                Add($"{path}.{method.Name}", method.GetParameters());
                break;
            case PropertyInfo property when property.GetIndexParameters().Length > 0:
                Add($"{path}.__getitem__", []);
                break;
            case PropertyInfo or FieldInfo { IsSpecialName: false } or EventInfo:
                Add($"{path}.{member.Name}", []);
                break;
        }
    }

    // An extension block: a nested class holds its members, and in it another one names the receiver.
    private void AddExtensions(Type group)
    {
        var marker = group.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(t => t.GetMethods(Public | BindingFlags.NonPublic))
            .FirstOrDefault(m => m.Name == "<Extension>$");
        if (marker is null)
        {
            return;
        }

        var path = PythonPath.Of(marker.GetParameters()[0].ParameterType);
        foreach (var member in group.GetMembers(Public | BindingFlags.DeclaredOnly))
        {
            AddMember(path, member);
        }
    }

    private static bool InExtensions(Type type) => type.DeclaringType is { IsSpecialName: true };

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private void Add(string name, IEnumerable<ParameterInfo> parameters)
    {
        if (!names.TryGetValue(name, out var known))
        {
            names.Add(name, known = []);
        }

        known.AddRange(parameters.Select(p => p.Name!).Where(n => n is not null && !known.Contains(n)));
    }
}
