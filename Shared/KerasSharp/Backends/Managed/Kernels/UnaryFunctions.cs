using System.Numerics;
using System.Numerics.Tensors;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Functions of each element, on .NET's own vectorized primitives where it has them. float32's relu, tanh and sigmoid are in
/// <see cref="ActivationKernels"/>.
/// </summary>
internal static class UnaryFunctions
{
    /// <summary>y = f(x) of floating point numbers.</summary>
    public static void Apply<T>(UnaryOp op, float alpha, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (op)
        {
            case UnaryOp.Abs: TensorPrimitives.Abs(x, y); break;
            case UnaryOp.Negative: TensorPrimitives.Negate(x, y); break;
            case UnaryOp.Square: TensorPrimitives.Multiply(x, x, y); break;
            case UnaryOp.Sqrt: TensorPrimitives.Sqrt(x, y); break;
            case UnaryOp.Rsqrt: TensorPrimitives.ReciprocalSqrt(x, y); break;
            case UnaryOp.Exp: TensorPrimitives.Exp(x, y); break;
            case UnaryOp.Log: TensorPrimitives.Log(x, y); break;
            case UnaryOp.Sin: TensorPrimitives.Sin(x, y); break;
            case UnaryOp.Cos: TensorPrimitives.Cos(x, y); break;
            case UnaryOp.Tan: TensorPrimitives.Tan(x, y); break;
            case UnaryOp.Floor: TensorPrimitives.Floor(x, y); break;
            case UnaryOp.Ceil: TensorPrimitives.Ceiling(x, y); break;
            case UnaryOp.Round: TensorPrimitives.Round(x, y); break;
            case UnaryOp.Reciprocal: TensorPrimitives.Divide(T.One, x, y); break;
            default: ApplyOneByOne(op, T.CreateTruncating(alpha), x, y); break;
        }
    }

    /// <summary>y = f(x) of integers, which wrap around.</summary>
    public static void ApplyToIntegers<T>(UnaryOp op, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 0; i < y.Length; i++)
        {
            var v = x[i];
            y[i] = op switch
            {
                UnaryOp.Abs => T.IsNegative(v) ? T.Zero - v : v,
                UnaryOp.Negative => T.Zero - v,
                UnaryOp.Sign => T.IsNegative(v) ? T.Zero - T.One : T.IsZero(v) ? T.Zero : T.One,
                UnaryOp.Square => v * v,
                _ => throw new NotImplementedError($"The managed backend has no kernel for {op} of {typeof(T).Name}."),
            };
        }
    }

    private static void ApplyOneByOne<T>(UnaryOp op, T alpha, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < y.Length; i++)
        {
            var v = x[i];
            y[i] = op switch
            {
                UnaryOp.Sign => v > T.Zero ? T.One : v < T.Zero ? -T.One : v,
                UnaryOp.Expm1 => Expm1(v),
                UnaryOp.Log1p => Log1p(v),
                UnaryOp.Asin => T.Asin(v),
                UnaryOp.Acos => T.Acos(v),
                UnaryOp.Atan => T.Atan(v),
                UnaryOp.Sinh => T.Sinh(v),
                UnaryOp.Cosh => T.Cosh(v),
                UnaryOp.Asinh => T.Asinh(v),
                UnaryOp.Acosh => T.Acosh(v),
                UnaryOp.Atanh => T.Atanh(v),
                UnaryOp.Tanh => T.Tanh(v),
                UnaryOp.Sigmoid => T.One / (T.One + T.Exp(-v)),
                UnaryOp.Softplus => Softplus(v),
                UnaryOp.Softsign => v / (T.One + T.Abs(v)),
                UnaryOp.Erf => T.CreateTruncating(MathNet.Numerics.SpecialFunctions.Erf(double.CreateTruncating(v))),
                UnaryOp.Relu => T.Max(v, T.Zero),
                UnaryOp.LeakyRelu => v > T.Zero ? v : alpha * v,
                UnaryOp.Elu => v > T.Zero ? v : alpha * Expm1(v),
                UnaryOp.Silu => v / (T.One + T.Exp(-v)),
                _ => throw new NotImplementedError($"The managed backend has no kernel for {op}."),
            };
        }
    }

    // exp(x) - 1 loses the last digits of a small x, and so does log(exp(x)): by their ratio they come back (Kahan's method).
    private static T Expm1<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var exact = double.CreateTruncating(x);
        var power = Math.Exp(exact);
        return Math.Abs(exact) > 1 ? T.CreateTruncating(power - 1) : power == 1 ? x : T.CreateTruncating((power - 1) * (exact / Math.Log(power)));
    }

    // .NET's own adds 1 first, which loses a small x.
    private static T Log1p<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.CreateTruncating(MathNet.Numerics.SpecialFunctions.Log1p(double.CreateTruncating(x)));

    // max(x, 0) + log(1 + exp(-|x|)) does not overflow.
    private static T Softplus<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Max(x, T.Zero) + T.CreateTruncating(MathNet.Numerics.SpecialFunctions.Log1p(Math.Exp(-Math.Abs(double.CreateTruncating(x)))));
}
