using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>
    /// Penalties on weights and outputs that join the loss. A name such as <c>"l2"</c> serves wherever a regularizer does.
    /// Source: <see href="https://keras.io/api/layers/regularizers/"/>.
    /// </summary>
    public static partial class regularizers
    {
        /// <summary>A new regularizer of a name. <c>l1_l2</c> has the penalties 0.01 and 0.01, <c>L1L2</c> the class's defaults 0 and 0.</summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Regularizer get(string identifier) => ExportTable.FindNamed(nameof(regularizers), identifier)?.Make?.Invoke() as Regularizer
            ?? throw ObjectRegistry.Unknown("regularizer", identifier);

        /// <summary>The configuration that <see cref="deserialize"/> makes the same regularizer of.</summary>
        public static Config serialize(Regularizer regularizer) => ObjectRegistry.Serialize(regularizer)!;

        /// <summary>The regularizer of a configuration.</summary>
        /// <exception cref="ValueError">The class is unknown.</exception>
        public static Regularizer deserialize(Config config) => (Regularizer)ObjectRegistry.Deserialize(config, "regularizers");

        /// <summary>A penalty as Keras keeps it, rounded to float32; it must be a number.</summary>
        internal static double Penalty(double x) => double.IsFinite(x) ? (float)x
            : throw new ValueError($"Value: {x} is not a valid regularization penalty number, expected an int or float value.");
    }
}
