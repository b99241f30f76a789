namespace KerasSharp.Backends;

/// <summary>Functions of one element. Those with a parameter say what alpha is.</summary>
public enum UnaryOp
{
    Abs, Negative, Sign, Square, Sqrt, Rsqrt, Exp, Expm1, Log, Log1p, Sin, Cos, Tan, Asin, Acos, Atan, Sinh, Cosh, Asinh, Acosh, Atanh,
    Floor, Ceil, Round, Reciprocal,
    Tanh, Sigmoid, Softplus, Softsign, Erf,

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
    Add, Subtract, Multiply, Divide, Maximum, Minimum, Power,

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
    Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual,
}

/// <summary>Reductions.</summary>
public enum ReduceOp
{
    Sum, Mean, Max, Min, Prod,
}

/// <summary>Kinds of pooling.</summary>
public enum PoolOp
{
    Max, Average,
}

/// <summary>Activations that a convolution or matrix product can apply to its result while it is still in the cache.</summary>
public enum FusedActivation
{
    None, Relu, Tanh, Sigmoid,
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
