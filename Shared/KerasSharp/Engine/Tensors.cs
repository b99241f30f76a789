namespace KerasSharp.Engine;

/// <summary>
/// Several tensors where one is expected: a list, a tuple or a dictionary of them, nested to any depth. What a layer with several outputs
/// returns; it can be deconstructed, indexed by number or name, and iterated. Whatever else a tensor can do throws what Python says of a list.
/// </summary>
public sealed class Tensors : Tensor
{
    private Nest<Tensor> nest;

    /// <summary>An empty dictionary, to be filled: <c>new Tensors { ["image"] = x }</c>.</summary>
    public Tensors()
        : this(KerasSharp.Nest.Dictionary<Tensor>([]))
    {
    }

    /// <summary>The tensors of a nest that is a list or a dictionary.</summary>
    /// <exception cref="ValueError">The nest is one value: that is the tensor itself.</exception>
    public Tensors(Nest<Tensor> nest)
        : base(null, null)
    {
        ArgumentNullException.ThrowIfNull(nest);
        this.nest = nest.IsLeaf ? throw new ValueError("Tensors holds a list or a dictionary. Received: one tensor.") : nest;
    }

    /// <summary>The structure.</summary>
    public override Nest<Tensor> Nest => nest;

    /// <summary>The number of entries.</summary>
    public int Count => nest.Count;

    /// <summary>The entry of a name; setting one adds it.</summary>
    public override Tensor this[string key]
    {
        get => Of(nest[key]);
        set => nest = KerasSharp.Nest.Dictionary(nest.Keys.Where(k => k != key)
            .Select(k => KeyValuePair.Create(k, nest[k])).Append(KeyValuePair.Create(key, value.Nest)));
    }

    /// <summary>The entry at a position of a list, which may count from the end.</summary>
    /// <exception cref="TypeError">More than one index, or one that is no integer.</exception>
    /// <exception cref="IndexError">There is no such entry.</exception>
    public override Tensor this[params ReadOnlySpan<TensorIndex> index]
    {
        get
        {
            if (index.Length != 1 || index[0].Kind != IndexKind.Element || index[0].Start is not int position)
            {
                throw new TypeError("list indices must be integers or slices, not tuple");
            }

            position += position < 0 ? Count : 0;
            return position >= 0 && position < Count ? Of(nest.Items[position]) : throw new IndexError("list index out of range");
        }
    }

    /// <summary>Python's text of the list.</summary>
    public override string ToString() => nest.ToString();

    /// <summary>One tensor, or several in one object.</summary>
    public static Tensor Of(Nest<Tensor> nest)
    {
        ArgumentNullException.ThrowIfNull(nest);
        return nest.IsLeaf ? nest.Value : new Tensors(nest);
    }

    internal override string Repr() => nest.map(x => x.Repr()).ToString();

    internal override Exception NoTensor(string member) => new AttributeError(
        $"'{(nest.IsDictionary ? "dict" : nest.IsTuple ? "tuple" : "list")}' object has no attribute '{member}'");
}
