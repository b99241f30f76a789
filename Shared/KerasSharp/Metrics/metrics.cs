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
        // Keras 2.15 has functions of these names, and no strings.
        private static readonly string[] WithoutString = [nameof(kld), nameof(KLD)];

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
            if (ExportTable.FindFunction(nameof(metrics), identifier) is { } function && !WithoutString.Contains(identifier))
            {
                return new Metrics.MeanMetricWrapper((Func<Tensor, Tensor, Tensor>)function.Function, name, null, function.Name, []);
            }

            return ExportTable.FindClass(nameof(metrics), identifier)?.Make?.Invoke() as Metric;
        }

        /// <summary>The error for an unknown name.</summary>
        internal static ValueError Unknown(string identifier)
        {
            var names = ExportTable.FunctionNames(nameof(metrics)).Except(WithoutString).Concat(["crossentropy", "ce"])
                .Concat(ExportTable.ClassNames(nameof(metrics)).Where(n => ExportTable.FindClass(nameof(metrics), n)!.Make is not null))
                .Order(StringComparer.OrdinalIgnoreCase);
            return new ValueError($"Unknown metric function: '{identifier}'. Expected one of: {string.Join(", ", names)}.");
        }
    }
}
