using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp;

/// <summary>
/// What <c>predict</c> gives for a model of several outputs: a list or dictionary of arrays where one array is expected.
/// <c>var (kind, size) = model.predict(x);</c> takes it apart; as an array it is empty.
/// </summary>
#pragma warning disable CA1010 // an array goes through its rows, of whatever type they are
public sealed class NDArrays : NDArray
#pragma warning restore CA1010
{
    private NDArrays(Nest<NDArray> nest)
        : base(typeof(float), 0) => Nest = nest;

    /// <summary>The structure, as the model's <c>call</c> gave it.</summary>
    public Nest<NDArray> Nest { get; }

    /// <summary>The number of outputs.</summary>
    public int Count => Nest.Count;

    /// <summary>The output at a position.</summary>
    public NDArray output(int index) => Of(Nest[index]);

    /// <summary>The output of a name.</summary>
    /// <exception cref="KeyError">There is no such name.</exception>
    public NDArray output(string name) => Of(Nest[name]);

    /// <summary>Python's text of the structure.</summary>
    public override string ToString() => Nest.ToString();

    /// <summary>One array, or several in one object.</summary>
    public static NDArray Of(Nest<NDArray> nest)
    {
        ArgumentNullException.ThrowIfNull(nest);
        return nest.IsLeaf ? nest.Value : new NDArrays(nest);
    }

    /// <summary>Copies of a model's outputs.</summary>
    internal static NDArray Of(Tensor outputs) => outputs is Tensors several ? Of(several.Nest.map(t => t.numpy())) : outputs.numpy();
}
