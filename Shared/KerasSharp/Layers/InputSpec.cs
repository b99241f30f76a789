using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// What a layer expects of its input; what does not fit is refused in Keras's words.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/keras/layers/InputSpec"/>.
/// </summary>
/// <param name="dtype">The type: <c>int32</c>; any if not given.</param>
/// <param name="shape">The whole shape, null where any length will do.</param>
/// <param name="ndim">The exact number of axes.</param>
/// <param name="max_ndim">The largest number of axes.</param>
/// <param name="min_ndim">The smallest number of axes.</param>
/// <param name="axes">Lengths of some axes; a negative axis counts from the end.</param>
/// <param name="allow_last_axis_squeeze">Whether a last axis of length 1 may be there or not.</param>
public sealed record InputSpec(
    string? dtype = null, TensorShape shape = default, int? ndim = null, int? max_ndim = null, int? min_ndim = null, IReadOnlyDictionary<int, int>? axes = null,
    bool allow_last_axis_squeeze = false)
{
    /// <summary>Refuses inputs whose number or shapes do not fit.</summary>
    /// <exception cref="ValueError">With Keras's message.</exception>
    internal static void Check(Nest<InputSpec> specs, Nest<Tensor> inputs, string layer_name)
    {
        if (specs.IsLeaf && inputs.IsLeaf)
        {
            specs.Value?.Check(inputs.Value, layer_name);
            return;
        }

        var (wanted, given) = (specs.flatten(), inputs.flatten());
        if (wanted.Count != given.Count)
        {
            throw WrongNumber(layer_name, wanted.Count, given);
        }

        for (var i = 0; i < wanted.Count; i++)
        {
            wanted[i]?.Check(given[i], layer_name, i);
        }
    }

    /// <summary>Keras's words for a wrong number of inputs.</summary>
    internal static ValueError WrongNumber(string layer_name, int wanted, IReadOnlyList<Tensor> given) => new(
        $"Layer \"{layer_name}\" expects {wanted} input(s), but it received {given.Count} input tensors. "
        + $"Inputs received: [{string.Join(", ", given.Select(x => Python.PythonFormat.Repr(x)))}]");

    /// <summary>Refuses a tensor whose shape or type does not fit.</summary>
    /// <exception cref="ValueError">With Keras's message.</exception>
    internal void Check(Tensor received, string layer_name, int index = 0)
    {
        Check(received.shape, layer_name, index);
        if (dtype is not null && received.dtype.Name() != dtype)
        {
            throw new ValueError($"Input {index} of layer \"{layer_name}\" is incompatible with the layer: expected dtype={dtype}, found dtype=<dtype: '{received.dtype.Name()}'>");
        }
    }

    /// <summary>Refuses a shape that does not fit.</summary>
    /// <exception cref="ValueError">With Keras's message.</exception>
    internal void Check(TensorShape received, string layer_name, int index = 0)
    {
        var rank = received.rank;
        string Text(string what) => $"Input {index} of layer \"{layer_name}\" is incompatible with the layer: {what}";
        if (ndim is { } exact && rank != exact)
        {
            throw new ValueError(Text($"expected ndim={exact}, found ndim={rank}. Full shape received: {received}"));
        }

        if (max_ndim is { } max && rank > max)
        {
            throw new ValueError(Text($"expected max_ndim={max}, found ndim={rank}"));
        }

        if (min_ndim is { } min && rank < min)
        {
            throw new ValueError(Text($"expected min_ndim={min}, found ndim={rank}. Full shape received: {received}"));
        }

        foreach (var (axis, length) in axes ?? new Dictionary<int, int>())
        {
            var found = received[axis < 0 ? axis + rank : axis];
            if (found is not null && found != length)
            {
                throw new ValueError(Text($"expected axis {axis} of input shape to have value {length}, but received input with shape {received}"));
            }
        }

        if (shape.is_given)
        {
            // As in Keras, an axis that only one of the two has is not compared: the first layer reports the error.
            foreach (var (wanted, got) in Squeezed(shape).Zip(Squeezed(received)))
            {
                if (wanted is not null && got is not null && wanted != got)
                {
                    throw new ValueError(Text($"expected shape={shape}, found shape={received}"));
                }
            }
        }
    }

    private IEnumerable<int?> Squeezed(TensorShape dims) => allow_last_axis_squeeze && dims.rank > 0 && dims[^1] == 1 ? dims.SkipLast(1) : dims;
}
