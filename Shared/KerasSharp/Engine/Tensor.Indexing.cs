namespace KerasSharp.Engine;

// x[1..3, tf.ellipsis, ^1]: parts of a tensor, as Python's brackets take them.
public partial class Tensor
{
    /// <summary>What was sliced, if this is a slice of a variable: <c>variable[0].assign(…)</c> writes there.</summary>
    internal (Variable Variable, TensorIndex[] Index)? SliceOf { get; set; }

    /// <summary>
    /// A part of the tensor by Python's rules: <c>x[.., ^1]</c> is <c>x[:, -1]</c>, <c>x["::2"]</c> is <c>x[::2]</c>. Gradients flow.
    /// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/Tensor#__getitem__"/>.
    /// </summary>
    /// <exception cref="InvalidArgumentError">An index is outside, or there are more than axes.</exception>
    /// <exception cref="TypeError">An item is no index.</exception>
    public virtual Tensor this[params ReadOnlySpan<TensorIndex> index] => tf.Operators.getitem(this, index.ToArray());

    /// <summary>Writes to the part of the variable that this slice was taken from, and gives the variable's new value.</summary>
    /// <param name="val">A tensor that broadcasts to the slice's shape.</param>
    /// <exception cref="AttributeError">This is no slice of a variable.</exception>
    public Tensor assign(TensorLike val)
    {
        var (variable, index) = SliceOf
            ?? throw new AttributeError("'tensorflow.python.framework.ops.EagerTensor' object has no attribute 'assign'");
        variable.AssignSlice(index, val);
        return variable.value;
    }
}
