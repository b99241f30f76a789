using KerasSharp.Engine;
using KerasSharp.Ops;

namespace KerasSharp;

public static partial class keras
{
    // Of bool, and is a product, or a maximum.
    public static partial class ops
    {
        /// <summary>x1 and x2 element by element, broadcasting; bool.</summary>
        public static Tensor logical_and(Tensor x1, Tensor x2) => SymbolicFunctions.Take(x1, x2) ? SymbolicFunctions.Current.Operator("math.logical_and", x1, x2)
            : Multiply.Instance.apply(Bool(x1, "LogicalAnd"), Bool(x2, "LogicalAnd"));

        /// <summary>x1 or x2 element by element, broadcasting; bool.</summary>
        public static Tensor logical_or(Tensor x1, Tensor x2) => SymbolicFunctions.Take(x1, x2) ? SymbolicFunctions.Current.Operator("math.logical_or", x1, x2)
            : maximum(Bool(x1, "LogicalOr"), Bool(x2, "LogicalOr"));

        /// <summary>Either x1 or x2 element by element, broadcasting; bool.</summary>
        public static Tensor logical_xor(Tensor x1, Tensor x2) => SymbolicFunctions.Take(x1, x2) ? x1 ^ x2 : not_equal(Bool(x1, "LogicalXor"), Bool(x2, "LogicalXor"));

        /// <summary>Not x element by element; bool.</summary>
        public static Tensor logical_not(Tensor x) => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("math.logical_not", x, null)
            : equal(Bool(x, "LogicalNot"), Tensor.ScalarBeside(x, 0, DType.Bool));

        /// <summary>x1 / x2, broadcasting. Of integers the quotient is float64 (of uint8 float32), as Python's.</summary>
        public static Tensor true_divide(Tensor x1, Tensor x2) => SymbolicFunctions.Take(x1, x2) ? SymbolicFunctions.Current.Operator("math.truediv", x1, x2)
            : x1.dtype == x2.dtype ? divide(Fraction(x1), Fraction(x2))
            : throw new TypeError($"`x` and `y` must have the same dtype, got tf.{x1.dtype.Name()} != tf.{x2.dtype.Name()}.");

        private static Tensor Fraction(Tensor x) => x.dtype.IsFloating() ? x : cast(x, x.dtype == DType.UInt8 ? DType.Float32 : DType.Float64);

        private static Tensor Bool(Tensor x, string operation) => x.dtype == DType.Bool ? x
            : throw new TypeError($"cannot compute {operation} as input #0(zero-based) was expected to be a bool tensor but is a {x.dtype.Name()} tensor");
    }
}
