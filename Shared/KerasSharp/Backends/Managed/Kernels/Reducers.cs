using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>What a reduction does with two elements.</summary>
internal interface IReducer<T>
{
    /// <summary>The reduction of no element.</summary>
    static abstract T Start { get; }

    /// <summary>The reduction of what two reductions gave.</summary>
    static abstract T Combine(T a, T b);
}

/// <summary>a + b.</summary>
internal readonly struct SumReducer<T> : IReducer<T>
    where T : INumber<T>
{
    public static T Start => T.Zero;

    public static T Combine(T a, T b) => a + b;
}

/// <summary>a · b.</summary>
internal readonly struct ProductReducer<T> : IReducer<T>
    where T : INumber<T>
{
    public static T Start => T.One;

    public static T Combine(T a, T b) => a * b;
}

/// <summary>The larger of two; NaN if one is.</summary>
internal readonly struct MaximumReducer<T> : IReducer<T>
    where T : INumber<T>
{
    public static T Start => T.CreateSaturating(double.NegativeInfinity);

    public static T Combine(T a, T b) => T.Max(a, b);
}

/// <summary>The smaller of two; NaN if one is.</summary>
internal readonly struct MinimumReducer<T> : IReducer<T>
    where T : INumber<T>
{
    public static T Start => T.CreateSaturating(double.PositiveInfinity);

    public static T Combine(T a, T b) => T.Min(a, b);
}
