namespace KerasSharp;

/// <summary>
/// Marks a struct of arguments that many classes take together (Python's <c>**kwargs</c>): generated factories list them one by one. A
/// constructor's own parameter behind the struct takes the place of the argument of its name, with another default.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class KerasArgumentsAttribute : Attribute
{
    /// <summary>Whether the default of <c>name</c> is the name of the class.</summary>
    public bool NamedAfterClass { get; init; }
}
