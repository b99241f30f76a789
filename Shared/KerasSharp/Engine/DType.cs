namespace KerasSharp.Engine;

/// <summary>
/// The element types of a <see cref="Tensor"/>. float32 computes everything; float64 and the integers compute element by element; float16
/// and bfloat16 are stored only: cast them before you compute.
/// </summary>
public enum DType
{
    /// <summary>32-bit IEEE floating point: what layers compute in.</summary>
    Float32,

    /// <summary>32-bit signed integer: labels and indices.</summary>
    Int32,

    /// <summary>8-bit unsigned integer: images.</summary>
    UInt8,

    /// <summary>One byte, 0 or 1: results of comparisons, masks.</summary>
    Bool,

    /// <summary>64-bit signed integer: labels and indices as NumPy makes them.</summary>
    Int64,

    /// <summary>64-bit IEEE floating point.</summary>
    Float64,

    /// <summary>16-bit IEEE floating point, stored only.</summary>
    Float16,

    /// <summary>The upper half of a float32, stored only.</summary>
    BFloat16,
}

/// <summary>Names and sizes of element types.</summary>
public static class DTypes
{
    private static readonly string[] Names = ["float32", "int32", "uint8", "bool", "int64", "float64", "float16", "bfloat16"];
    private static readonly int[] Sizes = [4, 4, 1, 1, 8, 8, 2, 2];

    /// <summary>Python's name: <c>float32</c>, <c>int32</c>, <c>uint8</c>, <c>bool</c>, …</summary>
    public static string Name(this DType dtype) => Names[(int)dtype];

    /// <summary>Bytes per element.</summary>
    public static int Size(this DType dtype) => Sizes[(int)dtype];

    /// <summary>Whether values have fractions: the types that have gradients.</summary>
    public static bool IsFloating(this DType dtype) => dtype is DType.Float32 or DType.Float64 or DType.Float16 or DType.BFloat16;

    /// <summary>The type of a Python name.</summary>
    /// <exception cref="TypeError">The engine has no such type.</exception>
    public static DType Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var index ? (DType)index : name switch
    {
        "float" => DType.Float32,
        "int" => DType.Int32,
        "half" => DType.Float16,
        "double" => DType.Float64,
        _ => throw new TypeError($"Unsupported dtype: '{name}'. Expected one of: {string.Join(", ", Names)}."),
    };

    /// <summary>The type that holds values of <typeparamref name="T"/>.</summary>
    internal static DType Of<T>()
        where T : unmanaged => default(T) switch
        {
            float => DType.Float32,
            int => DType.Int32,
            byte => DType.UInt8,
            bool => DType.Bool,
            long => DType.Int64,
            double => DType.Float64,
            Half => DType.Float16,
            _ => throw new TypeError($"A tensor cannot hold elements of type {typeof(T).Name}. Expected one of: float, int, byte, bool, long, double, Half."),
        };
}
