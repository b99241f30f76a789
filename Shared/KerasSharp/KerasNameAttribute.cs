namespace KerasSharp;

/// <summary>
/// A string by which <c>get</c> finds an exported class or function though Keras has no such path: <c>[KerasName("keras.losses.bce")]</c>
/// makes <c>keras.losses.get("bce")</c> find it. The names of exported paths need no such mark.
/// </summary>
/// <param name="paths">The strings, each behind the path of the <c>get</c> that knows it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class KerasNameAttribute(params string[] paths) : Attribute
{
    /// <summary>The strings behind the path of their <c>get</c>.</summary>
    public IReadOnlyList<string> paths { get; } = paths;
}
