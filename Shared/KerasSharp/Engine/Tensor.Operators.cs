using static KerasSharp.keras;

namespace KerasSharp.Engine;

// Arithmetic as Python writes it: each operator is the operation of the same name in keras.ops, so the tape records it.
// Numbers are double, since Python's and C#'s literals are (x * 0.5); the tensor rounds them to float32.
#pragma warning disable CA2225 // the named alternatives are keras.ops.add and so on
public partial class Tensor
{
    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator +(Tensor a, Tensor b) => ops.add(a, b);

    /// <summary>Adds a number to each element.</summary>
    public static Tensor operator +(Tensor a, double b) => ops.add(a, Scalar((float)b));

    /// <summary>Adds each element to a number.</summary>
    public static Tensor operator +(double a, Tensor b) => ops.add(Scalar((float)a), b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator -(Tensor a, Tensor b) => ops.subtract(a, b);

    /// <summary>Subtracts a number from each element.</summary>
    public static Tensor operator -(Tensor a, double b) => ops.subtract(a, Scalar((float)b));

    /// <summary>Subtracts each element from a number.</summary>
    public static Tensor operator -(double a, Tensor b) => ops.subtract(Scalar((float)a), b);

    /// <summary>The negative of each element.</summary>
    public static Tensor operator -(Tensor a) => ops.negative(a);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator *(Tensor a, Tensor b) => ops.multiply(a, b);

    /// <summary>Multiplies each element by a number.</summary>
    public static Tensor operator *(Tensor a, double b) => ops.multiply(a, Scalar((float)b));

    /// <summary>Multiplies a number by each element.</summary>
    public static Tensor operator *(double a, Tensor b) => ops.multiply(Scalar((float)a), b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator /(Tensor a, Tensor b) => ops.divide(a, b);

    /// <summary>Divides each element by a number.</summary>
    public static Tensor operator /(Tensor a, double b) => ops.divide(a, Scalar((float)b));

    /// <summary>Divides a number by each element.</summary>
    public static Tensor operator /(double a, Tensor b) => ops.divide(Scalar((float)a), b);
}
