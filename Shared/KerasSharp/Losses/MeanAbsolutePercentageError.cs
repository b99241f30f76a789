using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class losses
        {
            /// <summary>100 times the mean of absolute differences relative to the truth, over the last axis. Where the truth is 0, relative to 1e-7.</summary>
            /// <param name="y_true">The truth, (batch, …, d).</param>
            /// <param name="y_pred">Predictions of the same shape, float32.</param>
            /// <returns>The loss of each sample, (batch, …).</returns>
            public static Tensor mean_absolute_percentage_error(Tensor y_true, Tensor y_pred)
            {
                y_true = ops.cast(y_true, "float32");
                var relative = ops.abs((y_true - y_pred) / ops.maximum(ops.abs(y_true), Tensor.Scalar(LossesUtils.Epsilon)));
                return 100f * ops.mean(relative, -1);
            }

            /// <summary>100 times the mean of absolute differences relative to the truth, over the last axis. Where the truth is 0, relative to 1e-7.</summary>
            /// <inheritdoc cref="Losses.MeanAbsolutePercentageError(string, string?)"/>
            public static Losses.MeanAbsolutePercentageError MeanAbsolutePercentageError(string reduction = "auto", string? name = "mean_absolute_percentage_error") => new(reduction, name);
        }
    }
}

namespace KerasSharp.Losses
{
    /// <summary>
    /// 100 times the mean of absolute differences relative to the truth, over the last axis. Where the truth is 0, relative to 1e-7.
    /// Source: <see href="https://keras.io/api/losses/regression_losses/#meanabsolutepercentageerror-class"/>.
    /// </summary>
    /// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
    /// <param name="name">The name.</param>
    public sealed class MeanAbsolutePercentageError(string reduction = "auto", string? name = "mean_absolute_percentage_error")
        : LossFunctionWrapper(keras.losses.mean_absolute_percentage_error, reduction, name, nameof(keras.losses.mean_absolute_percentage_error), []);
}
