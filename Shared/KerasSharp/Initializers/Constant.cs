using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class initializers
        {
            /// <summary>All elements <paramref name="value"/>.</summary>
            public static Initializers.Constant Constant(double value = 0) => new(value);

            /// <inheritdoc cref="Constant"/>
            public static Initializers.Constant constant(double value = 0) => new(value);
        }
    }
}

namespace KerasSharp.Initializers
{
    /// <summary>All elements one value. Source: <see href="https://keras.io/api/layers/initializers/#constant-class"/>.</summary>
    public class Constant(double value = 0) : Initializer
    {
        /// <summary>The value.</summary>
        public double value { get; } = value;

        /// <inheritdoc/>
        public override Tensor call(ReadOnlySpan<int> shape, string dtype = "float32") => keras.ops.cast(Tensor.Full((float)value, shape.ToArray()), dtype);

        /// <inheritdoc/>
        public override Config get_config() => new() { ["value"] = Config.Number(value) };
    }
}
