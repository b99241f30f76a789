using KerasSharp.Engine;

namespace KerasSharp;

// The other names that Keras gives to some of these functions.
public static partial class keras
{
    public static partial class losses
    {
        /// <inheritdoc cref="kl_divergence"/>
        public static Tensor KLD(Tensor y_true, Tensor y_pred) => kl_divergence(y_true, y_pred);

        /// <inheritdoc cref="kl_divergence"/>
        public static Tensor kld(Tensor y_true, Tensor y_pred) => kl_divergence(y_true, y_pred);

        /// <inheritdoc cref="kl_divergence"/>
        public static Tensor kullback_leibler_divergence(Tensor y_true, Tensor y_pred) => kl_divergence(y_true, y_pred);

        /// <inheritdoc cref="mean_absolute_error"/>
        public static Tensor MAE(Tensor y_true, Tensor y_pred) => mean_absolute_error(y_true, y_pred);

        /// <inheritdoc cref="mean_absolute_error"/>
        public static Tensor mae(Tensor y_true, Tensor y_pred) => mean_absolute_error(y_true, y_pred);

        /// <inheritdoc cref="mean_absolute_percentage_error"/>
        public static Tensor MAPE(Tensor y_true, Tensor y_pred) => mean_absolute_percentage_error(y_true, y_pred);

        /// <inheritdoc cref="mean_absolute_percentage_error"/>
        public static Tensor mape(Tensor y_true, Tensor y_pred) => mean_absolute_percentage_error(y_true, y_pred);

        /// <inheritdoc cref="mean_squared_error"/>
        public static Tensor MSE(Tensor y_true, Tensor y_pred) => mean_squared_error(y_true, y_pred);

        /// <inheritdoc cref="mean_squared_error"/>
        public static Tensor mse(Tensor y_true, Tensor y_pred) => mean_squared_error(y_true, y_pred);

        /// <inheritdoc cref="mean_squared_logarithmic_error"/>
        public static Tensor MSLE(Tensor y_true, Tensor y_pred) => mean_squared_logarithmic_error(y_true, y_pred);

        /// <inheritdoc cref="mean_squared_logarithmic_error"/>
        public static Tensor msle(Tensor y_true, Tensor y_pred) => mean_squared_logarithmic_error(y_true, y_pred);

        /// <inheritdoc cref="log_cosh"/>
        public static Tensor logcosh(Tensor y_true, Tensor y_pred) => log_cosh(y_true, y_pred);
    }
}
