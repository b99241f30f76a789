using System.Collections.Concurrent;
using System.Reflection;

namespace KerasSharp.Layers;

// What a derived class overrides, asked once per class.
public abstract partial class Layer
{
    private static readonly ConcurrentDictionary<(Type Type, string Method, Type First), Type?> Declaring = new();

    /// <summary>Whether the class of this layer overrides a method of <see cref="Layer"/>.</summary>
    private protected bool Overrides(string method, params Type[] parameters) => DeclaringType(method, parameters) is { } type && type != typeof(Layer);

    /// <summary>Whether a class outside of this library overrides the method.</summary>
    private protected bool OverridesOutside(string method, params Type[] parameters)
        => DeclaringType(method, parameters) is { } type && type.Assembly != typeof(Layer).Assembly;

    private Type? DeclaringType(string method, Type[] parameters) => Declaring.GetOrAdd((GetType(), method, parameters[0]),
        _ => GetType().GetMethod(method, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, parameters)?.DeclaringType);
}
