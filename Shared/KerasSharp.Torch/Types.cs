using KerasSharp.Engine;
using ScalarType = TorchSharp.torch.ScalarType;

namespace KerasSharp.Torch;

/// <summary>The engine's types and shapes in libtorch's words.</summary>
internal static class Types
{
    /// <summary>The element type.</summary>
    public static ScalarType Of(DType dtype) => dtype switch
    {
        DType.Float32 => ScalarType.Float32,
        DType.Int32 => ScalarType.Int32,
        DType.UInt8 => ScalarType.Byte,
        DType.Int64 => ScalarType.Int64,
        DType.Float64 => ScalarType.Float64,
        DType.Float16 => ScalarType.Float16,
        DType.BFloat16 => ScalarType.BFloat16,
        _ => ScalarType.Bool,
    };

    /// <summary>A shape.</summary>
    public static long[] Long(ReadOnlySpan<int> dims)
    {
        var result = new long[dims.Length];
        for (var i = 0; i < dims.Length; i++)
        {
            result[i] = dims[i];
        }

        return result;
    }
}
