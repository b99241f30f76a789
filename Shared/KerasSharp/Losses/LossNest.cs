using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The <c>loss</c> of <c>compile</c>: a name, a loss or a function for all outputs, or a list or dictionary with one for each output:
/// <c>loss: ["mse", "mae"]</c>, <c>loss: new() { ["kind"] = "mse", ["size"] = null }</c>.
/// </summary>
[CollectionBuilder(typeof(LossNest), nameof(Create))]
public sealed class LossNest : IEnumerable<LossNest?>
{
    /// <summary>An empty dictionary, to be filled: <c>new() { ["kind"] = … }</c>.</summary>
    public LossNest()
        : this(KerasSharp.Nest.Dictionary<Loss?>([]))
    {
    }

    internal LossNest(Nest<Loss?> nest) => Nest = nest;

    /// <summary>The structure; null where an output has none.</summary>
    internal Nest<Loss?> Nest { get; private set; }

    /// <summary>What an output of this name has; setting it adds it.</summary>
    /// <exception cref="KeyError">There is no such name.</exception>
    public LossNest? this[string key]
    {
        get => Of(Nest[key]);
        set => Nest = KerasSharp.Nest.Dictionary(Nest.Keys.Where(k => k != key).Select(k => KeyValuePair.Create(k, Nest[k]))
            .Append(KeyValuePair.Create(key, NestOf(value))));
    }

    /// <summary>For collection expressions: one entry for each output.</summary>
    public static LossNest Create(ReadOnlySpan<LossNest?> items)
    {
        var nests = new Nest<Loss?>[items.Length];
        for (var i = 0; i < nests.Length; i++)
        {
            nests[i] = NestOf(items[i]);
        }

        return new(KerasSharp.Nest.List<Loss?>(nests.AsEnumerable()));
    }

    /// <summary>The entries.</summary>
    public IEnumerator<LossNest?> GetEnumerator() => Nest.Items.Select(Of).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's text of the structure.</summary>
    public override string ToString() => Nest.ToString();

    /// <summary>A name such as <c>"mse"</c>.</summary>
    [return: NotNullIfNotNull(nameof(identifier))]
    public static implicit operator LossNest?(string? identifier) => identifier is null ? null : (Loss)identifier;

    /// <summary>A loss.</summary>
    [return: NotNullIfNotNull(nameof(loss))]
    public static implicit operator LossNest?(Loss? loss) => loss is null ? null : new(new Nest<Loss?>(loss));

    /// <summary>A function of (y_true, y_pred) that gives the loss of each sample.</summary>
    [return: NotNullIfNotNull(nameof(function))]
    public static implicit operator LossNest?(Func<Tensor, Tensor, Tensor>? function) => function is null ? null : (Loss)function;

    /// <summary>One loss for each output.</summary>
    [return: NotNullIfNotNull(nameof(losses))]
    public static implicit operator LossNest?(Loss?[]? losses) => losses is null ? null
        : new(KerasSharp.Nest.List<Loss?>(losses.AsEnumerable()));

    /// <summary>One name for each output.</summary>
    [return: NotNullIfNotNull(nameof(identifiers))]
    public static implicit operator LossNest?(string?[]? identifiers) => identifiers is null ? null
        : new(KerasSharp.Nest.List<Loss?>(identifiers.Select(i => i is null ? null : (Loss)i)));

    /// <summary>One loss for each output.</summary>
    [return: NotNullIfNotNull(nameof(losses))]
    public static implicit operator LossNest?(List<Loss?>? losses) => losses is null ? null
        : new(KerasSharp.Nest.List<Loss?>(losses));

    /// <summary>Losses by the names of the outputs.</summary>
    [return: NotNullIfNotNull(nameof(losses))]
    public static implicit operator LossNest?(Dictionary<string, Loss?>? losses) => losses is null ? null
        : new(KerasSharp.Nest.Dictionary(losses.Select(p => KeyValuePair.Create(p.Key, new Nest<Loss?>(p.Value)))));

    private static LossNest? Of(Nest<Loss?> nest) => nest is { IsLeaf: true, Value: null } ? null : new(nest);

    private static Nest<Loss?> NestOf(LossNest? item) => item?.Nest ?? new Nest<Loss?>((Loss?)null);
}
