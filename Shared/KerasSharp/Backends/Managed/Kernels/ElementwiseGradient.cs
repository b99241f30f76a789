namespace KerasSharp.Backends.Managed;

/// <summary>dx = dy · f'(x), from whichever of x and y = f(x) is cheaper.</summary>
internal static unsafe class ElementwiseGradient
{
    private static readonly float TwoOverRootPi = (float)(2 / Math.Sqrt(Math.PI));

    /// <summary>The gradient of <see cref="UnaryFunctions.Apply"/>.</summary>
    public static void Apply(UnaryOp op, float alpha, float* x, float* y, float* dy, float* dx, int n)
    {
        for (var i = 0; i < n; i++)
        {
            // The switch is on a value that does not change in the loop: the branch predictor makes it free.
            dx[i] = dy[i] * op switch
            {
                UnaryOp.Abs => x[i] > 0 ? 1 : x[i] < 0 ? -1 : 0,
                UnaryOp.Negative => -1,
                UnaryOp.Square => 2 * x[i],
                UnaryOp.Sqrt => 0.5f / y[i],
                UnaryOp.Rsqrt => -0.5f * y[i] * y[i] * y[i],
                UnaryOp.Exp => y[i],
                UnaryOp.Expm1 => y[i] + 1,
                UnaryOp.Log => 1 / x[i],
                UnaryOp.Log1p => 1 / (1 + x[i]),
                UnaryOp.Sin => MathF.Cos(x[i]),
                UnaryOp.Cos => -MathF.Sin(x[i]),
                UnaryOp.Tan => 1 + (y[i] * y[i]),
                UnaryOp.Asin => 1 / MathF.Sqrt(1 - (x[i] * x[i])),
                UnaryOp.Acos => -1 / MathF.Sqrt(1 - (x[i] * x[i])),
                UnaryOp.Atan => 1 / (1 + (x[i] * x[i])),
                UnaryOp.Sinh => MathF.Cosh(x[i]),
                UnaryOp.Cosh => MathF.Sinh(x[i]),
                UnaryOp.Asinh => 1 / MathF.Sqrt((x[i] * x[i]) + 1),
                UnaryOp.Acosh => 1 / MathF.Sqrt((x[i] * x[i]) - 1),
                UnaryOp.Atanh => 1 / (1 - (x[i] * x[i])),
                UnaryOp.Reciprocal => -y[i] * y[i],
                UnaryOp.Softplus => 1 / (1 + MathF.Exp(-x[i])),
                UnaryOp.Softsign => 1 / ((1 + MathF.Abs(x[i])) * (1 + MathF.Abs(x[i]))),
                UnaryOp.Erf => TwoOverRootPi * MathF.Exp(-x[i] * x[i]),
                UnaryOp.LeakyRelu => x[i] > 0 ? 1 : alpha,
                UnaryOp.Elu => x[i] > 0 ? 1 : y[i] + alpha,
                UnaryOp.Silu => SiluDerivative(x[i], y[i]),
                _ => 0, // sign, floor, ceil and round are flat
            };
        }
    }

    private static float SiluDerivative(float x, float y)
    {
        var sigmoid = 1 / (1 + MathF.Exp(-x));
        return sigmoid + (y * (1 - sigmoid));
    }
}
