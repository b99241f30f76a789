using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>Functions of two elements of a kind of numbers.</summary>
internal interface IBinaryFunctions<T>
    where T : unmanaged
{
    /// <summary>Whether a quotient has a fraction, and zero divides.</summary>
    static abstract bool HasFractions { get; }

    /// <summary>f(a, b) of two numbers.</summary>
    static abstract T Apply(BinaryOp op, T a, T b);
}

/// <summary>Functions of two floating point numbers.</summary>
internal readonly struct FloatFunctions<T> : IBinaryFunctions<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static bool HasFractions => true;

    /// <inheritdoc/>
    public static T Apply(BinaryOp op, T a, T b) => op switch
    {
        BinaryOp.Add => a + b,
        BinaryOp.Subtract => a - b,
        BinaryOp.Multiply => a * b,
        BinaryOp.Divide => a / b,
        BinaryOp.Maximum => T.Max(a, b),
        BinaryOp.Minimum => T.Min(a, b),
        BinaryOp.Power => T.Pow(a, b),
        BinaryOp.FloorDivide => T.Floor(a / b),
        BinaryOp.FloorModulo => FloorModulo(a, b),
        BinaryOp.Atan2 => T.Atan2(a, b),
        _ => b == T.Zero ? T.Zero : a / b,
    };

    // The remainder is exact where a - floor(a / b) · b would round.
    private static T FloorModulo(T a, T b)
    {
        var rest = a % b;
        return rest != T.Zero && T.IsNegative(rest) != T.IsNegative(b) ? rest + b : rest;
    }
}

/// <summary>Functions of two integers, which wrap around.</summary>
internal readonly struct IntegerFunctions<T> : IBinaryFunctions<T>
    where T : unmanaged, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static bool HasFractions => false;

    /// <inheritdoc/>
    public static T Apply(BinaryOp op, T a, T b) => op switch
    {
        BinaryOp.Add => a + b,
        BinaryOp.Subtract => a - b,
        BinaryOp.Multiply => a * b,
        BinaryOp.Divide => Quotient(a, b),
        BinaryOp.Maximum => T.Max(a, b),
        BinaryOp.Minimum => T.Min(a, b),
        BinaryOp.Power => Power(a, b),
        BinaryOp.FloorDivide => FloorDivide(a, b),
        BinaryOp.FloorModulo => a - (FloorDivide(a, b) * b),
        BinaryOp.DivideNoNan => T.IsZero(b) ? T.Zero : Quotient(a, b),
        _ => throw new NotImplementedError($"The managed backend has no kernel for {op} of {typeof(T).Name}."),
    };

    // The smallest number over -1 traps the processor, though the negative that wraps around is the answer.
    private static T Quotient(T a, T b) => T.IsZero(b) ? throw new ValueError("Integer division by zero")
        : T.IsNegative(b) && b == T.Zero - T.One ? T.Zero - a : a / b;

    private static T FloorDivide(T a, T b)
    {
        var quotient = Quotient(a, b);
        return T.IsNegative(a) != T.IsNegative(b) && quotient * b != a ? quotient - T.One : quotient;
    }

    private static T Power(T a, T exponent)
    {
        if (T.IsNegative(exponent)) throw new ValueError("Integers to negative integer powers are not allowed.");
        var result = T.One;
        for (; !T.IsZero(exponent); exponent >>= 1, a *= a)
        {
            if (T.IsOddInteger(exponent)) result *= a;
        }

        return result;
    }
}
