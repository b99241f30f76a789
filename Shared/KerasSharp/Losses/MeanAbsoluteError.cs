using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class losses
        {
            /// <summary>The mean of absolute differences, over the last axis.</summary>
            /// <param name="y_true">The truth, (batch, …, d).</param>
            /// <param name="y_pred">Predictions of the same shape, float32.</param>
            /// <returns>The loss of each sample, (batch, …).</returns>
            public static Tensor mean_absolute_error(Tensor y_true, Tensor y_pred)
                => ops.mean(ops.abs(y_pred - ops.cast(y_true, "float32")), -1);

            /// <summary>The mean of absolute differences, over the last axis.</summary>
            /// <inheritdoc cref="Losses.MeanAbsoluteError(string, string?)"/>
            public static Losses.MeanAbsoluteError MeanAbsoluteError(string reduction = "auto", string? name = "mean_absolute_error") => new(reduction, name);
        }
    }
}

namespace KerasSharp.Losses
{
    /// <summary>
    /// The mean of absolute differences, over the last axis.
    /// Source: <see href="https://keras.io/api/losses/regression_losses/#meanabsoluteerror-class"/>.
    /// </summary>
    /// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
    /// <param name="name">The name.</param>
    public sealed class MeanAbsoluteError(string reduction = "auto", string? name = "mean_absolute_error")
        : LossFunctionWrapper(keras.losses.mean_absolute_error, reduction, name, nameof(keras.losses.mean_absolute_error), []);
}
