using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class losses
        {
            /// <summary>The mean of squared differences, over the last axis.</summary>
            /// <param name="y_true">The truth, (batch, …, d).</param>
            /// <param name="y_pred">Predictions of the same shape, float32.</param>
            /// <returns>The loss of each sample, (batch, …).</returns>
            public static Tensor mean_squared_error(Tensor y_true, Tensor y_pred)
                => ops.mean(ops.square(y_pred - ops.cast(y_true, "float32")), -1);

            /// <summary>The mean of squared differences, over the last axis.</summary>
            /// <inheritdoc cref="Losses.MeanSquaredError(string, string?)"/>
            public static Losses.MeanSquaredError MeanSquaredError(string reduction = "auto", string? name = "mean_squared_error") => new(reduction, name);
        }
    }
}

namespace KerasSharp.Losses
{
    /// <summary>
    /// The mean of squared differences, over the last axis.
    /// Source: <see href="https://keras.io/api/losses/regression_losses/#meansquarederror-class"/>.
    /// </summary>
    /// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
    /// <param name="name">The name.</param>
    public sealed class MeanSquaredError(string reduction = "auto", string? name = "mean_squared_error")
        : LossFunctionWrapper(keras.losses.mean_squared_error, reduction, name, nameof(keras.losses.mean_squared_error), []);
}
