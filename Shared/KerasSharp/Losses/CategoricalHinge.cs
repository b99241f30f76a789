using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class losses
        {
            /// <summary>max(1 + largest prediction of a wrong class - prediction of the true class, 0). Labels are one-hot.</summary>
            /// <param name="y_true">The truth, (batch, …, d).</param>
            /// <param name="y_pred">Predictions of the same shape, float32.</param>
            /// <returns>The loss of each sample, (batch, …).</returns>
            public static Tensor categorical_hinge(Tensor y_true, Tensor y_pred)
            {
                y_true = ops.cast(y_true, "float32");
                var right = ops.sum(y_true * y_pred, -1);
                var wrong = ops.max((1f - y_true) * y_pred, -1);
                return ops.relu(wrong - right + 1f);
            }

            /// <summary>max(1 + largest prediction of a wrong class - prediction of the true class, 0). Labels are one-hot.</summary>
            /// <inheritdoc cref="Losses.CategoricalHinge(string, string?)"/>
            public static Losses.CategoricalHinge CategoricalHinge(string reduction = "auto", string? name = "categorical_hinge") => new(reduction, name);
        }
    }
}

namespace KerasSharp.Losses
{
    /// <summary>
    /// max(1 + largest prediction of a wrong class - prediction of the true class, 0). Labels are one-hot.
    /// Source: <see href="https://keras.io/api/losses/hinge_losses/#categoricalhinge-class"/>.
    /// </summary>
    /// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
    /// <param name="name">The name.</param>
    public sealed class CategoricalHinge(string reduction = "auto", string? name = "categorical_hinge")
        : LossFunctionWrapper(keras.losses.categorical_hinge, reduction, name, nameof(keras.losses.categorical_hinge), []);
}
