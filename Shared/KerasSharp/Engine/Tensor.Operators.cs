using static KerasSharp.keras;

namespace KerasSharp.Engine;

// Arithmetic as Python writes it: each operator is the operation of the same name in keras.ops, so the tape records it. On a symbolic
// tensor outside of a layer it becomes Keras's op layer. Numbers take the tensor's type. == compares references: see keras.ops.equal.
#pragma warning disable CA2225 // the named alternatives are keras.ops.add and so on
public partial class Tensor
{
    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator +(Tensor a, Tensor b) => Apply("__operators__.add", ops.add, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator +(Tensor a, double b) => Apply("__operators__.add", ops.add, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator +(double a, Tensor b) => Apply("__operators__.add", ops.add, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator +(Tensor a, int b) => Apply("__operators__.add", ops.add, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator +(int a, Tensor b) => Apply("__operators__.add", ops.add, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator -(Tensor a, Tensor b) => Apply("math.subtract", ops.subtract, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator -(Tensor a, double b) => Apply("math.subtract", ops.subtract, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator -(double a, Tensor b) => Apply("math.subtract", ops.subtract, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator -(Tensor a, int b) => Apply("math.subtract", ops.subtract, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator -(int a, Tensor b) => Apply("math.subtract", ops.subtract, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator *(Tensor a, Tensor b) => Apply("math.multiply", ops.multiply, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator *(Tensor a, double b) => Apply("math.multiply", ops.multiply, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator *(double a, Tensor b) => Apply("math.multiply", ops.multiply, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator *(Tensor a, int b) => Apply("math.multiply", ops.multiply, a, b);

    /// <summary>Element by element, broadcasting.</summary>
    public static Tensor operator *(int a, Tensor b) => Apply("math.multiply", ops.multiply, a, b);

    /// <summary>Element by element, broadcasting; of integers float64, as in Python.</summary>
    public static Tensor operator /(Tensor a, Tensor b) => Apply("math.truediv", ops.true_divide, a, b);

    /// <summary>Element by element, broadcasting; of integers float64, as in Python.</summary>
    public static Tensor operator /(Tensor a, double b) => Apply("math.truediv", ops.true_divide, a, b);

    /// <summary>Element by element, broadcasting; of integers float64, as in Python.</summary>
    public static Tensor operator /(double a, Tensor b) => Apply("math.truediv", ops.true_divide, a, b);

    /// <summary>Element by element, broadcasting; of integers float64, as in Python.</summary>
    public static Tensor operator /(Tensor a, int b) => Apply("math.truediv", ops.true_divide, a, b);

    /// <summary>Element by element, broadcasting; of integers float64, as in Python.</summary>
    public static Tensor operator /(int a, Tensor b) => Apply("math.truediv", ops.true_divide, a, b);

    /// <summary>The rest of the division, with the sign of the divisor, as in Python.</summary>
    public static Tensor operator %(Tensor a, Tensor b) => Apply("math.floormod", ops.mod, a, b);

    /// <summary>The rest of the division, with the sign of the divisor, as in Python.</summary>
    public static Tensor operator %(Tensor a, double b) => Apply("math.floormod", ops.mod, a, b);

    /// <summary>The rest of the division, with the sign of the divisor, as in Python.</summary>
    public static Tensor operator %(double a, Tensor b) => Apply("math.floormod", ops.mod, a, b);

    /// <summary>The rest of the division, with the sign of the divisor, as in Python.</summary>
    public static Tensor operator %(Tensor a, int b) => Apply("math.floormod", ops.mod, a, b);

    /// <summary>The rest of the division, with the sign of the divisor, as in Python.</summary>
    public static Tensor operator %(int a, Tensor b) => Apply("math.floormod", ops.mod, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <(Tensor a, Tensor b) => Apply("math.less", ops.less, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <(Tensor a, double b) => Apply("math.less", ops.less, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <(double a, Tensor b) => Apply("math.less", ops.less, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <(Tensor a, int b) => Apply("math.less", ops.less, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <(int a, Tensor b) => Apply("math.less", ops.less, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <=(Tensor a, Tensor b) => Apply("math.less_equal", ops.less_equal, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <=(Tensor a, double b) => Apply("math.less_equal", ops.less_equal, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <=(double a, Tensor b) => Apply("math.less_equal", ops.less_equal, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <=(Tensor a, int b) => Apply("math.less_equal", ops.less_equal, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator <=(int a, Tensor b) => Apply("math.less_equal", ops.less_equal, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >(Tensor a, Tensor b) => Apply("math.greater", ops.greater, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >(Tensor a, double b) => Apply("math.greater", ops.greater, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >(double a, Tensor b) => Apply("math.greater", ops.greater, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >(Tensor a, int b) => Apply("math.greater", ops.greater, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >(int a, Tensor b) => Apply("math.greater", ops.greater, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >=(Tensor a, Tensor b) => Apply("math.greater_equal", ops.greater_equal, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >=(Tensor a, double b) => Apply("math.greater_equal", ops.greater_equal, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >=(double a, Tensor b) => Apply("math.greater_equal", ops.greater_equal, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >=(Tensor a, int b) => Apply("math.greater_equal", ops.greater_equal, a, b);

    /// <summary>Compares element by element, broadcasting; bool.</summary>
    public static Tensor operator >=(int a, Tensor b) => Apply("math.greater_equal", ops.greater_equal, a, b);

    /// <summary>The negative of each element.</summary>
    public static Tensor operator -(Tensor a) => SymbolicFunctions.Take(a) ? SymbolicFunctions.Current.Call("math.negative", a, null) : ops.negative(a);

    /// <summary>And, element by element; bool.</summary>
    public static Tensor operator &(Tensor a, Tensor b) => Apply("math.logical_and", Bits.And, a, b);

    /// <summary>Or, element by element; bool.</summary>
    public static Tensor operator |(Tensor a, Tensor b) => Apply("math.logical_or", Bits.Or, a, b);

    /// <summary>Exclusive or, element by element; bool.</summary>
    public static Tensor operator ^(Tensor a, Tensor b) => SymbolicFunctions.Take(a, b) ? (a | b) & ~(a & b) : Bits.Xor(a, b);

    /// <summary>Not, element by element; bool.</summary>
    public static Tensor operator ~(Tensor a) => SymbolicFunctions.Take(a) ? SymbolicFunctions.Current.Call("math.logical_not", a, null) : Bits.Not(a);

    private static Tensor Apply(string function, Func<Tensor, Tensor, Tensor> operation, Tensor a, Tensor b)
        => SymbolicFunctions.Take(a, b) ? SymbolicFunctions.Current.Operator(function, a, b) : operation(a ?? throw None(), b ?? throw None());

    private static Tensor Apply(string function, Func<Tensor, Tensor, Tensor> operation, Tensor a, double b)
        => SymbolicFunctions.Take(a) ? SymbolicFunctions.Current.Operator(function, a, b) : operation(a, Number(function, b, a, isRight: true));

    private static Tensor Apply(string function, Func<Tensor, Tensor, Tensor> operation, double a, Tensor b)
        => SymbolicFunctions.Take(b) ? SymbolicFunctions.Current.Operator(function, a, b) : operation(Number(function, a, b, isRight: false), b);

    private static Tensor Apply(string function, Func<Tensor, Tensor, Tensor> operation, Tensor a, int b)
        => SymbolicFunctions.Take(a) ? SymbolicFunctions.Current.Operator(function, a, b) : operation(a, ScalarBeside(a, b));

    private static Tensor Apply(string function, Func<Tensor, Tensor, Tensor> operation, int a, Tensor b)
        => SymbolicFunctions.Take(b) ? SymbolicFunctions.Current.Operator(function, a, b) : operation(ScalarBeside(b, a), b);

    private static ValueError None() => new("Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor.");

    // A number takes the type of the tensor beside it; one with a fraction does not go with integers.
    private static Tensor Number(string function, double value, Tensor beside, bool isRight) => beside.dtype.IsFloating() ? ScalarBeside(beside, value)
        : function == "math.truediv" ? throw new TypeError($"`x` and `y` must have the same dtype, got tf.{(isRight ? beside.dtype.Name() : "float32")} != tf.{(isRight ? "float32" : beside.dtype.Name())}.")
        : function == "__operators__.add" && isRight
            ? throw new InvalidArgumentError($"cannot compute AddV2 as input #1(zero-based) was expected to be a {Ops.Operation.PlainName(beside.dtype)} tensor but is a float tensor")
        : throw new TypeError($"Cannot convert {Python.PythonFormat.Repr(value)} to EagerTensor of dtype {beside.dtype.Name()}");
}
