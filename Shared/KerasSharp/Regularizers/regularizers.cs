using KerasSharp.Regularizers;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>Source: <see href="https://keras.io/api/layers/regularizers/"/>.</summary>
    public static partial class regularizers
    {
        /// <summary>The regularizers of a name.</summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Regularizer get(string identifier) => throw new ValueError($"Unknown regularizers: '{identifier}'.");
    }
}
