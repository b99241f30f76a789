using KerasSharp.Backends;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>
    /// Which backend computes. Source: <see href="https://keras.io/api/utils/config_utils/"/>.
    /// </summary>
    public static partial class config
    {
        /// <summary>The backend in use: <c>managed</c> (C#, the default) or <c>torch</c> (libtorch).</summary>
        /// <exception cref="ValueError">The environment variable <c>KERAS_BACKEND</c> names no backend that is there.</exception>
        public static string backend() => Backend.Current.Name;

        /// <summary>
        /// Chooses the backend, before the first tensor is made: tensors and models of another backend can no longer be used. The
        /// environment variable <c>KERAS_BACKEND</c> does the same from outside.
        /// </summary>
        /// <param name="backend"><c>managed</c> or <c>torch</c>.</param>
        /// <exception cref="ValueError">There is no such backend, or it is not beside the program.</exception>
        /// <exception cref="RuntimeError">Its native library cannot be loaded.</exception>
        public static void set_backend(string backend) => Backend.Use(backend);
    }
}
