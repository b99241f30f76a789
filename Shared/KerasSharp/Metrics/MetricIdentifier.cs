using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp.Metrics;

/// <summary>
/// An entry of <c>compile(metrics: ["accuracy", CategoricalAccuracy()])</c>: a name, a metric, a loss or a function of (y_true, y_pred).
/// What <c>"accuracy"</c> and <c>"crossentropy"</c> mean follows from the shapes of the first batch.
/// </summary>
public readonly struct MetricIdentifier : IEquatable<MetricIdentifier>
{
    private readonly object? value;

    private MetricIdentifier(object value) => this.value = value;

    /// <summary>The name; null if an object or a function was given.</summary>
    public string? identifier => value as string;

    /// <summary>The metric that it means for truth and predictions of these shapes.</summary>
    /// <exception cref="ValueError">Nothing was given.</exception>
    public Metric resolve(TensorShape y_true, TensorShape y_pred)
    {
        if (value is not string name)
        {
            return value as Metric ?? throw new ValueError("A metric is missing: expected a name, a metric or a function. Received: None");
        }

        var binary = y_pred.rank > 0 && y_pred[^1] == 1;
        var sparse = y_true.rank < y_pred.rank || (y_true.rank > 0 && y_true[^1] == 1 && y_pred[^1] > 1);
        var kind = binary ? "binary" : sparse ? "sparse_categorical" : "categorical";
        var function = name.ToLowerInvariant() switch
        {
            "accuracy" or "acc" => $"{kind}_accuracy",
            "crossentropy" or "ce" => $"{kind}_crossentropy",
            _ => name,
        };
        var metric = keras.metrics.Find(function, name) ?? throw keras.metrics.Unknown(name);
        metric.identifier = name;
        return metric;
    }

    /// <summary>As <see cref="resolve"/>; a metric object becomes a copy, since each output has its own.</summary>
    internal Metric resolve_copy(TensorShape y_true, TensorShape y_pred) => value is Metric given ? given.Copy() : resolve(y_true, y_pred);

    /// <inheritdoc/>
    public bool Equals(MetricIdentifier other) => Equals(value, other.value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MetricIdentifier other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value?.GetHashCode() ?? 0;

    /// <inheritdoc/>
    public override string ToString() => value?.ToString() ?? "None";

    /// <summary>Whether both mean the same.</summary>
    public static bool operator ==(MetricIdentifier left, MetricIdentifier right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(MetricIdentifier left, MetricIdentifier right) => !left.Equals(right);

    /// <summary>A name such as <c>"accuracy"</c>.</summary>
    /// <exception cref="ValueError">The name is unknown; the message lists those that are not.</exception>
    public static implicit operator MetricIdentifier(string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        var known = identifier.ToLowerInvariant() is "accuracy" or "acc" or "crossentropy" or "ce" || keras.metrics.IsKnown(identifier);
        return known ? new(identifier) : throw keras.metrics.Unknown(identifier);
    }

    /// <summary>A metric.</summary>
    public static implicit operator MetricIdentifier(Metric metric) => new(metric);

    /// <summary>A function of (y_true, y_pred): its running mean, under its own name.</summary>
    public static implicit operator MetricIdentifier(Func<Tensor, Tensor, Tensor> function) => new(keras.metrics.get(function));

    /// <summary>A loss: the mean of its values over batches, under its name.</summary>
    public static implicit operator MetricIdentifier(Loss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return new(new MeanMetricWrapper((y_true, y_pred) => loss.apply(y_true, y_pred), loss.name ?? loss.GetType().Name));
    }
}
