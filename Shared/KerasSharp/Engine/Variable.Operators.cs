namespace KerasSharp.Engine;

// A variable in arithmetic is its value. With a tensor beside it, it converts by itself; these are for two variables and for numbers.
#pragma warning disable CA2225 // the named alternatives are keras.ops.add and so on
public sealed partial class Variable
{
    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator +(Variable a, Variable b) => a.value + b.value;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator +(Variable a, double b) => a.value + b;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator +(double a, Variable b) => a + b.value;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator +(Variable a, int b) => a.value + b;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator +(int a, Variable b) => a + b.value;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator -(Variable a, Variable b) => a.value - b.value;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator -(Variable a, double b) => a.value - b;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator -(double a, Variable b) => a - b.value;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator -(Variable a, int b) => a.value - b;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator -(int a, Variable b) => a - b.value;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator *(Variable a, Variable b) => a.value * b.value;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator *(Variable a, double b) => a.value * b;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator *(double a, Variable b) => a * b.value;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator *(Variable a, int b) => a.value * b;

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator *(int a, Variable b) => a * b.value;

    /// <summary>Element by element, broadcasting; of integers float64, as in Python.</summary>
    public static Tensor operator /(Variable a, Variable b) => a.value / b.value;

    /// <summary>Element by element, broadcasting; of integers float64, as in Python.</summary>
    public static Tensor operator /(Variable a, double b) => a.value / b;

    /// <summary>Element by element, broadcasting; of integers float64, as in Python.</summary>
    public static Tensor operator /(double a, Variable b) => a / b.value;

    /// <summary>Element by element, broadcasting; of integers float64, as in Python.</summary>
    public static Tensor operator /(Variable a, int b) => a.value / b;

    /// <summary>Element by element, broadcasting; of integers float64, as in Python.</summary>
    public static Tensor operator /(int a, Variable b) => a / b.value;

    /// <summary>The rest of the division, with the sign of the divisor, as in Python.</summary>
    public static Tensor operator %(Variable a, Variable b) => a.value % b.value;

    /// <summary>The rest of the division, with the sign of the divisor, as in Python.</summary>
    public static Tensor operator %(Variable a, double b) => a.value % b;

    /// <summary>The rest of the division, with the sign of the divisor, as in Python.</summary>
    public static Tensor operator %(double a, Variable b) => a % b.value;

    /// <summary>The rest of the division, with the sign of the divisor, as in Python.</summary>
    public static Tensor operator %(Variable a, int b) => a.value % b;

    /// <summary>The rest of the division, with the sign of the divisor, as in Python.</summary>
    public static Tensor operator %(int a, Variable b) => a % b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <(Variable a, Variable b) => a.value < b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <(Variable a, double b) => a.value < b;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <(double a, Variable b) => a < b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <(Variable a, int b) => a.value < b;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <(int a, Variable b) => a < b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <=(Variable a, Variable b) => a.value <= b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <=(Variable a, double b) => a.value <= b;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <=(double a, Variable b) => a <= b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <=(Variable a, int b) => a.value <= b;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <=(int a, Variable b) => a <= b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >(Variable a, Variable b) => a.value > b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >(Variable a, double b) => a.value > b;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >(double a, Variable b) => a > b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >(Variable a, int b) => a.value > b;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >(int a, Variable b) => a > b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >=(Variable a, Variable b) => a.value >= b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >=(Variable a, double b) => a.value >= b;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >=(double a, Variable b) => a >= b.value;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >=(Variable a, int b) => a.value >= b;

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >=(int a, Variable b) => a >= b.value;

    /// <summary>The negative of each element.</summary>
    public static Tensor operator -(Variable a) => -a.value;

    /// <summary>And, element by element; bool.</summary>
    public static Tensor operator &(Variable a, Variable b) => a.value & b.value;

    /// <summary>Or, element by element; bool.</summary>
    public static Tensor operator |(Variable a, Variable b) => a.value | b.value;

    /// <summary>Exclusive or, element by element; bool.</summary>
    public static Tensor operator ^(Variable a, Variable b) => a.value ^ b.value;

    /// <summary>Not, element by element; bool.</summary>
    public static Tensor operator ~(Variable a) => ~a.value;
}
