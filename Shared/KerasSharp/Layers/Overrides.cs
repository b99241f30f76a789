using System.Collections.Concurrent;
using System.Reflection;
using KerasSharp.Engine;

namespace KerasSharp.Layers;

// What a derived class overrides, asked once per class.
public abstract partial class Layer
{
    private static readonly ConcurrentDictionary<(Type Known, Type Type, string Method, Type First), bool> KnownOverrides = new();

    /// <summary>Whether the class of this layer overrides a method of <see cref="Layer"/>.</summary>
    private protected bool Overrides(string method, params Type[] parameters) => OverridesBeyond(typeof(Layer), method, parameters);

    /// <summary>Whether a class below <paramref name="known"/> overrides a method.</summary>
    private protected bool OverridesBeyond(Type known, string method, params Type[] parameters) => KnownOverrides.GetOrAdd((known, GetType(), method, parameters[0]), _ =>
    {
        var declared = GetType().GetMethod(method, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, parameters)?.DeclaringType;
        return declared?.IsSubclassOf(known) == true;
    });

    private static readonly ConcurrentDictionary<Type, bool?> KnownDefaults = new();

    /// <summary>The default value of <c>training</c> where the class's <c>call</c> has one: <c>call(Tensor inputs, bool? training = true)</c>.</summary>
    private protected bool? DefaultTraining => KnownDefaults.GetOrAdd(
        GetType(), _ => GetType().GetMethod(nameof(call), [typeof(Tensor), typeof(bool?)])?.GetParameters()[1].DefaultValue as bool?);
}
