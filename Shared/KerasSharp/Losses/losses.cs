using KerasSharp.Engine;
using KerasSharp.Losses;

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

            throw new ValueError($"Unknown loss function: '{identifier}'. Please ensure you are using a `keras.utils.custom_object_scope` and that this object "
                + "is included in the scope. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details.");
        }

        /// <summary>A function of (y_true, y_pred) as a loss.</summary>
        public static Loss get(Func<Tensor, Tensor, Tensor> identifier) => new LossFunctionWrapper(identifier);

        /// <summary>A loss as it is.</summary>
        public static Loss get(Loss identifier) => identifier;
    }
}
