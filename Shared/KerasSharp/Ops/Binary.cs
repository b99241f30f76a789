using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>x1 + x2, broadcasting.</summary>
        public static Tensor add(Tensor x1, Tensor x2)
        {
            var y = Binary(BinaryOp.Add, x1, x2);
            Record(y, x1, x2, (dy, _) => dy, (dy, _) => dy);
            return y;
        }

        /// <summary>x1 - x2, broadcasting.</summary>
        public static Tensor subtract(Tensor x1, Tensor x2)
        {
            var y = Binary(BinaryOp.Subtract, x1, x2);
            Record(y, x1, x2, (dy, _) => dy, (dy, _) => negative(dy));
            return y;
        }

        /// <summary>x1 · x2, broadcasting.</summary>
        public static Tensor multiply(Tensor x1, Tensor x2)
        {
            var y = Binary(BinaryOp.Multiply, x1, x2);
            Record(y, x1, x2, (dy, _) => multiply(dy, x2), (dy, _) => multiply(dy, x1));
            return y;
        }

        /// <summary>x1 / x2, broadcasting.</summary>
        public static Tensor divide(Tensor x1, Tensor x2)
        {
            var y = Binary(BinaryOp.Divide, x1, x2);
            Record(y, x1, x2, (dy, _) => divide(dy, x2), (dy, q) => negative(divide(multiply(dy, q), x2)));
            return y;
        }

        /// <summary>x1 / x2, and 0 where x2 is 0.</summary>
        public static Tensor divide_no_nan(Tensor x1, Tensor x2)
        {
            var y = Binary(BinaryOp.DivideNoNan, x1, x2);
            Record(y, x1, x2, (dy, _) => divide_no_nan(dy, x2), (dy, q) => negative(divide_no_nan(multiply(dy, q), x2)));
            return y;
        }

        /// <summary>The larger of both, broadcasting. Where they are equal the gradient goes to x1.</summary>
        public static Tensor maximum(Tensor x1, Tensor x2)
        {
            var y = Binary(BinaryOp.Maximum, x1, x2);
            Record(y, x1, x2, (dy, _) => multiply(dy, Mask(CompareOp.GreaterEqual, x1, x2)), (dy, _) => multiply(dy, Mask(CompareOp.Less, x1, x2)));
            return y;
        }

        /// <summary>The smaller of both, broadcasting. Where they are equal the gradient goes to x1.</summary>
        public static Tensor minimum(Tensor x1, Tensor x2)
        {
            var y = Binary(BinaryOp.Minimum, x1, x2);
            Record(y, x1, x2, (dy, _) => multiply(dy, Mask(CompareOp.LessEqual, x1, x2)), (dy, _) => multiply(dy, Mask(CompareOp.Greater, x1, x2)));
            return y;
        }

        /// <summary>x1 to the power of x2, broadcasting.</summary>
        public static Tensor power(Tensor x1, Tensor x2)
        {
            var y = Binary(BinaryOp.Power, x1, x2);
            Record(
                y, x1, x2,
                (dy, _) => multiply(dy, multiply(x2, power(x1, x2 - 1f))),
                (dy, p) => multiply(dy, PowerSlope(x1, p)));
            return y;
        }

        /// <summary>The gradient of x1 ** x2 by x2: x1 ** x2 · log(x1), and 0 where the logarithm does not exist.</summary>
        private static Tensor PowerSlope(Tensor x1, Tensor p)
        {
            var zeros = Tensor.Full(0, p.DimsArray);
            return where(greater(x1, zeros), multiply(p, log(maximum(x1, Tensor.Scalar(1e-38f)))), zeros);
        }

        private static Tensor Binary(BinaryOp op, Tensor a, Tensor b)
        {
            RequireFloat(a, op.ToString());
            RequireFloat(b, op.ToString());
            var y = Tensor.Empty(DType.Float32, Shapes.Broadcast(a.DimsArray, b.DimsArray));
            Backend.Current.Binary(op, a, b, y);
            return y;
        }

        /// <summary>A comparison as 0 and 1 in float32.</summary>
        private static Tensor Mask(CompareOp op, Tensor a, Tensor b) => cast(Compare(op, a, b), "float32");

        /// <summary>Records both partial derivatives (functions of dy and y), summed back to the shapes that were broadcast.</summary>
        private static void Record(Tensor y, Tensor a, Tensor b, Func<Tensor, Tensor, Tensor> byA, Func<Tensor, Tensor, Tensor> byB)
        {
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, [a, b], (dy, needs) =>
                [
                    needs[0] ? SumTo(byA(dy, y), a.DimsArray) : null,
                    needs[1] ? SumTo(byB(dy, y), b.DimsArray) : null,
                ]);
            }
        }

        /// <summary>Sums over the axes along which a shape was stretched.</summary>
        private static Tensor SumTo(Tensor x, int[] dims)
        {
            if (Shapes.Same(x.Dims, dims))
            {
                return x;
            }

            var lead = x.ndim - dims.Length;
            var axes = new List<int>();
            for (var i = 0; i < x.ndim; i++)
            {
                if (i < lead || (dims[i - lead] == 1 && x.dim(i) != 1))
                {
                    axes.Add(i);
                }
            }

            return sum(x, axes.ToArray()).Reshaped(dims);
        }
    }
}
