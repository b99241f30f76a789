namespace KerasSharp.Tests.Errors;

/// <summary>
/// The C# twins of the Python code in errors.json: a public static method per case, of the case's name. Each area has its part of this
/// class in a file of its own (<c>ErrorTwins.Losses.cs</c>).
/// </summary>
public static partial class ErrorTwins
{
    /// <summary>The twin of a case; null if there is none yet. Where two areas have a case of one name, the area stands before it.</summary>
    public static Action? Find(string area, string name)
        => (typeof(ErrorTwins).GetMethod($"{area}_{name}") ?? typeof(ErrorTwins).GetMethod(name)) is { } method && method.GetParameters().Length == 0
            ? method.CreateDelegate<Action>()
            : null;
}
