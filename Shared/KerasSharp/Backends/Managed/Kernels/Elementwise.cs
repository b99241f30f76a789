using System.Numerics.Tensors;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Functions of each element, on .NET's own vectorized primitives where it has them; relu, tanh and sigmoid are in <see cref="Activations"/>.
/// </summary>
internal static class Elementwise
{
    /// <summary>y = f(x).</summary>
    public static void Apply(UnaryOp op, float alpha, ReadOnlySpan<float> x, Span<float> y)
    {
        switch (op)
        {
            case UnaryOp.Abs:
                TensorPrimitives.Abs(x, y);
                break;
            case UnaryOp.Negative:
                TensorPrimitives.Negate(x, y);
                break;
            case UnaryOp.Square:
                TensorPrimitives.Multiply(x, x, y);
                break;
            case UnaryOp.Sqrt:
                TensorPrimitives.Sqrt(x, y);
                break;
            case UnaryOp.Exp:
                TensorPrimitives.Exp(x, y);
                break;
            case UnaryOp.Log:
                TensorPrimitives.Log(x, y);
                break;
            case UnaryOp.Sin:
                TensorPrimitives.Sin(x, y);
                break;
            case UnaryOp.Cos:
                TensorPrimitives.Cos(x, y);
                break;
            case UnaryOp.Floor:
                TensorPrimitives.Floor(x, y);
                break;
            case UnaryOp.Round:
                TensorPrimitives.Round(x, y);
                break;
            case UnaryOp.Reciprocal:
                TensorPrimitives.Divide(1f, x, y);
                break;
            default:
                ApplyScalar(op, alpha, x, y);
                break;
        }
    }

    /// <summary>y = f(a, b).</summary>
    public static void Apply(BinaryOp op, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y)
    {
        switch (op)
        {
            case BinaryOp.Add:
                TensorPrimitives.Add(a, b, y);
                break;
            case BinaryOp.Subtract:
                TensorPrimitives.Subtract(a, b, y);
                break;
            case BinaryOp.Multiply:
                TensorPrimitives.Multiply(a, b, y);
                break;
            case BinaryOp.Divide:
                TensorPrimitives.Divide(a, b, y);
                break;
            case BinaryOp.Maximum:
                TensorPrimitives.Max(a, b, y);
                break;
            case BinaryOp.Minimum:
                TensorPrimitives.Min(a, b, y);
                break;
            default:
                for (var i = 0; i < y.Length; i++)
                {
                    y[i] = Apply(op, a[i], b[i]);
                }

                break;
        }
    }

    /// <summary>f(a, b) of two numbers.</summary>
    public static float Apply(BinaryOp op, float a, float b) => op switch
    {
        BinaryOp.Add => a + b,
        BinaryOp.Subtract => a - b,
        BinaryOp.Multiply => a * b,
        BinaryOp.Divide => a / b,
        BinaryOp.Maximum => MathF.Max(a, b),
        BinaryOp.Minimum => MathF.Min(a, b),
        BinaryOp.Power => MathF.Pow(a, b),
        _ => b == 0 ? 0 : a / b,
    };

    private static void ApplyScalar(UnaryOp op, float alpha, ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            var v = x[i];
            y[i] = op switch
            {
                UnaryOp.Sign => v > 0 ? 1 : v < 0 ? -1 : v,
                UnaryOp.Expm1 => Expm1(v),
                UnaryOp.Log1p => (float)MathNet.Numerics.SpecialFunctions.Log1p(v),
                UnaryOp.Softplus => Softplus(v),
                UnaryOp.Softsign => v / (1 + MathF.Abs(v)),
                UnaryOp.Erf => (float)MathNet.Numerics.SpecialFunctions.Erf(v),
                UnaryOp.LeakyRelu => v > 0 ? v : alpha * v,
                UnaryOp.Elu => v > 0 ? v : alpha * Expm1(v),
                UnaryOp.Silu => v / (1 + MathF.Exp(-v)),
                _ => throw new NotImplementedError($"The managed backend has no kernel for {op}."),
            };
        }
    }

    private static float Expm1(float x) => (float)MathNet.Numerics.SpecialFunctions.Expm1(x);

    // max(x, 0) + log(1 + exp(-|x|)) does not overflow.
    private static float Softplus(float x) => MathF.Max(x, 0) + (float)MathNet.Numerics.SpecialFunctions.Log1p(Math.Exp(-Math.Abs((double)x)));
}
