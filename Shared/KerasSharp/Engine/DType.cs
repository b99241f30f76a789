namespace KerasSharp.Engine;

/// <summary>The element types of a <see cref="Tensor"/>. float32 computes; the others carry labels, images, masks.</summary>
public enum DType
{
    /// <summary>32-bit IEEE floating point, the only type that has gradients.</summary>
    Float32,

    /// <summary>32-bit signed integer: labels and indices.</summary>
    Int32,

    /// <summary>8-bit unsigned integer: images.</summary>
    UInt8,

    /// <summary>One byte, 0 or 1: results of comparisons, masks.</summary>
    Bool,
}

/// <summary>Names and sizes of element types.</summary>
public static class DTypes
{
    /// <summary>Python's name: <c>float32</c>, <c>int32</c>, <c>uint8</c>, <c>bool</c>.</summary>
    public static string Name(this DType dtype) => dtype switch
    {
        DType.Float32 => "float32",
        DType.Int32 => "int32",
        DType.UInt8 => "uint8",
        _ => "bool",
    };

    /// <summary>Bytes per element.</summary>
    public static int Size(this DType dtype) => dtype is DType.Float32 or DType.Int32 ? 4 : 1;

    /// <summary>The type of a Python name.</summary>
    /// <exception cref="TypeError">The engine has no such type.</exception>
    public static DType Parse(string name) => name switch
    {
        "float32" or "float" => DType.Float32,
        "int32" or "int" => DType.Int32,
        "uint8" => DType.UInt8,
        "bool" => DType.Bool,
        _ => throw new TypeError($"Unsupported dtype: '{name}'. Expected one of: float32, int32, uint8, bool."),
    };

    /// <summary>The type that holds values of <typeparamref name="T"/>.</summary>
    internal static DType Of<T>()
        where T : unmanaged => default(T) switch
        {
            float => DType.Float32,
            int => DType.Int32,
            byte => DType.UInt8,
            bool => DType.Bool,
            _ => throw new TypeError($"A tensor cannot hold elements of type {typeof(T).Name}. Expected one of: float, int, byte, bool."),
        };
}
