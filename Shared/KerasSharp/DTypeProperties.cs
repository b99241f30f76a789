using KerasSharp.Engine;

namespace KerasSharp;

/// <summary>What Python's programs ask a type for: <c>x.dtype.name</c>, <c>x.dtype == "float32"</c>.</summary>
public static class DTypeProperties
{
    extension(DType dtype)
    {
        /// <summary>The name: <c>float32</c>.</summary>
        public string name => dtype.Name();

        /// <summary>Bytes per element.</summary>
        public int size => dtype.Size();

        /// <summary>Whether values have fractions.</summary>
        public bool is_floating => dtype.IsFloating();

        /// <summary>Whether values are whole numbers; true and false are none.</summary>
        public bool is_integer => dtype is DType.Int32 or DType.Int64 or DType.UInt8;

        /// <summary>The smallest value.</summary>
        /// <exception cref="TypeError">The type is no number's.</exception>
        public double min => dtype switch
        {
            DType.UInt8 => 0,
            DType.Int32 => int.MinValue,
            DType.Int64 => long.MinValue,
            _ when dtype.IsFloating() => -dtype.max,
            _ => throw new TypeError($"Cannot find minimum value of <dtype: '{dtype.Name()}'> with type <dtype: '{dtype.Name()}'>."),
        };

        /// <summary>The largest value; of int64 as a double has it.</summary>
        /// <exception cref="TypeError">The type is no number's.</exception>
        public double max => dtype switch
        {
            DType.Float32 => float.MaxValue,
            DType.Float64 => double.MaxValue,
            DType.Float16 => (double)Half.MaxValue,
            DType.BFloat16 => BitConverter.UInt32BitsToSingle(0x7F7F0000),
            DType.UInt8 => byte.MaxValue,
            DType.Int32 => int.MaxValue,
            DType.Int64 => long.MaxValue,
            _ => throw new TypeError($"Cannot find maximum value of <dtype: '{dtype.Name()}'> with type <dtype: '{dtype.Name()}'>."),
        };

        /// <summary>The type of the elements of NumPy's arrays.</summary>
        /// <exception cref="TypeError">NumSharp has no such arrays.</exception>
        public Type as_numpy_dtype => dtype switch
        {
            DType.Float32 => typeof(float),
            DType.Float64 => typeof(double),
            DType.Float16 => typeof(Half),
            DType.Int32 => typeof(int),
            DType.Int64 => typeof(long),
            DType.UInt8 => typeof(byte),
            DType.Bool => typeof(bool),
            _ => throw new TypeError($"NumSharp has no arrays of {dtype.Name()}."),
        };
    }

    extension(DType)
    {
        /// <summary>Whether the type has this name.</summary>
        public static bool operator ==(DType dtype, string name) => dtype.Name() == name;

        /// <summary>Whether the type has another name.</summary>
        public static bool operator !=(DType dtype, string name) => dtype.Name() != name;
    }
}
