using System.Globalization;
using System.Numerics;
using NumSharp;

namespace KerasSharp.Python;

/// <summary>
/// Values as Python prints them: <c>format(value, spec)</c>, <c>str(value)</c> and <c>repr(value)</c>.
/// A <see cref="float"/> prints as NumPy's float32, a <see cref="double"/> as Python's float; both round half to even on the exact binary value.
/// Sources: <see href="https://docs.python.org/3/library/string.html#format-specification-mini-language"/>,
/// <see href="https://numpy.org/doc/1.26/reference/generated/numpy.array2string.html"/>.
/// </summary>
public static class PythonFormat
{
    /// <summary><c>f"{value:spec}"</c>; without a specification <c>str(value)</c>.</summary>
    /// <exception cref="ValueError">The specification is wrong for this type, in Python's words.</exception>
    /// <exception cref="TypeError">The type takes no specification (lists, tuples, None, arrays with dimensions), in Python's words.</exception>
    public static string Format(object? value, string? spec)
    {
        value = value is Metrics.MetricResult result ? result.value : value;
        if (string.IsNullOrEmpty(spec))
        {
            // NumPy hands its small floats to Python's float here: f"{x}" shows more digits of a float32 than str(x).
            return value switch
            {
                float number => FormatFloat.Repr((double)number),
                Half number => FormatFloat.Repr((double)number),
                NDArray { ndim: 0 } scalar => Format(scalar.item(), spec),
                Engine.Tensor { IsSymbolic: false, Nest.IsLeaf: true } tensor => tensor.Format(spec),
                _ => Str(value),
            };
        }

        return value switch
        {
            string text => FormatText.Format(text, FormatSpec.Parse(spec, "str")),
            char letter => FormatText.Format(letter.ToString(), FormatSpec.Parse(spec, "str")),
            double number => FormatFloat.Format(number, FormatSpec.Parse(spec, "float")),
            float number => FormatFloat.Format((double)number, FormatSpec.Parse(spec, "float")),
            Half number => FormatFloat.Format((double)number, FormatSpec.Parse(spec, "float")),
            decimal number => FormatFloat.Format((double)number, FormatSpec.Parse(spec, "float")),
            bool truth => FormatInteger.Format(truth ? 1 : 0, FormatSpec.Parse(spec, "bool"), "bool"),
            NDArray { ndim: 0 } scalar => Format(scalar.item(), spec),
            Engine.Tensor { IsSymbolic: false, Nest.IsLeaf: true } tensor => tensor.Format(spec),
            _ when AsInteger(value) is { } whole => FormatInteger.Format(whole, FormatSpec.Parse(spec, "int")),
            _ => throw new TypeError($"unsupported format string passed to {PythonRepr.TypeName(value)}.__format__"),
        };
    }

    /// <summary>Python's <c>str(value)</c>: a text as it is, all else as in <see cref="Repr"/>, arrays without <c>array(…)</c>.</summary>
    public static string Str(object? value) => value switch
    {
        string text => text,
        char letter => letter.ToString(),
        NDArrays { AreSeveral: true } several => several.ToString(),
        NDArray array => Numpy.NumpyText.Str(array),
        Engine.Tensor tensor => tensor.ToString(),
        Metrics.MetricResult result => result.ToString(),
        Type type => PythonRepr.TypeText(type),
        NPTypeCode code => PythonRepr.TypeText(code.AsType()),
        Engine.DType dtype => $"<dtype: '{Engine.DTypes.Name(dtype)}'>",
        TensorShape { is_given: true } shape => shape.ToString(),
        _ => Repr(value),
    };

    /// <summary>
    /// Python's <c>repr(value)</c>: <c>'text'</c>, <c>1e-05</c>, <c>True</c>, <c>None</c>, <c>[1, 2]</c>, <c>(1,)</c>, <c>{'a': 1}</c>.
    /// Arrays of int and long are shapes and print as tuples, other arrays and lists as lists.
    /// </summary>
    public static string Repr(object? value) => value switch
    {
        null => "None",
        bool truth => truth ? "True" : "False",
        double number => FormatFloat.Repr(number),
        float number => FormatFloat.Repr(number),
        Half number => FormatFloat.Repr(number),
        string text => PythonRepr.Quote(text),
        char letter => PythonRepr.Quote(letter.ToString()),
        NDArrays { AreSeveral: true } several => several.ToString(),
        NDArray array => Numpy.NumpyText.Repr(array),
        Engine.Tensor tensor => tensor.Repr(),
        Metrics.MetricResult result => result.value.Repr(),
        Engine.DType dtype => $"tf.{Engine.DTypes.Name(dtype)}",
        TensorShape { is_given: true } shape => shape.Repr(),
        _ when AsInteger(value) is { } whole => whole.ToString(CultureInfo.InvariantCulture),
        _ => PythonRepr.Object(value),
    };

    /// <summary>A whole number of any .NET type, or null for anything else; bool is none here.</summary>
    internal static BigInteger? AsInteger(object? value) => value switch
    {
        int v => v,
        long v => v,
        byte v => v,
        sbyte v => v,
        short v => v,
        ushort v => v,
        uint v => v,
        ulong v => v,
        nint v => v,
        nuint v => v,
        Int128 v => v,
        UInt128 v => v,
        BigInteger v => v,
        _ => null,
    };
}
