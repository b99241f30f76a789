using KerasSharp.Initializers;
using KerasSharp.Saving;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>
    /// How the first values of weights are drawn. A name such as <c>"he_normal"</c> serves wherever an initializer does.
    /// Source: <see href="https://keras.io/api/layers/initializers/"/>.
    /// </summary>
    public static partial class initializers
    {
        /// <summary>A new initializer of a name: a class's (<c>HeNormal</c>), or the same in lower case (<c>he_normal</c>).</summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Initializer get(string identifier) => ExportTable.FindNamed(nameof(initializers), identifier)?.Make?.Invoke() as Initializer
            ?? throw ObjectRegistry.Unknown("initializer", identifier);

        /// <summary>The configuration that <see cref="deserialize"/> makes the same initializer of.</summary>
        public static Config serialize(Initializer initializer) => ObjectRegistry.Serialize(initializer)!;

        /// <summary>The initializer of a configuration.</summary>
        /// <exception cref="ValueError">The class is unknown.</exception>
        public static Initializer deserialize(Config config) => (Initializer)ObjectRegistry.Deserialize(config, "initializers");
    }
}
