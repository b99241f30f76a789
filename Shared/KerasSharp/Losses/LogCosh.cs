using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class losses
        {
            /// <summary>The mean of log(cosh(difference)), over the last axis: like a square near 0, like a distance far away.</summary>
            /// <param name="y_true">The truth, (batch, …, d).</param>
            /// <param name="y_pred">Predictions of the same shape, float32.</param>
            /// <returns>The loss of each sample, (batch, …).</returns>
            public static Tensor log_cosh(Tensor y_true, Tensor y_pred)
            {
                var x = y_pred - ops.cast(y_true, "float32");
                return ops.mean(x + ops.softplus(-2f * x) - MathF.Log(2), -1);
            }

            /// <summary>The mean of log(cosh(difference)), over the last axis: like a square near 0, like a distance far away.</summary>
            /// <inheritdoc cref="Losses.LogCosh(string, string?)"/>
            public static Losses.LogCosh LogCosh(string reduction = "auto", string? name = "log_cosh") => new(reduction, name);
        }
    }
}

namespace KerasSharp.Losses
{
    /// <summary>
    /// The mean of log(cosh(difference)), over the last axis: like a square near 0, like a distance far away.
    /// Source: <see href="https://keras.io/api/losses/regression_losses/#logcosh-class"/>.
    /// </summary>
    /// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
    /// <param name="name">The name.</param>
    public sealed class LogCosh(string reduction = "auto", string? name = "log_cosh")
        : LossFunctionWrapper(keras.losses.log_cosh, reduction, name, nameof(keras.losses.log_cosh), []);
}
