using System.Collections;
using System.Globalization;
using System.Reflection;

namespace KerasSharp.Saving;

/// <summary>Turns the values of a <see cref="Config"/> (numbers, strings, lists, configurations) into what a factory's parameter takes.</summary>
internal static class ArgumentConverter
{
    /// <summary>The value as the parameter's type.</summary>
    /// <exception cref="TypeError">The parameter does not take such a value.</exception>
    public static object? Convert(object? value, ParameterInfo parameter, string className)
    {
        try
        {
            // None where Keras's default is something else: a tuple of nothing.
            return value is null && parameter.ParameterType == typeof(IntTuple) && parameter.IsDefined(typeof(KerasDefaultAttribute), false)
                ? (IntTuple)Array.Empty<int>() : To(value, parameter.ParameterType);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException)
        {
            // Keras has a sentence of its own for names.
            throw new TypeError(parameter.Name == "name" ? $"Expected `name` argument to be a string, but got: {Text(value)}" : $"{className}.__init__() got an argument '{parameter.Name}' of a wrong type: {Text(value)}", e);
        }
    }

    private static object? To(object? value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null)
        {
            // None: null, or "not given" of our own structs. A number cannot be None.
            return !type.IsValueType || target != type ? null
                : typeof(IConvertible).IsAssignableFrom(type) ? throw new InvalidCastException()
                : Activator.CreateInstance(type);
        }

        // Numbers and texts are no objects: a configuration in their place is a wrong type.
        if (value is Config { } config && config.ContainsKey("class_name") && !target.IsAssignableFrom(typeof(Config)) && !typeof(IConvertible).IsAssignableFrom(target))
        {
            value = ObjectRegistry.Deserialize(config, target);
        }

        if (target.IsInstanceOfType(value))
        {
            return value;
        }

        if (value is IConvertible && typeof(IConvertible).IsAssignableFrom(target))
        {
            return Number(value, target);
        }

        var items = value is IEnumerable and not string ? ((IEnumerable)value).Cast<object?>().ToArray() : null;
        if (items is not null && target.IsAssignableFrom(typeof(double[])))
        {
            return Doubles(items);
        }

        if (target == typeof(FloatTuple))
        {
            return items is null ? (FloatTuple)(double)Number(value, typeof(double))
                : (FloatTuple)Array.ConvertAll(items, i => (double)Number(i ?? throw new InvalidCastException(), typeof(double)));
        }

        if (items is not null && target.IsAssignableFrom(typeof(int[])))
        {
            return Array.ConvertAll(items, i => (int)Number(i ?? throw new InvalidCastException(), typeof(int)));
        }

        if (items is not null && target.IsAssignableFrom(typeof(string[])))
        {
            return Array.ConvertAll(items, i => i as string ?? throw new InvalidCastException());
        }

        if (items is not null && ObjectsOf(target) is { } element)
        {
            var objects = Array.CreateInstance(element, items.Length);
            for (var i = 0; i < items.Length; i++)
            {
                objects.SetValue(To(items[i], element), i);
            }

            return target.IsInstanceOfType(objects) ? objects : Implicit(objects, target);
        }

        return (items is null ? Implicit(value, target) : (Array.Exists(items, IsList) ? Implicit(Array.ConvertAll(items, Pair), target) : Whole(items) ? Implicit(Ints(items), target) : null) ?? Implicit(Doubles(items), target))
            ?? throw new InvalidCastException();
    }

    /// <summary>The class of the objects where a list of them is asked for, or converts to what is: layers in a list of cells.</summary>
    private static Type? ObjectsOf(Type target) => new[] { target }.Concat(target.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.Name == "op_Implicit" && m.ReturnType == target).Select(m => m.GetParameters()[0].ParameterType))
        .Select(type => type.IsArray ? type.GetElementType() : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null)
        .FirstOrDefault(element => element is not null && element.IsAssignableTo(typeof(IConfigurable)));

    private static object Number(object value, Type target)
    {
        if (value is string != (target == typeof(string)) || value is bool != (target == typeof(bool)))
        {
            throw new InvalidCastException();
        }

        var number = System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
        return value is not double d || target == typeof(float) || d == System.Convert.ToDouble(number) ? number : throw new InvalidCastException();
    }

    private static double[] Doubles(object?[] items) => Array.ConvertAll(items, i => (double)Number(i ?? throw new InvalidCastException(), typeof(double)));

    private static bool Whole(object?[] items) => Array.TrueForAll(items, i => i is not double number || number == Math.Floor(number));

    /// <summary>A tuple: of ints if it can be, of ints and None otherwise.</summary>
    private static Array Ints(object?[] items) => Array.TrueForAll(items, i => i is not null)
        ? Array.ConvertAll(items, i => (int)Number(i!, typeof(int)))
        : Array.ConvertAll(items, i => i is null ? (int?)null : (int)Number(i, typeof(int)));

    private static bool IsList(object? item) => item is IEnumerable and not string;

    /// <summary>An element of a tuple of tuples; a number stands for two of it.</summary>
    private static int[] Pair(object? item) => IsList(item) ? [.. ((IEnumerable)item!).Cast<object?>().Select(i => (int)Number(i ?? throw new InvalidCastException(), typeof(int)))]
        : Number(item ?? throw new InvalidCastException(), typeof(int)) is int number ? [number, number] : throw new InvalidCastException();

    private static object? Implicit(object value, Type target)
    {
        var candidates = target.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.Name == "op_Implicit" && m.ReturnType == target);
        foreach (var conversion in candidates)
        {
            var from = conversion.GetParameters()[0].ParameterType;
            if (from.IsInstanceOfType(value))
            {
                return conversion.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value], null);
            }

            if (from == typeof(int) && value is long or double)
            {
                return conversion.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Number(value, typeof(int))], null);
            }
        }

        return null;
    }

    private static string Text(object? value) => value is IEnumerable list and not string ? $"[{string.Join(", ", list.Cast<object?>())}]" : $"{value ?? "None"}";
}
