using KerasSharp.Engine;
using KerasSharp.Ops;

namespace KerasSharp;

// A number, an array or a list on one side, which takes the type of the tensor on the other side.
public static partial class keras
{
    public static partial class ops
    {
        /// <summary>x1 + x2, element by element, where x2 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor add(Tensor x1, TensorLike x2) => Beside(Ops.Add.Instance, add, x1, x2.Value);

        /// <summary>x1 + x2, element by element, where x1 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor add(TensorLike x1, Tensor x2) => Beside(Ops.Add.Instance, add, x1.Value, x2);

        /// <summary>x1 - x2, element by element, where x2 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor subtract(Tensor x1, TensorLike x2) => Beside(Ops.Subtract.Instance, subtract, x1, x2.Value);

        /// <summary>x1 - x2, element by element, where x1 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor subtract(TensorLike x1, Tensor x2) => Beside(Ops.Subtract.Instance, subtract, x1.Value, x2);

        /// <summary>x1 · x2, element by element, where x2 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor multiply(Tensor x1, TensorLike x2) => Beside(Ops.Multiply.Instance, multiply, x1, x2.Value);

        /// <summary>x1 · x2, element by element, where x1 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor multiply(TensorLike x1, Tensor x2) => Beside(Ops.Multiply.Instance, multiply, x1.Value, x2);

        /// <summary>x1 / x2, element by element, where x2 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor divide(Tensor x1, TensorLike x2) => Beside(Ops.Divide.Instance, divide, x1, x2.Value);

        /// <summary>x1 / x2, element by element, where x1 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor divide(TensorLike x1, Tensor x2) => Beside(Ops.Divide.Instance, divide, x1.Value, x2);

        /// <summary>x1 / x2, rounded down, element by element, where x2 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor floor_divide(Tensor x1, TensorLike x2) => Beside(Ops.FloorDivide.Instance, floor_divide, x1, x2.Value);

        /// <summary>x1 / x2, rounded down, element by element, where x1 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor floor_divide(TensorLike x1, Tensor x2) => Beside(Ops.FloorDivide.Instance, floor_divide, x1.Value, x2);

        /// <summary>The remainder of <see cref="floor_divide(Tensor, Tensor)"/>, element by element, where x2 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor mod(Tensor x1, TensorLike x2) => Beside(Ops.FloorModulo.Instance, mod, x1, x2.Value);

        /// <summary>The remainder of <see cref="floor_divide(Tensor, Tensor)"/>, element by element, where x1 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor mod(TensorLike x1, Tensor x2) => Beside(Ops.FloorModulo.Instance, mod, x1.Value, x2);

        /// <summary>x1 to the power of x2, element by element, where x2 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor power(Tensor x1, TensorLike x2) => Beside(Ops.Power.Instance, power, x1, x2.Value);

        /// <summary>x1 to the power of x2, element by element, where x1 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor power(TensorLike x1, Tensor x2) => Beside(Ops.Power.Instance, power, x1.Value, x2);

        /// <summary>The larger of both, element by element, where x2 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor maximum(Tensor x1, TensorLike x2) => Beside(Ops.Maximum.Instance, maximum, x1, x2.Value);

        /// <summary>The larger of both, element by element, where x1 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor maximum(TensorLike x1, Tensor x2) => Beside(Ops.Maximum.Instance, maximum, x1.Value, x2);

        /// <summary>The smaller of both, element by element, where x2 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor minimum(Tensor x1, TensorLike x2) => Beside(Ops.Minimum.Instance, minimum, x1, x2.Value);

        /// <summary>The smaller of both, element by element, where x1 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor minimum(TensorLike x1, Tensor x2) => Beside(Ops.Minimum.Instance, minimum, x1.Value, x2);

        /// <summary>The angle of the point (x2, x1), element by element, where x2 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor arctan2(Tensor x1, TensorLike x2) => Beside(Ops.Atan2.Instance, arctan2, x1, x2.Value);

        /// <summary>The angle of the point (x2, x1), element by element, where x1 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor arctan2(TensorLike x1, Tensor x2) => Beside(Ops.Atan2.Instance, arctan2, x1.Value, x2);

        /// <summary>x1 / x2, and 0 where x2 is 0, element by element, where x2 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor divide_no_nan(Tensor x1, TensorLike x2) => Beside(Ops.DivideNoNan.Instance, divide_no_nan, x1, x2.Value);

        /// <summary>x1 / x2, and 0 where x2 is 0, element by element, where x1 may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor divide_no_nan(TensorLike x1, Tensor x2) => Beside(Ops.DivideNoNan.Instance, divide_no_nan, x1.Value, x2);

