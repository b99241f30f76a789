using KerasSharp.Engine;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class initializers
        {
            /// <summary>All elements zero.</summary>
            public static Initializers.Zeros Zeros() => new();

            /// <inheritdoc cref="Zeros"/>
            public static Initializers.Zeros zeros() => new();
        }
    }
}

namespace KerasSharp.Initializers
{
    /// <summary>All elements zero. Source: <see href="https://keras.io/api/layers/initializers/#zeros-class"/>.</summary>
    public class Zeros : Initializer
    {
        /// <inheritdoc/>
        public override Tensor call(ReadOnlySpan<int> shape, string dtype = "float32") => keras.ops.cast(Tensor.Full(0, shape.ToArray()), dtype);
    }
}
