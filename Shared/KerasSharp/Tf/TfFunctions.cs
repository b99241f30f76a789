using System.Collections.Frozen;
using System.Reflection;
using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp;

/// <summary>The paths under <c>tf</c> of a function that can stand in a model as an op layer; the first is the one that configurations hold.</summary>
/// <param name="paths">Paths such as <c>math.reduce_sum</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TfFunctionAttribute(params string[] paths) : Attribute
{
    /// <summary>The paths.</summary>
    public string[] Paths => paths;

    /// <summary>Whether configurations hold all arguments, those that have their defaults too: Keras's own functions call this one with each of them.</summary>
    public bool WritesAll { get; set; }
}

/// <summary>The functions that an op layer may call, by the names that configurations have for them: a closed table.</summary>
internal static class TfFunctions
{
    private static readonly Lazy<FrozenDictionary<string, MethodInfo>> Table = new(() => Holders(typeof(tf)).Concat([typeof(keras.backend), typeof(keras.ops)])
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .SelectMany(method => (method.GetCustomAttribute<TfFunctionAttribute>()?.Paths ?? []).Select(path => KeyValuePair.Create(path, method)))
        .ToFrozenDictionary());

    /// <summary>The function of a path.</summary>
    /// <exception cref="ValueError">There is none.</exception>
    public static MethodInfo Find(string path) => Table.Value.GetValueOrDefault(path)
        ?? throw new ValueError($"The function tf.{path} is not known. An op layer holds one of: {string.Join(", ", Table.Value.Keys.Order())}");

    /// <summary>Whether an argument is what its parameter has by default.</summary>
    public static bool IsDefault(ParameterInfo parameter, object? value) => parameter.HasDefaultValue
        && (parameter.DefaultValue is null ? value is null || (parameter.ParameterType.IsValueType && value.Equals(Activator.CreateInstance(parameter.ParameterType)))
            : parameter.DefaultValue.Equals(value));

    /// <summary>Calls a function with its first argument and others by name.</summary>
    /// <exception cref="TypeError">An argument has a wrong type, or a name that is none.</exception>
    public static Tensor Invoke(MethodInfo method, object? first, IReadOnlyDictionary<string, object?> keywords)
    {
        var parameters = method.GetParameters();
        foreach (var name in keywords.Keys)
        {
            if (!Array.Exists(parameters, p => p.Name == name))
            {
                throw new TypeError($"{method.Name}() got an unexpected keyword argument '{name}'");
            }
        }

        var values = new object?[parameters.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = parameters[i];
            values[i] = i == 0 ? Argument(first, parameter, method.Name)
                : keywords.TryGetValue(parameter.Name!, out var value) ? Argument(value, parameter, method.Name)
                : parameter.HasDefaultValue ? Default(parameter)
                : throw new TypeError($"{method.Name}() missing 1 required positional argument: '{parameter.Name}'");
        }

        return (Tensor)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, null)!;
    }

    /// <summary>Whether a call writes all arguments down.</summary>
    public static bool WritesAll(MethodInfo method) => method.GetCustomAttribute<TfFunctionAttribute>()?.WritesAll ?? false;

    /// <summary>A value as a parameter takes it.</summary>
    /// <exception cref="TypeError">It has a wrong type.</exception>
    internal static object? Argument(object? value, ParameterInfo parameter, string function) => value switch
    {
        _ when parameter.ParameterType == typeof(TensorLike) => new TensorLike(value is Nest<Tensor> nest ? Tensors.Of(nest) : value is TensorLike like ? like.Value : value),
        _ when parameter.ParameterType == typeof(ShapeLike) => ShapeLike.Of(value),
        _ when parameter.ParameterType == typeof(TensorIndex[]) => TensorIndex.OfConfig(value),
        IReadOnlyList<object?> list when parameter.ParameterType == typeof(int[][]) => list.Select(row => ShapeLike.Of(row).Resolve()).ToArray(),
        IReadOnlyList<object?> list when parameter.ParameterType == typeof(Tensor) => list.Count > 0 && list.All(item => item is Tensor)
            ? new Tensors(Nest.List(list.Select(item => ((Tensor)item!).Nest))) : TensorLike.Of(list),
        Nest<Tensor> nest when parameter.ParameterType.IsAssignableFrom(typeof(Tensor)) => Tensors.Of(nest),
        Nest<Tensor> nest when parameter.ParameterType.IsAssignableFrom(typeof(List<Tensor>)) => nest.flatten(),
        Tensors several when parameter.ParameterType.IsAssignableFrom(typeof(List<Tensor>)) => several.Nest.flatten(),
        null => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null,
        _ when parameter.ParameterType.IsInstanceOfType(value) => value,
        _ => ArgumentConverter.Convert(value, parameter, function),
    };

    private static object? Default(ParameterInfo parameter) => parameter.DefaultValue is null && parameter.ParameterType.IsValueType
        ? Activator.CreateInstance(parameter.ParameterType) : parameter.DefaultValue;

    private static IEnumerable<Type> Holders(Type type)
        => type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(Holders).Prepend(type);
}