        /// <summary>x1 == x2, element by element, where x2 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor equal(Tensor x1, TensorLike x2) => Beside(Compare.Equal, equal, x1, x2.Value);

        /// <summary>x1 == x2, element by element, where x1 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor equal(TensorLike x1, Tensor x2) => Beside(Compare.Equal, equal, x1.Value, x2);

        /// <summary>x1 != x2, element by element, where x2 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor not_equal(Tensor x1, TensorLike x2) => Beside(Compare.NotEqual, not_equal, x1, x2.Value);

        /// <summary>x1 != x2, element by element, where x1 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor not_equal(TensorLike x1, Tensor x2) => Beside(Compare.NotEqual, not_equal, x1.Value, x2);

        /// <summary>x1 &lt; x2, element by element, where x2 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor less(Tensor x1, TensorLike x2) => Beside(Compare.Less, less, x1, x2.Value);

        /// <summary>x1 &lt; x2, element by element, where x1 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor less(TensorLike x1, Tensor x2) => Beside(Compare.Less, less, x1.Value, x2);

        /// <summary>x1 &lt;= x2, element by element, where x2 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor less_equal(Tensor x1, TensorLike x2) => Beside(Compare.LessEqual, less_equal, x1, x2.Value);

        /// <summary>x1 &lt;= x2, element by element, where x1 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor less_equal(TensorLike x1, Tensor x2) => Beside(Compare.LessEqual, less_equal, x1.Value, x2);

        /// <summary>x1 &gt; x2, element by element, where x2 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor greater(Tensor x1, TensorLike x2) => Beside(Compare.Greater, greater, x1, x2.Value);

        /// <summary>x1 &gt; x2, element by element, where x1 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor greater(TensorLike x1, Tensor x2) => Beside(Compare.Greater, greater, x1.Value, x2);

        /// <summary>x1 &gt;= x2, element by element, where x2 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor greater_equal(Tensor x1, TensorLike x2) => Beside(Compare.GreaterEqual, greater_equal, x1, x2.Value);

        /// <summary>x1 &gt;= x2, element by element, where x1 may be a number; bool.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor greater_equal(TensorLike x1, Tensor x2) => Beside(Compare.GreaterEqual, greater_equal, x1.Value, x2);

        /// <summary>x1 / x2, where one may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor true_divide(Tensor x1, TensorLike x2) => Beside(Ops.Divide.Instance, true_divide, x1, x2.Value);

        /// <summary>x1 / x2, where one may be a number.</summary>
        /// <exception cref="TypeError">A number with a fraction stands beside a tensor of integers.</exception>
        public static Tensor true_divide(TensorLike x1, Tensor x2) => Beside(Ops.Divide.Instance, true_divide, x1.Value, x2);

        /// <summary>x1 where the condition (bool) holds, else x2, each a tensor or a number.</summary>
        /// <exception cref="TypeError">The condition is not bool, or a number does not fit the type of the tensor beside it.</exception>
        public static Tensor where(Tensor condition, TensorLike x1, TensorLike x2)
        {
            if (SymbolicFunctions.Take((IEnumerable<Tensor?>)[condition, x1.Value as Tensor, x2.Value as Tensor]))
            {
                return SymbolicFunctions.Current.Call("where", condition, x1.Value!, x2.Value!);
            }

            var (a, b) = x1.Value is Tensor first ? (first, TensorLike.Beside(first, x2.Value))
                : x2.Value is Tensor second ? (TensorLike.Beside(second, x1.Value), second) : (x1.ToTensor(), x2.ToTensor());
            return a.dtype == b.dtype ? where(condition, a, b) : b.dtype.IsFloating() ? where(condition, cast(a, b.dtype), b) : where(condition, a, cast(b, a.dtype));
        }

        private static Tensor Beside(Operation operation, Func<Tensor, Tensor, Tensor> function, Tensor x1, object? x2) => SymbolicFunctions.Take(x1, x2 as Tensor)
            ? SymbolicFunctions.Current.Apply(operation, x1, x2!) : function(x1, TensorLike.Beside(x1, x2));

        private static Tensor Beside(Operation operation, Func<Tensor, Tensor, Tensor> function, object? x1, Tensor x2) => SymbolicFunctions.Take(x1 as Tensor, x2)
            ? SymbolicFunctions.Current.Apply(operation, x1!, x2) : function(TensorLike.Beside(x2, x1), x2);
    }
}
