using System.Reflection;
using KerasSharp.Engine;
using KerasSharp.Layers;
using NumSharp;

namespace KerasSharp.Tests.Tf;

/// <summary>A dotted name that stands for a module, a function or a constant: <c>tf.nn.relu</c>.</summary>
internal sealed record PythonPath(string Path);

/// <summary>Python's calls and names by reflection over the public functions.</summary>
internal static class PythonCalls
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Static;

    private static readonly Dictionary<string, Type> Modules = new()
    {
        ["tf"] = typeof(tf),
        ["K"] = typeof(keras.backend),
        ["keras"] = typeof(keras),
        ["layers"] = typeof(keras.layers),
        ["Input"] = typeof(keras),
    };

    /// <summary>A name behind a dot.</summary>
    public static object? Member(object? owner, string name) => owner switch
    {
        PythonPath path => new PythonPath($"{path.Path}.{name}"),
        Tensor tensor when name == "shape" => tensor.shape,
        _ => throw new NotSupportedException($"No member {name} of {owner}"),
    };

    /// <summary>A path as the value of a constant; all else as it is.</summary>
    public static object? Plain(object? value)
    {
        if (value is not PythonPath path || !path.Path.Contains('.'))
        {
            return value;
        }

        var (type, name) = Split(path.Path);
        return type?.GetProperty(name, Public) is { } property ? property.GetValue(null) : value;
    }

    /// <summary>Calls a function, a class or a layer.</summary>
    public static object? Call(object? function, List<object?> positional, Dictionary<string, object?> named) => function switch
    {
        Layer layer => layer.apply((Tensor)positional[0]!),
        PythonPath { Path: "abs" } => PythonOperations.Apply("abs", positional[0]),
        PythonPath { Path: "np.float32" } => Convert.ToDouble(Convert.ToSingle(positional[0], null)),
        PythonPath { Path: "np.array" } => TensorLike.Of(positional[0]).numpy(),
        PythonPath { Path: "np.ones" } => np.ones(new NumSharp.Shape([.. ShapeLike.Of(positional[0]).Resolve().Select(d => (long)d)]), typeof(double)),
        PythonPath path => Invoke(path.Path, positional, named),
        _ => throw new NotSupportedException($"{function} cannot be called"),
    };

    /// <summary>The functions of a path; none if it is not there.</summary>
    public static MethodInfo[] Find(string path)
    {
        var (type, name) = Split(path);
        return [.. (type?.GetMethods(Public) ?? []).Where(m => m.Name == name)];
    }

    /// <summary>Calls the first overload that takes the arguments.</summary>
    public static object? Invoke(string path, IReadOnlyList<object?> positional, IReadOnlyDictionary<string, object?> named)
    {
        TypeError? wrong = null;
        foreach (var method in Find(path).Where(m => Takes(m, positional.Count, named.Keys)))
        {
            object?[] values;
            try
            {
                values = [.. method.GetParameters().Select((p, i) => i < positional.Count ? Argument(positional[i], p, path)
                    : named.TryGetValue(p.Name!, out var value) ? Argument(value, p, path)
                    : p.DefaultValue ?? (p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null))];
            }
            catch (TypeError e)
            {
                wrong = e;
                continue;
            }

            return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, null);
        }

        throw wrong ?? (Exception)new NotSupportedException($"no {path} yet");
    }

    private static bool Takes(MethodInfo method, int count, IEnumerable<string> names)
    {
        var parameters = method.GetParameters();
        return count <= parameters.Length && names.All(name => Array.Exists(parameters, p => p.Name == name))
            && parameters.Skip(count).All(p => p.HasDefaultValue || names.Contains(p.Name));
    }

    private static object? Argument(object? value, ParameterInfo parameter, string function) => value switch
    {
        null when Nullable.GetUnderlyingType(parameter.ParameterType) is not null => null,
        null when parameter.HasDefaultValue => parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null),
        object?[] list when parameter.ParameterType == typeof(Tensor[]) => list.Cast<Tensor>().ToArray(),
        NDArray array when parameter.ParameterType == typeof(NDArray) => array,
        Variable variable when parameter.ParameterType != typeof(Variable) => Argument(variable.value, parameter, function),
        _ => TfFunctions.Argument(value, parameter, function),
    };

    private static (Type? Type, string Name) Split(string path)
    {
        var parts = path.Split('.');
        var type = Modules.GetValueOrDefault(parts[0]);
        foreach (var part in parts[1..^1])
        {
            type = type?.GetNestedType(part);
        }

        return (type, parts[^1]);
    }
}
