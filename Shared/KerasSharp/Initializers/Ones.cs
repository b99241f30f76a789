using KerasSharp.Engine;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class initializers
        {
            /// <summary>All elements one.</summary>
            public static Initializers.Ones Ones() => new();

            /// <inheritdoc cref="Ones"/>
            public static Initializers.Ones ones() => new();
        }
    }
}

namespace KerasSharp.Initializers
{
    /// <summary>All elements one. Source: <see href="https://keras.io/api/layers/initializers/#ones-class"/>.</summary>
    public class Ones : Initializer
    {
        /// <inheritdoc/>
        public override Tensor call(ReadOnlySpan<int> shape, string dtype = "float32") => keras.ops.cast(Tensor.Full(1, shape.ToArray()), dtype);
    }
}
