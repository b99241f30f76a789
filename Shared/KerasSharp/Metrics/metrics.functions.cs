using KerasSharp.Engine;

namespace KerasSharp;

// Functions of keras.losses that Keras offers as metrics too, and their short names.
public static partial class keras
{
    public static partial class metrics
    {
        /// <inheritdoc cref="losses.hinge"/>
        public static Tensor hinge(Tensor y_true, Tensor y_pred) => losses.hinge(y_true, y_pred);

        /// <inheritdoc cref="losses.kl_divergence"/>
        public static Tensor kl_divergence(Tensor y_true, Tensor y_pred) => losses.kl_divergence(y_true, y_pred);

        /// <inheritdoc cref="losses.log_cosh"/>
        public static Tensor log_cosh(Tensor y_true, Tensor y_pred) => losses.log_cosh(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_absolute_error"/>
        public static Tensor mean_absolute_error(Tensor y_true, Tensor y_pred) => losses.mean_absolute_error(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_absolute_percentage_error"/>
        public static Tensor mean_absolute_percentage_error(Tensor y_true, Tensor y_pred) => losses.mean_absolute_percentage_error(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_squared_error"/>
        public static Tensor mean_squared_error(Tensor y_true, Tensor y_pred) => losses.mean_squared_error(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_squared_logarithmic_error"/>
        public static Tensor mean_squared_logarithmic_error(Tensor y_true, Tensor y_pred) => losses.mean_squared_logarithmic_error(y_true, y_pred);

        /// <inheritdoc cref="losses.poisson"/>
        public static Tensor poisson(Tensor y_true, Tensor y_pred) => losses.poisson(y_true, y_pred);

        /// <inheritdoc cref="losses.squared_hinge"/>
        public static Tensor squared_hinge(Tensor y_true, Tensor y_pred) => losses.squared_hinge(y_true, y_pred);

        /// <inheritdoc cref="losses.kl_divergence"/>
        public static Tensor KLD(Tensor y_true, Tensor y_pred) => losses.kl_divergence(y_true, y_pred);

        /// <inheritdoc cref="losses.kl_divergence"/>
        public static Tensor kld(Tensor y_true, Tensor y_pred) => losses.kl_divergence(y_true, y_pred);

        /// <inheritdoc cref="losses.kl_divergence"/>
        public static Tensor kullback_leibler_divergence(Tensor y_true, Tensor y_pred) => losses.kl_divergence(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_absolute_error"/>
        public static Tensor MAE(Tensor y_true, Tensor y_pred) => losses.mean_absolute_error(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_absolute_error"/>
        public static Tensor mae(Tensor y_true, Tensor y_pred) => losses.mean_absolute_error(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_absolute_percentage_error"/>
        public static Tensor MAPE(Tensor y_true, Tensor y_pred) => losses.mean_absolute_percentage_error(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_absolute_percentage_error"/>
        public static Tensor mape(Tensor y_true, Tensor y_pred) => losses.mean_absolute_percentage_error(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_squared_error"/>
        public static Tensor MSE(Tensor y_true, Tensor y_pred) => losses.mean_squared_error(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_squared_error"/>
        public static Tensor mse(Tensor y_true, Tensor y_pred) => losses.mean_squared_error(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_squared_logarithmic_error"/>
        public static Tensor MSLE(Tensor y_true, Tensor y_pred) => losses.mean_squared_logarithmic_error(y_true, y_pred);

        /// <inheritdoc cref="losses.mean_squared_logarithmic_error"/>
        public static Tensor msle(Tensor y_true, Tensor y_pred) => losses.mean_squared_logarithmic_error(y_true, y_pred);

        /// <inheritdoc cref="losses.log_cosh"/>
        public static Tensor logcosh(Tensor y_true, Tensor y_pred) => losses.log_cosh(y_true, y_pred);

        /// <inheritdoc cref="losses.binary_crossentropy"/>
        public static Tensor binary_crossentropy(
            Tensor y_true, Tensor y_pred, bool from_logits = false, double label_smoothing = 0.0, int axis = -1)
            => losses.binary_crossentropy(y_true, y_pred, from_logits, label_smoothing, axis);

        /// <inheritdoc cref="losses.binary_focal_crossentropy"/>
        public static Tensor binary_focal_crossentropy(
            Tensor y_true, Tensor y_pred, bool apply_class_balancing = false, double alpha = 0.25, double gamma = 2.0, bool from_logits = false,
            double label_smoothing = 0.0, int axis = -1)
            => losses.binary_focal_crossentropy(y_true, y_pred, apply_class_balancing, alpha, gamma, from_logits, label_smoothing, axis);

        /// <inheritdoc cref="losses.categorical_crossentropy"/>
        public static Tensor categorical_crossentropy(
            Tensor y_true, Tensor y_pred, bool from_logits = false, double label_smoothing = 0.0, int axis = -1)
            => losses.categorical_crossentropy(y_true, y_pred, from_logits, label_smoothing, axis);

        /// <inheritdoc cref="losses.categorical_focal_crossentropy"/>
        public static Tensor categorical_focal_crossentropy(
            Tensor y_true, Tensor y_pred, double alpha = 0.25, double gamma = 2.0, bool from_logits = false, double label_smoothing = 0.0, int axis = -1)
            => losses.categorical_focal_crossentropy(y_true, y_pred, alpha, gamma, from_logits, label_smoothing, axis);

        /// <inheritdoc cref="losses.sparse_categorical_crossentropy"/>
        public static Tensor sparse_categorical_crossentropy(
            Tensor y_true, Tensor y_pred, bool from_logits = false, int axis = -1, int? ignore_class = null)
            => losses.sparse_categorical_crossentropy(y_true, y_pred, from_logits, axis, ignore_class);
    }
}
