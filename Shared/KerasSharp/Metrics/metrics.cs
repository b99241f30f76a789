using KerasSharp.Engine;
using KerasSharp.Metrics;
using KerasSharp.Saving;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>
    /// What is watched while training: as objects (<c>CategoricalAccuracy()</c>) and as functions of (y_true, y_pred) that give each sample's value.
    /// Source: <see href="https://keras.io/api/metrics/"/>.
    /// </summary>
    public static partial class metrics
    {
        private static readonly Dictionary<string, Func<Metric>> Classes = new()
        {
            [nameof(Accuracy)] = () => Accuracy(),
            [nameof(BinaryAccuracy)] = () => BinaryAccuracy(),
            [nameof(BinaryCrossentropy)] = () => BinaryCrossentropy(),
            [nameof(CategoricalAccuracy)] = () => CategoricalAccuracy(),
            [nameof(CategoricalCrossentropy)] = () => CategoricalCrossentropy(),
            [nameof(CategoricalHinge)] = () => CategoricalHinge(),
            [nameof(CosineSimilarity)] = () => CosineSimilarity(),
            [nameof(Hinge)] = () => Hinge(),
            [nameof(KLDivergence)] = () => KLDivergence(),
            [nameof(LogCoshError)] = () => LogCoshError(),
            [nameof(Mean)] = () => Mean(),
            [nameof(MeanAbsoluteError)] = () => MeanAbsoluteError(),
            [nameof(MeanAbsolutePercentageError)] = () => MeanAbsolutePercentageError(),
            [nameof(MeanSquaredError)] = () => MeanSquaredError(),
            [nameof(MeanSquaredLogarithmicError)] = () => MeanSquaredLogarithmicError(),
            [nameof(Poisson)] = () => Poisson(),
            [nameof(RootMeanSquaredError)] = () => RootMeanSquaredError(),
            [nameof(SparseCategoricalAccuracy)] = () => SparseCategoricalAccuracy(),
            [nameof(SparseCategoricalCrossentropy)] = () => SparseCategoricalCrossentropy(),
            [nameof(SparseTopKCategoricalAccuracy)] = () => SparseTopKCategoricalAccuracy(),
            [nameof(SquaredHinge)] = () => SquaredHinge(),
            [nameof(Sum)] = () => Sum(),
            [nameof(TopKCategoricalAccuracy)] = () => TopKCategoricalAccuracy(),
        };

        private static readonly (Func<Tensor, Tensor, Tensor> Function, string[] Names)[] Functions =
        [
            (accuracy, ["accuracy", "acc"]),
            ((t, p) => binary_accuracy(t, p), ["binary_accuracy"]),
            ((t, p) => binary_crossentropy(t, p), ["binary_crossentropy", "bce", "BCE"]),
            ((t, p) => binary_focal_crossentropy(t, p), ["binary_focal_crossentropy"]),
            (categorical_accuracy, ["categorical_accuracy"]),
            ((t, p) => categorical_crossentropy(t, p), ["categorical_crossentropy"]),
            ((t, p) => categorical_focal_crossentropy(t, p), ["categorical_focal_crossentropy"]),
            (losses.categorical_hinge, ["categorical_hinge"]),
            ((t, p) => cosine_similarity(t, p), ["cosine_similarity"]),
            (hinge, ["hinge"]),
            (kl_divergence, ["kl_divergence", "kullback_leibler_divergence"]),
            (log_cosh, ["log_cosh", "logcosh"]),
            (mean_absolute_error, ["mean_absolute_error", "mae", "MAE"]),
            (mean_absolute_percentage_error, ["mean_absolute_percentage_error", "mape", "MAPE"]),
            (mean_squared_error, ["mean_squared_error", "mse", "MSE"]),
            (mean_squared_logarithmic_error, ["mean_squared_logarithmic_error", "msle", "MSLE"]),
            (poisson, ["poisson"]),
            (sparse_categorical_accuracy, ["sparse_categorical_accuracy"]),
            ((t, p) => sparse_categorical_crossentropy(t, p), ["sparse_categorical_crossentropy"]),
            ((t, p) => sparse_top_k_categorical_accuracy(t, p), ["sparse_top_k_categorical_accuracy"]),
            (squared_hinge, ["squared_hinge"]),
            ((t, p) => top_k_categorical_accuracy(t, p), ["top_k_categorical_accuracy"]),
        ];

        /// <summary>The metric of a name: a function's (<c>"mse"</c>, which is then its name in the logs) or a class's (<c>"MeanSquaredError"</c>).</summary>
        /// <exception cref="ValueError">The name is unknown; the message lists those that are not.</exception>
        public static Metric get(string identifier)
        {
            var metric = Find(identifier, identifier) ?? throw Unknown(identifier);
            metric.identifier = identifier;
            return metric;
        }

        /// <summary>A function of (y_true, y_pred) as a metric.</summary>
        public static Metric get(Func<Tensor, Tensor, Tensor> identifier) => new Metrics.MeanMetricWrapper(identifier);

        /// <summary>A metric as it is.</summary>
        public static Metric get(Metric identifier) => identifier;

        /// <summary>What a configuration holds of a metric: the string it was asked for by, or <c>{"module", "class_name", "config"}</c>.</summary>
        public static object serialize(Metric metric)
        {
            ArgumentNullException.ThrowIfNull(metric);
            return metric.identifier ?? (object)ObjectRegistry.Serialize(metric)!;
        }

        /// <summary>The metric that <see cref="serialize"/> wrote down.</summary>
        /// <param name="config">A string, or <c>{"class_name", "config"}</c>.</param>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Metric deserialize(object config) => config switch
        {
            string identifier => get(identifier),
            Config { } given when given.GetValueOrDefault("config") is Config arguments && arguments.GetValueOrDefault("fn") is string function
                => Find(function, arguments.GetValueOrDefault("name") as string ?? function) ?? throw Unknown(function),
            Config { } given => (Metric)ObjectRegistry.Deserialize(given, nameof(metrics)),
            _ => throw new ValueError($"Could not interpret metric identifier: {config}"),
        };

        /// <summary>Whether <see cref="get(string)"/> knows the name.</summary>
        internal static bool IsKnown(string identifier) => Find(identifier, identifier) is not null;

        /// <summary>The metric of an identifier under a name of its own; null if there is none.</summary>
        internal static Metric? Find(string identifier, string name)
        {
            foreach (var (function, names) in Functions)
            {
                if (names.Contains(identifier))
                {
                    return new Metrics.MeanMetricWrapper(function, name, null, names[0], []);
                }
            }

            return Classes.TryGetValue(identifier, out var make) ? make() : null;
        }

        /// <summary>The error for a name that nobody knows.</summary>
        internal static ValueError Unknown(string identifier)
        {
            var names = Functions.SelectMany(f => f.Names).Concat(["crossentropy", "ce"]).Concat(Classes.Keys).Order(StringComparer.OrdinalIgnoreCase);
            return new ValueError($"Unknown metric function: '{identifier}'. Expected one of: {string.Join(", ", names)}.");
        }
    }
}
