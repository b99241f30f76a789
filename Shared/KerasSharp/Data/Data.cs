using System.Collections;
using System.Runtime.CompilerServices;
using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp;

/// <summary>
/// What <c>fit</c>, <c>evaluate</c> and <c>predict</c> take as inputs, targets and weights: an array, a tuple, list or dictionary of arrays, a
/// <c>tf.data.Dataset</c>, a <c>keras.utils.Sequence</c>. Each converts by itself: <c>model.fit([X1, X2], Y)</c>,
/// <c>model.fit(new() { ["image"] = X1 }, Y)</c>. In a <c>train_step</c> it holds the tensors of a batch:
/// <c>var (x, y, sample_weight) = data;</c>
/// </summary>
[CollectionBuilder(typeof(Data), nameof(Create))]
public sealed partial class Data : IEnumerable<Data?>
{
    private Nest<object?> nest;

    /// <summary>An empty dictionary, to be filled: <c>new() { ["image"] = X1 }</c>.</summary>
    public Data()
        : this(KerasSharp.Nest.Dictionary<object?>([]))
    {
    }

    private Data(Nest<object?> nest) => this.nest = nest;

    /// <summary>The number of entries of a tuple, list or dictionary; 1 for a single one.</summary>
    public int Count => nest.Count;

    /// <summary>The entry at a position, as a tensor.</summary>
    /// <exception cref="IndexError">There is no such entry.</exception>
    public Tensor this[int index] => index >= 0 && index < Count ? ToTensor(nest.Items[index])!
        : throw new IndexError($"tuple index out of range: the data have {Count} entries. Received: {index}");

    /// <summary>The entry of a name in a dictionary; setting one adds it.</summary>
    /// <exception cref="KeyError">There is no such name.</exception>
    public Data? this[string key]
    {
        get => Of(nest[key]);
        set => nest = KerasSharp.Nest.Dictionary(nest.Keys.Where(k => k != key).Select(k => KeyValuePair.Create(k, nest[k]))
            .Append(KeyValuePair.Create(key, NestOf(value))));
    }

    /// <summary>The structure: arrays, tensors, or one dataset or sequence; null where nothing was given.</summary>
    internal Nest<object?> Nest => nest;

    /// <summary>Whether it is arrays, and not a dataset or a sequence.</summary>
    internal bool IsArrays => !nest.IsLeaf || nest.Value is not (tf.data.Dataset or keras.utils.Sequence);

    /// <summary>Whether it is inputs, targets and weights together, as a batch is.</summary>
    internal bool IsTuple => nest.IsTuple;

    /// <summary>Inputs and targets of a batch; the targets are null where there are none.</summary>
    /// <exception cref="ValueError">The batch has weights too, in Python's words.</exception>
    public void Deconstruct(out Tensor x, out Tensor y)
    {
        (x, y, var weight) = this;
        if (weight is not null)
        {
            throw new ValueError("too many values to unpack (expected 2)");
        }
    }

    /// <summary>
    /// Inputs, targets and weights of a batch (Keras's <c>unpack_x_y_sample_weight</c>): targets and weights are null where there are none.
    /// </summary>
    /// <exception cref="ValueError">It is a tuple of other than one to three entries, in Keras's words.</exception>
    public void Deconstruct(out Tensor x, out Tensor y, out Tensor sample_weight)
    {
        if (!nest.IsTuple)
        {
            (x, y, sample_weight) = (ToTensor(nest)!, null!, null!);
            return;
        }

        var parts = nest.Items;
        if (parts.Count is 0 or > 3)
        {
            throw new ValueError($"Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, found: {nest}");
        }

        x = ToTensor(parts[0])!;
        y = parts.Count > 1 ? ToTensor(parts[1])! : null!;
        sample_weight = parts.Count > 2 ? ToTensor(parts[2])! : null!;
    }

    /// <summary>For collection expressions: <c>model.fit([X1, X2], Y)</c>.</summary>
    public static Data Create(ReadOnlySpan<Data?> items)
    {
        var nests = new Nest<object?>[items.Length];
        for (var i = 0; i < nests.Length; i++)
        {
            nests[i] = NestOf(items[i]);
        }

        return new(KerasSharp.Nest.List<object?>(nests.AsEnumerable()));
    }

    /// <summary>The entries of a tuple, list or dictionary.</summary>
    public IEnumerator<Data?> GetEnumerator() => nest.Items.Select(Of).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's text of the structure.</summary>
    public override string ToString() => nest.ToString();

    /// <summary>The batch of a step.</summary>
    internal static Data Step(Tensor x, Tensor? y, Tensor? sample_weight)
    {
        Nest<object?>[] parts = sample_weight is not null ? [NestOf(x), NestOf(y), NestOf(sample_weight)]
            : y is not null ? [NestOf(x), NestOf(y)]
            : [NestOf(x)];
        return new(KerasSharp.Nest.Tuple<object?>(parts));
    }

    /// <summary>Data of a nest of arrays or tensors.</summary>
    internal static Data? Of(Nest<object?> nest) => nest is { IsLeaf: true, Value: null } ? null : new(nest);

    private static Nest<object?> NestOf(Data? data) => data?.nest ?? new Nest<object?>((object?)null);

    // A batch keeps its Tensors as one leaf: taking them apart and together again at every step would cost memory.
    private static Nest<object?> NestOf(Tensor? tensor) => new((object?)tensor);

    private static Tensor? ToTensor(Nest<object?> part) => part.IsLeaf ? ToTensor(part.Value) : Tensors.Of(part.map(leaf => ToTensor(leaf)!));

    private static Tensor? ToTensor(object? leaf) => leaf switch
    {
        null => null,
        Tensor tensor => tensor,
        NDArray array => Tensor.From(HalfArrays.ToSingle(array)),
        _ => throw new TypeError($"Expected an array or a tensor. Received: {leaf}"),
    };
}
