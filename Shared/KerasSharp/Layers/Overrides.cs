using System.Collections.Concurrent;
using System.Reflection;

namespace KerasSharp.Layers;

// What a derived class overrides, asked once per class.
public abstract partial class Layer
{
    private static readonly ConcurrentDictionary<(Type Type, string Method, Type First), bool> KnownOverrides = new();

    /// <summary>Whether the class of this layer overrides a method of <see cref="Layer"/>.</summary>
    private protected bool Overrides(string method, params Type[] parameters) => KnownOverrides.GetOrAdd((GetType(), method, parameters[0]), _ =>
    {
        var declared = GetType().GetMethod(method, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, parameters)?.DeclaringType;
        return declared is not null && declared != typeof(Layer);
    });
}
