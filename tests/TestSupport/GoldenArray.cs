using System.Numerics;
using System.Text.Json;
using NumSharp;

namespace KerasSharp.TestSupport;

/// <summary>An array of a golden file: <c>{"dtype", "shape", "data"}</c>, data flat and row-major.</summary>
public sealed class GoldenArray
{
    /// <summary>The files' tolerance unless stated: |got - want| is at most this plus <see cref="Rtol"/> |want|.</summary>
    public const double Atol = 1e-5;

    /// <summary>The relative part of the tolerance.</summary>
    public const double Rtol = 1e-4;

    private readonly JsonElement data;

    /// <summary>The array at <paramref name="element"/>; a bare number or bool is an array without dimensions.</summary>
    public GoldenArray(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            dtype = element.GetProperty(nameof(dtype)).GetString()!;
            shape = [.. element.GetProperty(nameof(shape)).EnumerateArray().Select(d => d.GetInt32())];
            data = element.GetProperty("data");
            if (data.GetArrayLength() != size)
            {
                throw new FormatException($"A golden array of shape ({string.Join(", ", shape)}) has {data.GetArrayLength()} elements.");
            }
        }
        else
        {
            dtype = element.ValueKind is JsonValueKind.True or JsonValueKind.False ? "bool"
                : element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out _) ? "int64" : "float64";
            shape = [];
            using var one = JsonDocument.Parse($"[{element.GetRawText()}]");
            data = one.RootElement.Clone();
        }
    }

    /// <summary>NumPy's name of the element type: <c>float32</c>, <c>int64</c>, <c>uint8</c>, <c>bool</c>, <c>str</c>.</summary>
    public string dtype { get; }

    /// <summary>The dimensions; none for a scalar.</summary>
    public int[] shape { get; }

    /// <summary>The number of elements.</summary>
    public int size => shape.Aggregate(1, (product, d) => product * d);

    /// <summary>The elements as <typeparamref name="T"/>: floats are rounded once, whole numbers keep all their digits.</summary>
    public T[] To<T>()
        where T : INumberBase<T> => [.. data.EnumerateArray().Select(Element<T>)];

    /// <summary>The elements as float32.</summary>
    public float[] ToFloats() => To<float>();

    /// <summary>The elements as float64.</summary>
    public double[] ToDoubles() => To<double>();

    /// <summary>The elements of a bool array.</summary>
    public bool[] ToBools() => [.. data.EnumerateArray().Select(e => GoldenFile.Number(e) != 0)];

    /// <summary>The elements of an array of strings.</summary>
    public string[] ToStrings() => [.. data.EnumerateArray().Select(e => e.GetString()!)];

    /// <summary>An NDArray of the same dtype, shape and elements.</summary>
    public NDArray ToNDArray()
    {
        Array values = dtype switch
        {
            "float32" => To<float>(),
            "float64" => To<double>(),
            "float16" => Array.ConvertAll(To<double>(), v => (Half)v),
            "int8" => To<sbyte>(),
            "int16" => To<short>(),
            "int32" => To<int>(),
            "int64" => To<long>(),
            "uint8" => To<byte>(),
            "uint16" => To<ushort>(),
            "uint32" => To<uint>(),
            "uint64" => To<ulong>(),
            "bool" => ToBools(),
            _ => throw new NotSupportedException($"No NDArray of dtype {dtype}."),
        };
        return new NDArray(values).reshape(shape);
    }

    /// <summary>Fails unless shape and elements are those of <paramref name="expected"/> within the tolerance.</summary>
    public static void Close(JsonElement expected, ReadOnlySpan<float> actual, ReadOnlySpan<int> actualShape, double atol = Atol, double rtol = Rtol, string what = "") =>
        new GoldenArray(expected).Close(actual, actualShape, atol, rtol, what);

    /// <inheritdoc cref="Close(JsonElement, ReadOnlySpan{float}, ReadOnlySpan{int}, double, double, string)"/>
    public void Close(ReadOnlySpan<float> actual, ReadOnlySpan<int> actualShape, double atol = Atol, double rtol = Rtol, string what = "")
    {
        SameShape(actualShape, what);
        Close(To<float>(), actual, atol, rtol, what, shape);
    }

    /// <summary>Fails unless the dtype, shape and elements of an NDArray are these within the tolerance.</summary>
    public void Close(NDArray actual, double atol = Atol, double rtol = Rtol, string what = "")
    {
        var name = Python.PythonFormat.Str(actual.dtype);
        if (name != dtype)
        {
            throw new GoldenMismatchException($"{Prefix(what)}dtype {dtype} expected, {name} received.");
        }

        SameShape([.. actual.shape.Select(d => (int)d)], what);
        var flat = actual.flatten();
        switch (dtype)
        {
            case "float32":
                Close<float>(ToFloats(), flat.ToArray<float>(), atol, rtol, what, shape);
                break;
            case "int64":
                Exact<long>(To<long>(), flat.ToArray<long>(), what, shape);
                break;
            case "uint64":
                Exact<ulong>(To<ulong>(), flat.ToArray<ulong>(), what, shape);
                break;
            default:
                Close<double>(ToDoubles(), flat.astype(typeof(double)).ToArray<double>(), atol, rtol, what, shape);
                break;
        }
    }

    /// <summary>
    /// Fails unless each element is within <paramref name="atol"/> + <paramref name="rtol"/> |expected| of the expected one.
    /// NaN asks for NaN, an infinity for the same infinity. The message names the worst element, its index and how many differ.
    /// </summary>
    public static void Close<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, double atol = Atol, double rtol = Rtol, string what = "", ReadOnlySpan<int> shape = default)
        where T : INumberBase<T>
    {
        if (expected.Length != actual.Length)
        {
            throw new GoldenMismatchException($"{Prefix(what)}{expected.Length} elements expected, {actual.Length} received.");
        }

        var (wrong, worst, worstExcess) = (0, -1, 0.0);
        for (var i = 0; i < expected.Length; i++)
        {
            var (want, got) = (double.CreateChecked(expected[i]), double.CreateChecked(actual[i]));
            if (want.Equals(got) || want == got)
            {
                continue;
            }

            // Where one side is not finite no tolerance helps: the excess is without bound.
            var excess = double.IsFinite(want) && double.IsFinite(got) ? Math.Abs(got - want) - atol - (rtol * Math.Abs(want)) : double.PositiveInfinity;
            if (excess > 0)
            {
                wrong++;
                if (excess > worstExcess)
                {
                    (worst, worstExcess) = (i, excess);
                }
            }
        }

        if (wrong > 0)
        {
            throw new GoldenMismatchException(
                $"{Prefix(what)}{wrong} of {expected.Length} elements differ; worst at {Index(worst, shape)}: "
                + $"{expected[worst]} expected, {actual[worst]} received (atol {atol:g}, rtol {rtol:g}).");
        }
    }

    /// <summary>Fails unless the elements are the same.</summary>
    public static void Exact<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string what = "", ReadOnlySpan<int> shape = default)
        where T : IEquatable<T>
    {
        if (expected.Length != actual.Length)
        {
            throw new GoldenMismatchException($"{Prefix(what)}{expected.Length} elements expected, {actual.Length} received.");
        }

        for (var i = 0; i < expected.Length; i++)
        {
            if (!expected[i].Equals(actual[i]))
            {
                throw new GoldenMismatchException($"{Prefix(what)}at {Index(i, shape)}: {expected[i]} expected, {actual[i]} received.");
            }
        }
    }

    private static T Element<T>(JsonElement e)
        where T : INumberBase<T>
    {
        if (e.ValueKind != JsonValueKind.Number)
        {
            return T.CreateChecked(GoldenFile.Number(e));
        }

        // Decimals are parsed straight into the type asked for: through float64 a float32 would be rounded twice.
        var text = e.GetRawText();
        return T.TryParse(text, System.Globalization.NumberStyles.Float, null, out var value) ? value : T.CreateChecked(e.GetDouble());
    }

    private void SameShape(ReadOnlySpan<int> actual, string what)
    {
        if (!actual.SequenceEqual(shape))
        {
            throw new GoldenMismatchException($"{Prefix(what)}shape ({string.Join(", ", shape)}) expected, ({string.Join(", ", actual.ToArray())}) received.");
        }
    }

    private static string Prefix(string what) => what.Length == 0 ? "" : what + ": ";

    private static string Index(int flat, ReadOnlySpan<int> shape)
    {
        var index = new int[shape.Length];
        for (var (axis, rest) = (shape.Length - 1, flat); axis >= 0; rest /= shape[axis--])
        {
            index[axis] = rest % shape[axis];
        }

        return shape.Length == 0 ? $"[{flat}]" : $"[{string.Join(", ", index)}]";
    }
}
