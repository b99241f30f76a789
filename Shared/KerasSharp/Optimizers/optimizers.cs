using KerasSharp.Optimizers;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>What changes the weights in training. Source: <see href="https://keras.io/api/optimizers/"/>.</summary>
    public static partial class optimizers
    {
        private static readonly Dictionary<string, Func<Optimizer>> Known = new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(Adadelta)] = () => Adadelta(),
            [nameof(Adagrad)] = () => Adagrad(),
            [nameof(Adam)] = () => Adam(),
            [nameof(Adamax)] = () => Adamax(),
            [nameof(Ftrl)] = () => Ftrl(),
            [nameof(Nadam)] = () => Nadam(),
            [nameof(RMSprop)] = () => RMSprop(),
            [nameof(SGD)] = () => SGD(),
        };

        /// <summary>
        /// The optimizer of a name, in capitals or not: <c>"adam"</c>, <c>"SGD"</c>. Keras 2.15 has no strings for AdamW, Lion and Adafactor.
        /// </summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Optimizer get(string identifier)
        {
            if (!Known.TryGetValue(identifier, out var make))
            {
                throw new ValueError($"Unknown optimizer: '{identifier}'. Please ensure you are using a `keras.utils.custom_object_scope` and that this object "
                    + "is included in the scope. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details.");
            }

            var optimizer = make();
            optimizer.identifier = identifier;
            return optimizer;
        }

        /// <summary>An optimizer as it is.</summary>
        public static Optimizer get(Optimizer identifier) => identifier;
    }
}
