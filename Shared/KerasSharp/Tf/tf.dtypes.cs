using KerasSharp.Engine;

namespace KerasSharp;

// The types and marks that Python's programs name: tf.float32, x[..., tf.newaxis].
public static partial class tf
{
    /// <summary>32-bit floating point.</summary>
    public static DType float32 => DType.Float32;

    /// <summary>64-bit floating point.</summary>
    public static DType float64 => DType.Float64;

    /// <summary>16-bit floating point, stored only.</summary>
    public static DType float16 => DType.Float16;

    /// <summary>The upper half of a float32, stored only.</summary>
    public static DType bfloat16 => DType.BFloat16;

    /// <summary>32-bit signed integers.</summary>
    public static DType int32 => DType.Int32;

    /// <summary>64-bit signed integers.</summary>
    public static DType int64 => DType.Int64;

    /// <summary>8-bit unsigned integers.</summary>
    public static DType uint8 => DType.UInt8;

    /// <summary>True or false.</summary>
    public static DType @bool => DType.Bool;

    /// <summary>Between brackets: a new axis of length 1.</summary>
    public static TensorIndex newaxis => TensorIndex.NewAxis;

    /// <summary>Between brackets: Python's <c>...</c>, all axes that no other index names.</summary>
    public static TensorIndex ellipsis => TensorIndex.Ellipsis;
}
