using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NumSharp;

namespace KerasSharp.Python;

/// <summary>The parts of <see cref="PythonFormat.Repr"/> for texts, types and containers.</summary>
internal static class PythonRepr
{
    private static readonly Dictionary<Type, string> DTypes = new()
    {
        [typeof(bool)] = "bool",
        [typeof(sbyte)] = "int8",
        [typeof(byte)] = "uint8",
        [typeof(short)] = "int16",
        [typeof(ushort)] = "uint16",
        [typeof(int)] = "int32",
        [typeof(uint)] = "uint32",
        [typeof(long)] = "int64",
        [typeof(ulong)] = "uint64",
        [typeof(Half)] = "float16",
        [typeof(float)] = "float32",
        [typeof(double)] = "float64",
        [typeof(decimal)] = "decimal",
        [typeof(System.Numerics.Complex)] = "complex128",
        [typeof(string)] = "str",
    };

    /// <summary>The dtypes that have a name, by it: <c>float32</c> is <see cref="float"/>.</summary>
    public static IEnumerable<KeyValuePair<Type, string>> NamedTypes => DTypes;

    /// <summary>A dtype's name, <c>uint8</c>; of another type what Python prints of a class.</summary>
    public static string TypeText(Type type) => DTypes.TryGetValue(type, out var name) ? name : $"<class '{type.FullName}'>";

    /// <summary>The name of a value's type in Python's messages.</summary>
    public static string TypeName(object? value) => value switch
    {
        null => "NoneType",
        bool => "bool",
        string or char => "str",
        double or float or Half or decimal => "float",
        NDArray => "numpy.ndarray",
        ITuple or int[] or long[] or TensorShape => "tuple",
        IDictionary => "dict",
        IList => "list",
        _ when PythonFormat.AsInteger(value) is not null => "int",
        Engine.Variable => "ResourceVariable",
        _ => value.GetType().Name,
    };

    /// <summary>A text in quotes, with Python's escapes; what is printable stays, Chinese included.</summary>
    public static string Quote(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var result = new StringBuilder().Append(quote);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.Value switch
            {
                '\\' => @"\\",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                var c when c == quote => "\\" + quote,
                var c when IsPrintable(rune) => rune.ToString(),
                var c when c < 0x100 => $"\\x{c:x2}",
                var c when c < 0x10000 => $"\\u{c:x4}",
                var c => $"\\U{c:x8}",
            });
        }

        return result.Append(quote).ToString();
    }

    /// <summary>The repr of what is no plain number or text: containers, else <see cref="object.ToString"/>.</summary>
    public static string Object(object value) => value switch
    {
        TensorShape { is_given: false } => "None",
        TensorShape or IntTuple => value.ToString()!,
        Shape shape => Tuple(shape.Dimensions),
        int[] or long[] => Tuple((Array)value),
        Array { Rank: > 1 } grid => Grid(grid, 0, new int[grid.Rank]),
        ITuple tuple => Tuple(Enumerable.Range(0, tuple.Length).Select(i => tuple[i])),
        Type type => DTypes.TryGetValue(type, out var name) ? $"dtype('{name}')" : TypeText(type),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        IDictionary dictionary => Dictionary(dictionary),
        _ when value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType != typeof(object) && value is not IList => value.ToString() ?? "",
        IEnumerable items => $"[{Join(items)}]",
        _ => value.ToString() ?? "",
    };

    private static string Tuple(IEnumerable items)
    {
        var parts = items.Cast<object?>().Select(Item).ToArray();
        return parts.Length == 1 ? $"({parts[0]},)" : $"({string.Join(", ", parts)})";
    }

    private static string Dictionary(IDictionary dictionary)
    {
        var parts = new List<string>();
        foreach (DictionaryEntry entry in dictionary)
        {
            parts.Add($"{Item(entry.Key)}: {Item(entry.Value)}");
        }

        return $"{{{string.Join(", ", parts)}}}";
    }

    private static string Join(IEnumerable items) => string.Join(", ", items.Cast<object?>().Select(Item));

    // In a list a shape is what Keras holds there, a tuple; and an array without axes is what NumPy gives as a scalar, which shows as its number.
    private static string Item(object? value) => value switch
    {
        TensorShape { is_given: true } shape => shape.ToString(),
        NDArray { ndim: 0 } scalar => Numpy.NumpyText.Str(scalar),
        _ => PythonFormat.Repr(value),
    };

    /// <summary>An array of several dimensions as lists in lists.</summary>
    private static string Grid(Array grid, int axis, int[] index)
    {
        var parts = new string[grid.GetLength(axis)];
        for (index[axis] = 0; index[axis] < parts.Length; index[axis]++)
        {
            parts[index[axis]] = axis == grid.Rank - 1 ? PythonFormat.Repr(grid.GetValue(index)) : Grid(grid, axis + 1, index);
        }

        return $"[{string.Join(", ", parts)}]";
    }

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
