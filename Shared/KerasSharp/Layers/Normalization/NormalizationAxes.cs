namespace KerasSharp.Layers;

/// <summary>The axes that a normalization keeps apart or normalizes over: checked against the input's shape, as Keras does.</summary>
internal static class NormalizationAxes
{
    /// <summary>The axes counted from the front, in the order given.</summary>
    /// <param name="axis">The axis or axes.</param>
    /// <param name="input_shape">The input's shape.</param>
    /// <param name="mayBeUnknown">Whether their lengths do not matter.</param>
    /// <exception cref="ValueError">An axis is out of range, stands twice, or has no known length; in Keras's words.</exception>
    public static int[] Of(IntTuple axis, TensorShape input_shape, bool mayBeUnknown = false)
    {
        var given = axis.to_array();
        var axes = Array.ConvertAll(given, a => a < 0 ? a + input_shape.rank : a);
        if (Array.Exists(axes, a => a < 0 || a >= input_shape.rank))
        {
            throw new ValueError($"Invalid value for `axis` argument. Expected 0 <= axis < inputs.rank (with inputs.rank={input_shape.rank}). Received: axis={(IntTuple)axes}");
        }

        if (axes.Distinct().Count() != axes.Length)
        {
            throw new ValueError($"Duplicate axis: {(IntTuple)axes}");
        }

        return mayBeUnknown || !Array.Exists(axes, a => input_shape[a] is null) ? axes
            : throw new ValueError($"Input has undefined `axis` dimension. Received input with shape {input_shape}. Axis value: {(IntTuple)axes}");
    }

    /// <summary>The shape that stretches over an input: the lengths of some axes, and 1 elsewhere.</summary>
    public static int[] Stretched(int[] axes, ReadOnlySpan<int> dims)
    {
        var shape = new int[dims.Length];
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] = axes.Contains(i) ? dims[i] : 1;
        }

        return shape;
    }
}
