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
        // A class and the strings that Keras knows it by: the function's name and its short forms.
        private static readonly (string Class, Func<Loss> Make, string[] Names)[] Known =
        [
            (nameof(BinaryCrossentropy), () => BinaryCrossentropy(), ["binary_crossentropy", "bce", "BCE"]),
            (nameof(BinaryFocalCrossentropy), () => BinaryFocalCrossentropy(), ["binary_focal_crossentropy"]),
            (nameof(CategoricalCrossentropy), () => CategoricalCrossentropy(), ["categorical_crossentropy"]),
            (nameof(CategoricalFocalCrossentropy), () => CategoricalFocalCrossentropy(), ["categorical_focal_crossentropy"]),
            (nameof(CategoricalHinge), () => CategoricalHinge(), ["categorical_hinge"]),
            (nameof(CosineSimilarity), () => CosineSimilarity(), ["cosine_similarity"]),
            (nameof(Hinge), () => Hinge(), ["hinge"]),
            (nameof(Huber), () => Huber(), ["huber", "huber_loss"]),
            (nameof(KLDivergence), () => KLDivergence(), ["kl_divergence", "kullback_leibler_divergence", "kld", "KLD"]),
            (nameof(LogCosh), () => LogCosh(), ["log_cosh", "logcosh"]),
            (nameof(MeanAbsoluteError), () => MeanAbsoluteError(), ["mean_absolute_error", "mae", "MAE"]),
            (nameof(MeanAbsolutePercentageError), () => MeanAbsolutePercentageError(), ["mean_absolute_percentage_error", "mape", "MAPE"]),
            (nameof(MeanSquaredError), () => MeanSquaredError(), ["mean_squared_error", "mse", "MSE"]),
            (nameof(MeanSquaredLogarithmicError), () => MeanSquaredLogarithmicError(), ["mean_squared_logarithmic_error", "msle", "MSLE"]),
            (nameof(Poisson), () => Poisson(), ["poisson"]),
            (nameof(SparseCategoricalCrossentropy), () => SparseCategoricalCrossentropy(), ["sparse_categorical_crossentropy"]),
            (nameof(SquaredHinge), () => SquaredHinge(), ["squared_hinge"]),
        ];

        /// <summary>The loss of a name: <c>"mse"</c>, <c>"categorical_crossentropy"</c>, <c>"MeanSquaredError"</c>.</summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Loss get(string identifier)
        {
            foreach (var (className, make, names) in Known)
            {
                if (identifier == className || names.Contains(identifier))
                {
                    var loss = make();
                    loss.identifier = identifier;
                    return loss;
                }
            }

            throw ObjectRegistry.Unknown("loss function", identifier);
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
