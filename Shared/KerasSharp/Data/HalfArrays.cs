using NumSharp;

namespace KerasSharp;

/// <summary>float16 arrays, which tensors do not hold: their numbers become float32.</summary>
internal static class HalfArrays
{
    /// <summary>The array itself, or its numbers as float32 if it holds float16.</summary>
    public static NDArray ToSingle(NDArray array) => array.typecode == NPTypeCode.Half ? array.astype(typeof(float)) : array;
}
