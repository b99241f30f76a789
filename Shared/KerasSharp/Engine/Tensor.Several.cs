using System.Runtime.CompilerServices;

namespace KerasSharp.Engine;

// Several tensors in one object: what stands in the list or dictionary of Tensors, the rows of a single tensor.
[CollectionBuilder(typeof(Tensor), nameof(Create))]
public partial class Tensor : IEnumerable<Tensor>
{
    /// <summary>The entry of a name in a dictionary of tensors; of one tensor the part that Python's text between brackets means: <c>x["::2, 0"]</c>.</summary>
    /// <exception cref="TypeError">The text is no index.</exception>
    public virtual Tensor this[string key]
    {
        get => this[TensorIndex.Parse(key)];
        set => throw new TypeError($"Only a dictionary of tensors has entries by name. Received: the name '{key}' of {this}");
    }

    /// <summary>The tensors of a list or dictionary; of one tensor its parts along the first axis, as in TensorFlow.</summary>
    public IEnumerator<Tensor> GetEnumerator() => Parts().GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Two outputs: <c>var (y, state) = layer.apply(x)</c>.</summary>
    /// <exception cref="ValueError">There are not two.</exception>
    public void Deconstruct(out Tensor first, out Tensor second)
    {
        var parts = Parts(2);
        (first, second) = (parts[0], parts[1]);
    }

    /// <summary>Three outputs.</summary>
    /// <exception cref="ValueError">There are not three.</exception>
    public void Deconstruct(out Tensor first, out Tensor second, out Tensor third)
    {
        var parts = Parts(3);
        (first, second, third) = (parts[0], parts[1], parts[2]);
    }

    /// <summary>Four outputs.</summary>
    /// <exception cref="ValueError">There are not four.</exception>
    public void Deconstruct(out Tensor first, out Tensor second, out Tensor third, out Tensor fourth)
    {
        var parts = Parts(4);
        (first, second, third, fourth) = (parts[0], parts[1], parts[2], parts[3]);
    }

    /// <summary>Five outputs.</summary>
    /// <exception cref="ValueError">There are not five.</exception>
    public void Deconstruct(out Tensor first, out Tensor second, out Tensor third, out Tensor fourth, out Tensor fifth)
    {
        var parts = Parts(5);
        (first, second, third, fourth, fifth) = (parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /// <summary>For collection expressions: <c>layer.apply([a, b])</c>.</summary>
    public static Tensor Create(ReadOnlySpan<Tensor> tensors) => new Tensors(KerasSharp.Nest.List(tensors.ToArray().Select(t => t?.Nest ?? new Nest<Tensor>(null!))));

    /// <summary>A tuple of two, as Python's <c>(a, b)</c>.</summary>
    public static implicit operator Tensor((Tensor, Tensor) pair) => new Tensors(KerasSharp.Nest.Tuple<Tensor>(pair.Item1.Nest, pair.Item2.Nest));

    /// <summary>A tuple of three.</summary>
    public static implicit operator Tensor((Tensor, Tensor, Tensor) three)
        => new Tensors(KerasSharp.Nest.Tuple<Tensor>(three.Item1.Nest, three.Item2.Nest, three.Item3.Nest));

    private List<Tensor> Parts() => Nest.IsLeaf ? Rows() : [.. Nest.Items.Select(Tensors.Of)];

    private List<Tensor> Parts(int wanted)
    {
        var parts = Parts();
        return parts.Count == wanted ? parts
            : throw Python.Unpacking.Wrong(wanted, parts.Count);
    }

    /// <summary>Python's <c>len</c>: the first dimension, or how many tensors there are.</summary>
    /// <exception cref="TypeError">The tensor is symbolic, or of rank 0; in Keras's words.</exception>
    internal int Len() => !Nest.IsLeaf ? Nest.Count
        : IsSymbolic ? throw new TypeError(NoLength)
        : ndim == 0 ? throw new TypeError("Scalar tensor has no `len()`") : dim(0);

    private List<Tensor> Rows()
    {
        if (ndim == 0)
        {
            throw new TypeError("Cannot iterate over a scalar tensor.");
        }

        if (dim(0) < 0)
        {
            throw new TypeError("Cannot iterate over a Tensor with unknown first dimension.");
        }

        return [.. Enumerable.Range(0, dim(0)).Select(i => keras.ops.reshape(
            keras.ops.slice(this, [i, .. new int[ndim - 1]], [1, .. Dims[1..]]), Dims[1..].ToArray()))];
    }
}
