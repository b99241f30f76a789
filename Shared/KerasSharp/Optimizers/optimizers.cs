using KerasSharp.Optimizers;
using KerasSharp.Saving;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>What changes the weights in training. Source: <see href="https://keras.io/api/optimizers/"/>.</summary>
    public static partial class optimizers
    {
        // Keras 2.15 has no strings for these.
        private static readonly HashSet<string> WithoutString = [nameof(AdamW), nameof(Lion), nameof(Adafactor)];

        /// <summary>
        /// The optimizer of a name, in capitals or not: <c>"adam"</c>, <c>"SGD"</c>. Keras 2.15 has no strings for AdamW, Lion and Adafactor.
        /// </summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Optimizer get(string identifier)
        {
            var name = ExportTable.ClassNames(nameof(optimizers))
                .FirstOrDefault(n => n.Equals(identifier, StringComparison.OrdinalIgnoreCase) && !WithoutString.Contains(n));
            var optimizer = name is null ? throw ObjectRegistry.Unknown("optimizer", identifier)
                : (Optimizer)ExportTable.FindClass(nameof(optimizers), name)!.Make!();
            optimizer.identifier = identifier;
            return optimizer;
        }

        /// <summary>An optimizer as it is.</summary>
        public static Optimizer get(Optimizer identifier) => identifier;

        /// <summary><c>{"module", "class_name", "config", "registered_name"}</c>, under the module that Keras 2.15 names.</summary>
        public static Config serialize(Optimizer optimizer)
        {
            ArgumentNullException.ThrowIfNull(optimizer);
            var config = ObjectRegistry.Serialize(optimizer)!;
            if (optimizer is not (Optimizers.Adam or Optimizers.AdamW or Optimizers.Adafactor or Optimizers.Lion) && config["module"] is "keras.optimizers")
            {
                config["module"] = "keras.optimizers.experimental";
            }

            return config;
        }

        /// <summary>
        /// The optimizer of a string, or of a configuration as <see cref="serialize"/> and Keras's files hold it (<c>Custom&gt;Adam</c> too).
        /// </summary>
        /// <exception cref="ValueError">The name is unknown, or an argument belongs to the optimizers before Keras 2.11.</exception>
        /// <exception cref="TypeError">There is no such argument.</exception>
        public static Optimizer deserialize(object config)
        {
            if (config is string identifier)
            {
                return get(identifier);
            }

            if (config is not Config given)
            {
                throw new ValueError($"Could not interpret optimizer identifier: {config}");
            }

            // What the machine that wrote it could do, and which of two implementations it used, does not matter here.
            given = ObjectRegistry.Without(given, "jit_compile", "is_legacy_optimizer");
            given["module"] = (given.GetValueOrDefault("module") as string ?? "keras.optimizers").Replace(".experimental", "", StringComparison.Ordinal);
            given["class_name"] = (given.GetValueOrDefault("class_name") as string)?.Replace("Custom>", "", StringComparison.Ordinal);
            if (given["module"] is "keras.optimizers")
            {
                CheckArguments(given);
            }

            return (Optimizer)ObjectRegistry.Deserialize(given, nameof(optimizers));
        }

        private static void CheckArguments(Config config)
        {
            var className = config["class_name"] as string ?? "";
            var parameters = ObjectRegistry.FindFactory(nameof(optimizers), className)?.GetParameters() ?? [];
            foreach (var name in ((Config)config["config"]!).Keys.Where(key => parameters.Length > 0 && !Array.Exists(parameters, p => p.Name == key)))
            {
                throw name == "decay"
                    ? new ValueError("decay is deprecated in the new Keras optimizer, please check the docstring for valid arguments, "
                        + $"or use the legacy optimizer, e.g., tf.keras.optimizers.legacy.{className}.")
                    : new TypeError($"{name} is not a valid argument, kwargs should be empty  for `optimizer_experimental.Optimizer`.");
            }
        }
    }
}
