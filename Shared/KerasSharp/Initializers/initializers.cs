using KerasSharp.Initializers;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>Source: <see href="https://keras.io/api/layers/initializers/"/>.</summary>
    public static partial class initializers
    {
        /// <summary>The initializers of a name.</summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Initializer get(string identifier) => throw new ValueError($"Unknown initializers: '{identifier}'.");
    }
}
