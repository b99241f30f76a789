namespace KerasSharp.Backends;

/// <summary>Functions of one element. Those with a parameter say what alpha is.</summary>
public enum UnaryOp
{
    /// <summary>|x|.</summary>
    Abs,

    /// <summary>-x.</summary>
    Negative,

    /// <summary>-1, 0 or 1.</summary>
    Sign,

    /// <summary>x².</summary>
    Square,

    /// <summary>√x.</summary>
    Sqrt,

    /// <summary>1 / √x.</summary>
    Rsqrt,

    /// <summary>eˣ.</summary>
    Exp,

    /// <summary>eˣ - 1, exact near 0.</summary>
    Expm1,

    /// <summary>ln x.</summary>
    Log,

    /// <summary>ln(1 + x), exact near 0.</summary>
    Log1p,

    /// <summary>Sine of an angle in radians.</summary>
    Sin,

    /// <summary>Cosine of an angle in radians.</summary>
    Cos,

    /// <summary>Tangent of an angle in radians.</summary>
    Tan,

    /// <summary>Inverse sine, in radians.</summary>
    Asin,

    /// <summary>Inverse cosine, in radians.</summary>
    Acos,

    /// <summary>Inverse tangent, in radians.</summary>
    Atan,

    /// <summary>Hyperbolic sine.</summary>
    Sinh,

    /// <summary>Hyperbolic cosine.</summary>
    Cosh,

    /// <summary>Inverse hyperbolic sine.</summary>
    Asinh,

    /// <summary>Inverse hyperbolic cosine.</summary>
    Acosh,

    /// <summary>Inverse hyperbolic tangent.</summary>
    Atanh,

    /// <summary>The largest integer that is not above x.</summary>
    Floor,

    /// <summary>The smallest integer that is not below x.</summary>
    Ceil,

    /// <summary>The nearest integer; of two the even one.</summary>
    Round,

    /// <summary>1 / x.</summary>
    Reciprocal,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    Sigmoid,

    /// <summary>ln(1 + eˣ).</summary>
    Softplus,

    /// <summary>x / (1 + |x|).</summary>
    Softsign,

    /// <summary>The error function.</summary>
    Erf,

    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>x where x &gt; 0, else alpha · x.</summary>
    LeakyRelu,

    /// <summary>x where x &gt; 0, else alpha · (exp(x) - 1).</summary>
    Elu,

    /// <summary>x · sigmoid(x).</summary>
    Silu,
}

/// <summary>Functions of two elements.</summary>
public enum BinaryOp
{
    /// <summary>a + b.</summary>
    Add,

    /// <summary>a - b.</summary>
    Subtract,

    /// <summary>a · b.</summary>
    Multiply,

    /// <summary>a / b.</summary>
    Divide,

    /// <summary>The larger of both.</summary>
    Maximum,

    /// <summary>The smaller of both.</summary>
    Minimum,

    /// <summary>a to the power of b.</summary>
    Power,

    /// <summary>floor(a / b): rounds towards minus infinity, integers too.</summary>
    FloorDivide,

    /// <summary>a - floor(a / b) · b: the sign of b, as Python's %.</summary>
    FloorModulo,

    /// <summary>The angle of the point (b, a), in radians.</summary>
    Atan2,

    /// <summary>a / b, and 0 where b is 0 (TensorFlow's <c>div_no_nan</c>).</summary>
    DivideNoNan,
}

/// <summary>Comparisons of two elements.</summary>
public enum CompareOp
{
    /// <summary>a = b.</summary>
    Equal,

    /// <summary>a ≠ b.</summary>
    NotEqual,

    /// <summary>a &lt; b.</summary>
    Less,

    /// <summary>a ≤ b.</summary>
    LessEqual,

    /// <summary>a &gt; b.</summary>
    Greater,

    /// <summary>a ≥ b.</summary>
    GreaterEqual,
}

/// <summary>Reductions.</summary>
public enum ReduceOp
{
    /// <summary>The sum.</summary>
    Sum,

    /// <summary>The mean.</summary>
    Mean,

    /// <summary>The largest element.</summary>
    Max,

    /// <summary>The smallest element.</summary>
    Min,

    /// <summary>The product.</summary>
    Prod,
}

/// <summary>Kinds of pooling.</summary>
public enum PoolOp
{
    /// <summary>The largest element of a window.</summary>
    Max,

    /// <summary>The mean of a window.</summary>
    Average,
}

/// <summary>Activations that a convolution or matrix product can apply to its result while it is still in the cache.</summary>
public enum FusedActivation
{
    /// <summary>No activation.</summary>
    None,

    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    Sigmoid,
}

/// <summary>The sizes of a 2-D convolution. <c>Pad*</c> is what lies before the data; what lies behind follows from the output's size.</summary>
public readonly record struct Conv2DGeometry(
    int Batch, int Height, int Width, int Channels,
    int KernelHeight, int KernelWidth,
    int OutputHeight, int OutputWidth, int Filters,
    int StrideHeight, int StrideWidth,
    int DilationHeight, int DilationWidth,
    int PadTop, int PadLeft, int Groups);

/// <summary>The sizes of a 2-D pooling.</summary>
public readonly record struct Pool2DGeometry(
    int Batch, int Height, int Width, int Channels,
    int PoolHeight, int PoolWidth,
    int OutputHeight, int OutputWidth,
    int StrideHeight, int StrideWidth,
    int PadTop, int PadLeft);

/// <summary>
/// The scalars of one Adam step: <c>Alpha</c> is the learning rate with both bias corrections, <c>Rate1</c> and <c>Rate2</c> are 1 - β₁ and
/// 1 - β₂. These are rounded once: 1 - 0.999f is not 0.001f, but 1.3e-5 of it less.
/// </summary>
public readonly record struct AdamStep(float Alpha, float Rate1, float Rate2, float Epsilon);
