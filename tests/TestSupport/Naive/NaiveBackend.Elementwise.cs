using KerasSharp.Backends;
using KerasSharp.Engine;
using MathNet.Numerics;

namespace KerasSharp.TestSupport.Naive;

// Functions of one and of two elements.
public sealed partial class NaiveBackend
{
    /// <inheritdoc/>
    public void Unary(UnaryOp op, Tensor x, Tensor output, float alpha = 0) => Set(output, Array.ConvertAll(Data(x), v => Function(op, alpha, v)));

    /// <inheritdoc/>
    public void Binary(BinaryOp op, Tensor a, Tensor b, Tensor output)
    {
        var whole = !a.dtype.IsFloating();
        Broadcast(a, b, output, (x, y) => op switch
        {
            BinaryOp.Add => x + y,
            BinaryOp.Subtract => x - y,
            BinaryOp.Multiply => x * y,
            BinaryOp.FloorDivide or BinaryOp.FloorModulo or BinaryOp.Divide when whole && y == 0 => throw new ValueError("Integer division by zero"),
            BinaryOp.Divide => x / y,
            BinaryOp.Maximum => Math.Max(x, y),
            BinaryOp.Minimum => Math.Min(x, y),
            BinaryOp.Power => Math.Pow(x, y),
            BinaryOp.FloorDivide => Math.Floor(x / y),
            BinaryOp.FloorModulo => x % y is var rest && rest != 0 && rest < 0 != y < 0 ? rest + y : x % y,
            BinaryOp.Atan2 => Math.Atan2(x, y),
            BinaryOp.DivideNoNan => y == 0 ? 0 : x / y,
            _ => throw new NotSupportedException(op.ToString()),
        });
    }

    /// <inheritdoc/>
    public void Compare(CompareOp op, Tensor a, Tensor b, Tensor output) => Broadcast(a, b, output, (x, y) => op switch
    {
        CompareOp.Equal => x == y,
        CompareOp.NotEqual => x != y,
        CompareOp.Less => x < y,
        CompareOp.LessEqual => x <= y,
        CompareOp.Greater => x > y,
        _ => x >= y,
    } ? 1 : 0);

    /// <inheritdoc/>
    public void Select(Tensor condition, Tensor a, Tensor b, Tensor output) =>
        Set(output, [.. Data(condition).Select((c, i) => c != 0 ? Data(a)[i] : Data(b)[i])]);

    private static void Broadcast(Tensor a, Tensor b, Tensor output, Func<double, double, double> function)
    {
        double[] x = Data(a), y = Data(b);
        Set(output, [.. Indices(output).Select(index => function(x[Flat(a.Dims, index)], y[Flat(b.Dims, index)]))]);
    }

    private static double Function(UnaryOp op, double alpha, double x) => op switch
    {
        UnaryOp.Abs => Math.Abs(x),
        UnaryOp.Negative => -x,
        UnaryOp.Sign => double.IsNaN(x) ? x : Math.Sign(x),
        UnaryOp.Square => x * x,
        UnaryOp.Sqrt => Math.Sqrt(x),
        UnaryOp.Rsqrt => 1 / Math.Sqrt(x),
        UnaryOp.Exp => Math.Exp(x),
        UnaryOp.Expm1 => Expm1(x),
        UnaryOp.Log => Math.Log(x),
        UnaryOp.Log1p => Math.Log(1 + x),
        UnaryOp.Sin => Math.Sin(x),
        UnaryOp.Cos => Math.Cos(x),
        UnaryOp.Tan => Math.Tan(x),
        UnaryOp.Asin => Math.Asin(x),
        UnaryOp.Acos => Math.Acos(x),
        UnaryOp.Atan => Math.Atan(x),
        UnaryOp.Sinh => Math.Sinh(x),
        UnaryOp.Cosh => Math.Cosh(x),
        UnaryOp.Asinh => Math.Asinh(x),
        UnaryOp.Acosh => Math.Acosh(x),
        UnaryOp.Atanh => Math.Atanh(x),
        UnaryOp.Floor => Math.Floor(x),
        UnaryOp.Ceil => Math.Ceiling(x),
        UnaryOp.Round => Math.Round(x, MidpointRounding.ToEven),
        UnaryOp.Reciprocal => 1 / x,
        UnaryOp.Tanh => Math.Tanh(x),
        UnaryOp.Sigmoid => Sigmoid(x),
        UnaryOp.Softplus => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))),
        UnaryOp.Softsign => x / (1 + Math.Abs(x)),
        UnaryOp.Erf => SpecialFunctions.Erf(x),
        UnaryOp.Relu => Math.Max(x, 0),
        UnaryOp.LeakyRelu => x > 0 ? x : alpha * x,
        UnaryOp.Elu => x > 0 ? x : alpha * Expm1(x),
        UnaryOp.Silu => x * Sigmoid(x),
        _ => throw new NotSupportedException(op.ToString()),
    };

    // The difference to 1 of a number near 1, as the sum of its series.
    private static double Expm1(double x) => Math.Abs(x) > 0.1 ? Math.Exp(x) - 1 : Enumerable.Range(1, 12).Reverse().Aggregate(0.0, (sum, n) => x / n * (1 + sum));

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
