using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp.Metrics;

/// <summary>
/// The <c>metrics</c> of <c>compile</c>: a list for all outputs (<c>["accuracy"]</c>), a list of lists with one for each output, or a
/// dictionary by the outputs' names: <c>new() { ["kind"] = ["accuracy"], ["size"] = "mae" }</c>.
/// </summary>
[CollectionBuilder(typeof(MetricNest), nameof(Create))]
public sealed class MetricNest : IEnumerable<MetricNest?>
{
    /// <summary>An empty dictionary, to be filled: <c>new() { ["kind"] = … }</c>.</summary>
    public MetricNest()
        : this(KerasSharp.Nest.Dictionary<MetricIdentifier?>([]))
    {
    }

    internal MetricNest(Nest<MetricIdentifier?> nest) => Nest = nest;

    /// <summary>The structure; null where an output has none.</summary>
    internal Nest<MetricIdentifier?> Nest { get; private set; }

    /// <summary>What an output of this name has; setting it adds it.</summary>
    /// <exception cref="KeyError">There is no such name.</exception>
    public MetricNest? this[string key]
    {
        get => Of(Nest[key]);
        set => Nest = KerasSharp.Nest.Dictionary(Nest.Keys.Where(k => k != key).Select(k => KeyValuePair.Create(k, Nest[k]))
            .Append(KeyValuePair.Create(key, NestOf(value))));
    }

    /// <summary>For collection expressions: one entry for each output.</summary>
    public static MetricNest Create(ReadOnlySpan<MetricNest?> items)
    {
        var nests = new Nest<MetricIdentifier?>[items.Length];
        for (var i = 0; i < nests.Length; i++)
        {
            nests[i] = NestOf(items[i]);
        }

        return new(KerasSharp.Nest.List<MetricIdentifier?>(nests.AsEnumerable()));
    }

    /// <summary>The entries.</summary>
    public IEnumerator<MetricNest?> GetEnumerator() => Nest.Items.Select(Of).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's text of the structure.</summary>
    public override string ToString() => Nest.ToString();

    /// <summary>A name such as <c>"accuracy"</c>.</summary>
    [return: NotNullIfNotNull(nameof(identifier))]
    public static implicit operator MetricNest?(string? identifier) => identifier is null ? null : Of((MetricIdentifier)identifier);

    /// <summary>A metric.</summary>
    [return: NotNullIfNotNull(nameof(metric))]
    public static implicit operator MetricNest?(Metric? metric) => metric is null ? null : Of((MetricIdentifier)metric);

    /// <summary>A loss: the mean of its values over batches.</summary>
    [return: NotNullIfNotNull(nameof(loss))]
    public static implicit operator MetricNest?(Loss? loss) => loss is null ? null : Of((MetricIdentifier)loss);

    /// <summary>A function of (y_true, y_pred): its running mean.</summary>
    [return: NotNullIfNotNull(nameof(function))]
    public static implicit operator MetricNest?(Func<Tensor, Tensor, Tensor>? function) => function is null ? null : Of((MetricIdentifier)function);

    /// <summary>Any of these.</summary>
    [return: NotNullIfNotNull(nameof(metric))]
    public static implicit operator MetricNest?(MetricIdentifier? metric) => metric is null ? null : Of(metric.Value);

    /// <summary>A list.</summary>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricNest?(MetricIdentifier[]? metrics) => ListOf(metrics?.Select(m => (MetricIdentifier)m));

    /// <summary>A list.</summary>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricNest?(List<MetricIdentifier>? metrics) => ListOf(metrics?.Select(m => (MetricIdentifier)m));

    /// <summary>A list of names.</summary>
    [return: NotNullIfNotNull(nameof(identifiers))]
    public static implicit operator MetricNest?(string[]? identifiers) => ListOf(identifiers?.Select(m => (MetricIdentifier)m));

    /// <summary>A list of metrics.</summary>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricNest?(Metric[]? metrics) => ListOf(metrics?.Select(m => (MetricIdentifier)m));

    /// <summary>A list of metrics.</summary>
    [return: NotNullIfNotNull(nameof(metrics))]
    public static implicit operator MetricNest?(List<Metric>? metrics) => ListOf(metrics?.Select(m => (MetricIdentifier)m));

    private static MetricNest? ListOf(IEnumerable<MetricIdentifier>? metrics)
        => metrics is null ? null : new(KerasSharp.Nest.List<MetricIdentifier?>(metrics.Select(m => (MetricIdentifier?)m)));

    private static MetricNest Of(MetricIdentifier metric) => new(new Nest<MetricIdentifier?>(metric));

    private static MetricNest? Of(Nest<MetricIdentifier?> nest) => nest is { IsLeaf: true, Value: null } ? null : new(nest);

    private static Nest<MetricIdentifier?> NestOf(MetricNest? item) => item?.Nest ?? new Nest<MetricIdentifier?>((MetricIdentifier?)null);
}
