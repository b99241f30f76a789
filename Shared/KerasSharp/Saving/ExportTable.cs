using System.Reflection;

namespace KerasSharp.Saving;

/// <summary>
/// Everything that <c>[KerasExport]</c> names, by area (<c>layers</c>, <c>optimizers.schedules</c>) and name. The tables are generated: a
/// name that is not exported cannot be reached by a file or a string.
/// </summary>
internal static partial class ExportTable
{
    /// <summary>The class of an exported name, as configurations hold it; null if there is none.</summary>
    public static Export? FindClass(string area, string name) => Classes(area)?.GetValueOrDefault(name);

    /// <summary>The class of any name that <c>get</c> knows, exported or not; null if there is none.</summary>
    public static Export? FindNamed(string area, string identifier) => FindClass(area, identifier) ?? OtherNames(area)?.GetValueOrDefault(identifier);

    /// <summary>The function of a name; null if there is none.</summary>
    public static ExportedFunction? FindFunction(string area, string identifier) => Functions(area)?.GetValueOrDefault(identifier);

    /// <summary>The exported names of an area's classes.</summary>
    public static IEnumerable<string> ClassNames(string area) => Classes(area)?.Keys ?? Enumerable.Empty<string>();

    /// <summary>All names of an area's functions.</summary>
    public static IEnumerable<string> FunctionNames(string area) => Functions(area)?.Keys ?? Enumerable.Empty<string>();

    private static partial Dictionary<string, Export>? Classes(string area);

    private static partial Dictionary<string, Export>? OtherNames(string area);

    private static partial Dictionary<string, ExportedFunction>? Functions(string area);
}

/// <summary>An exported class.</summary>
/// <param name="Type">What its factory makes.</param>
/// <param name="Factory">Finds the factory, whose parameters have Keras's names.</param>
/// <param name="Make">Makes an object with all defaults; null where an argument must be given.</param>
internal sealed record Export(Type Type, Func<MethodInfo> Factory, Func<object>? Make);

/// <summary>An exported function of tensors.</summary>
/// <param name="Name">Its own name, whatever it was asked for by.</param>
/// <param name="Function">Takes the tensors; all else has its default.</param>
internal sealed record ExportedFunction(string Name, Delegate Function);
