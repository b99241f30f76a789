using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace KerasSharp.Losses;

/// <summary>
/// The <c>loss_weights</c> of <c>compile</c>: a factor for the loss of each output, as a list or a dictionary by the outputs' names:
/// <c>loss_weights: [1.0, 0.2]</c>.
/// </summary>
[CollectionBuilder(typeof(LossWeights), nameof(Create))]
public sealed class LossWeights : IEnumerable<LossWeights?>
{
    /// <summary>An empty dictionary, to be filled: <c>new() { ["kind"] = … }</c>.</summary>
    public LossWeights()
        : this(KerasSharp.Nest.Dictionary<double?>([]))
    {
    }

    internal LossWeights(Nest<double?> nest) => Nest = nest;

    /// <summary>The structure; null where an output has none.</summary>
    internal Nest<double?> Nest { get; private set; }

    /// <summary>What an output of this name has; setting it adds it.</summary>
    /// <exception cref="KeyError">There is no such name.</exception>
    public LossWeights? this[string key]
    {
        get => Of(Nest[key]);
        set => Nest = KerasSharp.Nest.Dictionary(Nest.Keys.Where(k => k != key).Select(k => KeyValuePair.Create(k, Nest[k]))
            .Append(KeyValuePair.Create(key, NestOf(value))));
    }

    /// <summary>For collection expressions: one entry for each output.</summary>
    public static LossWeights Create(ReadOnlySpan<LossWeights?> items)
    {
        var nests = new Nest<double?>[items.Length];
        for (var i = 0; i < nests.Length; i++)
        {
            nests[i] = NestOf(items[i]);
        }

        return new(KerasSharp.Nest.List<double?>(nests.AsEnumerable()));
    }

    /// <summary>The entries.</summary>
    public IEnumerator<LossWeights?> GetEnumerator() => Nest.Items.Select(Of).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's text of the structure.</summary>
    public override string ToString() => Nest.ToString();

    /// <summary>A factor for all outputs.</summary>
    [return: NotNullIfNotNull(nameof(weight))]
    public static implicit operator LossWeights?(double? weight) => weight is null ? null : new(new Nest<double?>(weight));

    /// <summary>One factor for each output.</summary>
    [return: NotNullIfNotNull(nameof(weights))]
    public static implicit operator LossWeights?(double[]? weights) => weights is null ? null
        : new(KerasSharp.Nest.List<double?>(weights.Select(w => (double?)w)));

    /// <summary>One factor for each output.</summary>
    [return: NotNullIfNotNull(nameof(weights))]
    public static implicit operator LossWeights?(List<double>? weights) => weights is null ? null
        : new(KerasSharp.Nest.List<double?>(weights.Select(w => (double?)w)));

    /// <summary>Factors by the names of the outputs.</summary>
    [return: NotNullIfNotNull(nameof(weights))]
    public static implicit operator LossWeights?(Dictionary<string, double>? weights) => weights is null ? null
        : new(KerasSharp.Nest.Dictionary(weights.Select(p => KeyValuePair.Create(p.Key, new Nest<double?>(p.Value)))));

    private static LossWeights? Of(Nest<double?> nest) => nest is { IsLeaf: true, Value: null } ? null : new(nest);

    private static Nest<double?> NestOf(LossWeights? item) => item?.Nest ?? new Nest<double?>((double?)null);
}
