using System.Collections.Concurrent;
using System.Reflection;
using KerasSharp.Engine;

namespace KerasSharp.Layers;

// What a derived class overrides, asked once per class.
public abstract partial class Layer
{
    private static readonly ConcurrentDictionary<(Type Type, string Method, Type First, int Count), Type?> Declaring = new();

    /// <summary>Whether the class of this layer overrides a method of <see cref="Layer"/>.</summary>
    private protected bool Overrides(string method, params Type[] parameters) => DeclaringType(method, parameters) is { } type && type != typeof(Layer);

    /// <summary>Whether a class outside of this library overrides the method.</summary>
    private protected bool OverridesOutside(string method, params Type[] parameters)
        => DeclaringType(method, parameters) is { } type && type.Assembly != typeof(Layer).Assembly;

    private Type? DeclaringType(string method, Type[] parameters) => Declaring.GetOrAdd((GetType(), method, parameters[0], parameters.Length),
        _ => GetType().GetMethod(method, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, parameters)?.DeclaringType);

    private static readonly ConcurrentDictionary<Type, bool?> KnownDefaults = new();

    /// <summary>The default value of <c>training</c> where the class's <c>call</c> has one: <c>call(Tensor inputs, bool? training = true)</c>.</summary>
    private bool? DefaultTraining => KnownDefaults.GetOrAdd(
        GetType(), _ => GetType().GetMethod(nameof(call), [typeof(Tensor), typeof(bool?)])?.GetParameters()[1].DefaultValue as bool?);
}
