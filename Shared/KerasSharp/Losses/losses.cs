using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Saving;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>
    /// What training makes small: as objects (<c>MeanSquaredError()</c>) and as functions of (y_true, y_pred) that give each sample's loss.
    /// Source: <see href="https://keras.io/api/losses/"/>.
    /// </summary>
    public static partial class losses
    {
        /// <summary>The loss of a name: <c>"mse"</c>, <c>"categorical_crossentropy"</c>, <c>"MeanSquaredError"</c>.</summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Loss get(string identifier)
        {
            var loss = ExportTable.FindNamed(nameof(losses), identifier)?.Make?.Invoke() as Loss ?? throw ObjectRegistry.Unknown("loss function", identifier);
            loss.identifier = identifier;
            return loss;
        }

        /// <summary>A function of (y_true, y_pred) as a loss.</summary>
        public static Loss get(Func<Tensor, Tensor, Tensor> identifier) => new LossFunctionWrapper(identifier);

        /// <summary>A loss as it is.</summary>
        public static Loss get(Loss identifier) => identifier;

        /// <summary>
        /// What a configuration holds of a loss: the string it was asked for by, a function's name, or <c>{"module", "class_name", "config"}</c>.
        /// </summary>
        public static object serialize(Loss loss)
        {
            ArgumentNullException.ThrowIfNull(loss);
            var name = loss.identifier ?? (loss.GetType() == typeof(LossFunctionWrapper) ? ((LossFunctionWrapper)loss).fn_name : null);
            return name is not null ? name : ObjectRegistry.Serialize(loss)!;
        }

        /// <summary>The loss that <see cref="serialize"/> wrote down.</summary>
        /// <param name="name">A string, or <c>{"class_name", "config"}</c>.</param>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Loss deserialize(object name) => name switch
        {
            string identifier => get(identifier),
            Config config => (Loss)ObjectRegistry.Deserialize(ObjectRegistry.Without(config, "fn"), nameof(losses)),
            _ => throw new ValueError($"Could not interpret loss function identifier: {name}"),
        };
    }
}
