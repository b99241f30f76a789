using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>x1 == x2 element by element, broadcasting; bool.</summary>
        public static Tensor equal(Tensor x1, Tensor x2) => Compare(CompareOp.Equal, x1, x2);

        /// <summary>x1 != x2 element by element, broadcasting; bool.</summary>
        public static Tensor not_equal(Tensor x1, Tensor x2) => Compare(CompareOp.NotEqual, x1, x2);

        /// <summary>x1 &lt; x2 element by element, broadcasting; bool.</summary>
        public static Tensor less(Tensor x1, Tensor x2) => Compare(CompareOp.Less, x1, x2);

        /// <summary>x1 &lt;= x2 element by element, broadcasting; bool.</summary>
        public static Tensor less_equal(Tensor x1, Tensor x2) => Compare(CompareOp.LessEqual, x1, x2);

        /// <summary>x1 &gt; x2 element by element, broadcasting; bool.</summary>
        public static Tensor greater(Tensor x1, Tensor x2) => Compare(CompareOp.Greater, x1, x2);

        /// <summary>x1 &gt;= x2 element by element, broadcasting; bool.</summary>
        public static Tensor greater_equal(Tensor x1, Tensor x2) => Compare(CompareOp.GreaterEqual, x1, x2);

        private static Tensor Compare(CompareOp op, Tensor a, Tensor b)
        {
            if (a.dtype != b.dtype)
            {
                throw new TypeError($"{op} compares tensors of one dtype. Received: {a.dtype.Name()} and {b.dtype.Name()}.");
            }

            var y = Tensor.Empty(DType.Bool, Shapes.Broadcast(a.DimsArray, b.DimsArray));
            Backend.Current.Compare(op, a, b, y);
            return y;
        }
    }
}
