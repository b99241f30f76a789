using System.Reflection;
using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.TestSupport;

/// <summary>Functions of golden cases, such as <c>losses.huber</c>, called by reflection with the case's <c>args</c>.</summary>
public static class GoldenFunctions
{
    /// <summary>The reason why a function cannot be called yet; null if it can.</summary>
    public static string? Missing(Type module, string name) => Find(module, name) is null ? $"no {module.Name}.{name} yet" : null;

    /// <summary>Calls a function of tensors.</summary>
    /// <param name="module">The class that holds it: <c>typeof(keras.losses)</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="golden">The case that holds <c>args</c>.</param>
    /// <param name="tensors">The first arguments.</param>
    public static Tensor Call(Type module, string name, JsonElement golden, params Tensor[] tensors)
    {
        var method = Find(module, name)!;
        var arguments = GoldenArguments.Of(golden);
        var values = method.GetParameters().Select((p, i) =>
            i < tensors.Length ? tensors[i]
            : arguments.Remove(p.Name!, out var value) ? ArgumentConverter.Convert(value, p, name)
            : p.DefaultValue).ToArray();
        return arguments.Count == 0 ? (Tensor)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, null)!
            : throw new GoldenMismatchException($"{name} has no parameter {string.Join(", ", arguments.Keys)}.");
    }

    private static MethodInfo? Find(Type module, string name) =>
        module.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(m => m.Name == name && m.ReturnType == typeof(Tensor));
}
