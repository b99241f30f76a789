using System.Collections;
using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp;

/// <summary>
/// What <c>predict</c> gives: an array; of a model of several outputs a list or dictionary of arrays: <c>model.predict(x)["size"]</c>,
/// <c>model.predict(x)[0]</c>, <c>var (kind, size) = model.predict(x);</c>. Several are no array themselves: as one they are empty.
/// </summary>
#pragma warning disable CA1010 // an array goes through its rows, of whatever type they are
public sealed class NDArrays : NDArray, IEnumerable
#pragma warning restore CA1010
{
    private NDArrays(NDArray only)
        : base(only.GetData(), new Shape(only.shape)) => Nest = new(only);

    private NDArrays(Nest<NDArray> several)
        : base(typeof(float), 0) => Nest = several;

    /// <summary>The structure, as the model's <c>call</c> gave it; one value where there is one output.</summary>
    public Nest<NDArray> Nest { get; }

    /// <summary>The number of outputs.</summary>
    public int Count => Nest.Count;

    /// <summary>Whether there are several outputs.</summary>
    internal bool AreSeveral => !Nest.IsLeaf;

    /// <summary>The output at a position; of one array its row.</summary>
    public NDArray this[int index] => AreSeveral ? Of(Nest[index < 0 ? Nest.Count + index : index]) : Nest.Value[index];

    /// <summary>The output of a name; of one array what a slice such as <c>":, 0"</c> shows.</summary>
    /// <exception cref="KeyError">There is no such name.</exception>
    public new NDArray this[string name]
    {
        get => AreSeveral ? Of(Nest[name]) : base[name];
        set => base[name] = value;
    }

    /// <summary>The output at a position.</summary>
    public NDArray output(int index) => Of(Nest[index]);

    /// <summary>The output of a name.</summary>
    /// <exception cref="KeyError">There is no such name.</exception>
    public NDArray output(string name) => Of(Nest[name]);

    /// <summary>The outputs, or the rows of one array.</summary>
    public new IEnumerator GetEnumerator() => AreSeveral ? Nest.Items.Select(Of).GetEnumerator() : base.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's text of the structure.</summary>
    public override string ToString() => AreSeveral ? Nest.ToString() : base.ToString();

    /// <summary>One array, or several in one object.</summary>
    public static NDArrays Of(Nest<NDArray> nest)
    {
        ArgumentNullException.ThrowIfNull(nest);
        return !nest.IsLeaf ? new(nest) : nest.Value as NDArrays ?? new(nest.Value);
    }

    /// <summary>Copies of a model's outputs.</summary>
    internal static NDArrays Of(Tensor outputs) => Of(outputs is Tensors several ? several.Nest.map(t => t.numpy()) : new Nest<NDArray>(outputs.numpy()));
}
