namespace KerasSharp.Engine;

// A tensor of one element as a number or as true or false: Python's float(x), int(x), bool(x), `if x:` and `not x`.
#pragma warning disable CA2225 // the named alternative is item()
public partial class Tensor
{
    private const string NoLength = "Keras symbolic inputs/outputs do not implement `__len__`. You may be trying to pass Keras symbolic inputs/outputs to a TF API that does not register "
        + "dispatching, preventing Keras from automatically converting the API call to a lambda layer in the Functional Model. "
        + "This error will also get raised if you try asserting a symbolic input/output directly.";

    /// <summary>Python's <c>if x:</c>: whether the one element is not zero; an empty tensor is false.</summary>
    /// <exception cref="ValueError">There are more elements than one.</exception>
    /// <exception cref="TypeError">The tensor is symbolic.</exception>
    public static bool operator true(Tensor x) => Truth(x);

    /// <inheritdoc cref="op_True"/>
    public static bool operator false(Tensor x) => !Truth(x);

    /// <summary>Python's <c>not x</c>. Element by element it is <c>~x</c>.</summary>
    /// <inheritdoc cref="op_True"/>
    public static bool operator !(Tensor x) => !Truth(x);

    /// <summary>Python's <c>bool(x)</c>.</summary>
    /// <inheritdoc cref="op_True"/>
    public static explicit operator bool(Tensor x) => Truth(x);

    /// <summary>Python's <c>float(x)</c>.</summary>
    /// <exception cref="TypeError">There is not exactly one element, or the tensor is symbolic.</exception>
    public static explicit operator double(Tensor x) => One(x, "float() argument must be a string or a real number, not 'KerasTensor'");

    /// <summary>Python's <c>float(x)</c>, in the precision that tensors have.</summary>
    /// <exception cref="TypeError">There is not exactly one element, or the tensor is symbolic.</exception>
    public static explicit operator float(Tensor x) => (float)(double)x;

    /// <summary>Python's <c>int(x)</c>: cut towards zero.</summary>
    /// <exception cref="TypeError">There is not exactly one element, or the tensor is symbolic.</exception>
    /// <exception cref="ValueError">It is not a number.</exception>
    /// <exception cref="OverflowException">The number does not fit.</exception>
    public static explicit operator long(Tensor x)
    {
        var number = One(x, "int() argument must be a string, a bytes-like object or a real number, not 'KerasTensor'");
        return !x.dtype.IsFloating() ? Whole(x)
            : double.IsNaN(number) ? throw new ValueError("cannot convert float NaN to integer")
            : double.IsInfinity(number) ? throw new OverflowException("cannot convert float infinity to integer") : checked((long)number);
    }

    /// <summary>Python's <c>int(x)</c>, where the number is small.</summary>
    /// <exception cref="TypeError">There is not exactly one element, or the tensor is symbolic.</exception>
    /// <exception cref="OverflowException">The number does not fit.</exception>
    public static explicit operator int(Tensor x) => checked((int)(long)x);

    private static bool Truth(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return !x.Nest.IsLeaf ? x.Nest.Count > 0
            : x.IsSymbolic ? throw new TypeError(NoLength)
            : x.size <= 1 ? x.size == 1 && First(x) != 0
            : throw new ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()");
    }

    private static double One(Tensor x, string symbolic)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.IsSymbolic ? throw new TypeError(symbolic) : x.size == 1 ? First(x) : throw new TypeError("only length-1 arrays can be converted to Python scalars");
    }

    private static long Whole(Tensor x)
    {
        using var quiet = new Ops.NoTape();
        return keras.ops.cast(x, DType.Int64).ToArray<long>()[0];
    }

    private static double First(Tensor x)
    {
        if (x.dtype == DType.Float32)
        {
            return x.ToArray<float>()[0];
        }

        using var quiet = new Ops.NoTape();
        return keras.ops.cast(x, DType.Float64).ToArray<double>()[0];
    }
}
