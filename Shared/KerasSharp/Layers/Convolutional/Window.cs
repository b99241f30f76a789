using KerasSharp.Engine;
using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>
/// The arithmetic of windows that convolutions and poolings share: checking arguments, lengths of outputs, padding.
/// </summary>
internal static class Window
{
    /// <summary>An int or a tuple as a tuple of <paramref name="n"/> positive integers.</summary>
    /// <exception cref="ValueError">Another number of integers, or one that is not positive.</exception>
    public static int[] Tuple(IntTuple value, int n, string name, int otherwise) => Tuple(value, n, name, otherwise, least: 1);

    /// <summary>The same where 0 will do.</summary>
    /// <exception cref="ValueError">Another number of integers, or a negative one.</exception>
    public static int[] TupleWithZeros(IntTuple value, int n, string name) => Tuple(value, n, name, 0, least: 0);

    /// <summary>The same for strides, of which Keras refuses 0 in other words.</summary>
    /// <exception cref="ValueError">Another number of integers, or one that is not positive.</exception>
    public static int[] Strides(IntTuple value, int n, int otherwise)
    {
        var strides = Tuple(value, n, "strides", otherwise, least: 0);
        return strides.Contains(0) ? throw new ValueError($"The argument `strides` cannot contains 0(s). Received: {(IntTuple)strides}") : strides;
    }

    private static int[] Tuple(IntTuple value, int n, string name, int otherwise, int least)
    {
        if (!value.is_given)
        {
            return [.. Enumerable.Repeat(otherwise, n)];
        }

        var tuple = value.is_int ? [.. Enumerable.Repeat(value.as_span()[0], n)] : value.to_array();
        var text = $"The `{name}` argument must be a tuple of {n} integers. Received: {value}";
        return tuple.Length != n ? throw new ValueError(text)
            : Array.Exists(tuple, v => v < least)
                ? throw new ValueError($"{text} including {{{string.Join(", ", tuple.Where(v => v < least).Distinct())}}} "
                    + $"that does not satisfy the requirement `{(least == 0 ? ">=" : ">")} 0`.")
            : tuple;
    }

    /// <summary><c>valid</c> or <c>same</c>, or <c>causal</c> where that is taken, in lower case.</summary>
    /// <exception cref="ValueError">Another word.</exception>
    public static string Padding(string padding, bool takesCausal = false) => padding?.ToLowerInvariant() switch
    {
        "valid" => "valid",
        "same" => "same",
        "causal" when takesCausal => "causal",
        "causal" => throw new ValueError("Causal padding is only supported for `Conv1D`and `SeparableConv1D`."),
        _ => throw new ValueError("The `padding` argument must be a list/tuple or one of \"valid\", \"same\" (or \"causal\", only for `Conv1D). "
            + $"Received: {padding?.ToLowerInvariant()}"),
    };

    /// <summary><c>channels_last</c> or <c>channels_first</c>; none given means <c>keras.backend.image_data_format()</c>.</summary>
    /// <exception cref="ValueError">Another word.</exception>
    public static string DataFormat(string? data_format) => (data_format ?? keras.backend.image_data_format()).ToLowerInvariant() switch
    {
        "channels_last" => "channels_last",
        "channels_first" => "channels_first",
        _ => throw new ValueError($"The `data_format` argument must be one of \"channels_first\", \"channels_last\". Received: {data_format}"),
    };

    /// <summary>The number of places of a window; 0 or less where it does not fit.</summary>
    public static int OutputLength(int length, int window, bool same, int stride, int dilation = 1) =>
        CheckedGeometry.OutputLength(length, window, same, stride, dilation);

    /// <summary>A window that moves along an axis, by Keras's word for the padding.</summary>
    /// <exception cref="ValueError">The windows reach over more than 2^31 - 1 elements.</exception>
    public static WindowAxis Axis(int length, int window, string padding, int stride, int dilation = 1)
    {
        if (padding == "causal")
        {
            // All elements of a window lie at its place or in front of it. An element further away than the input is long sees zeros only.
            dilation = window == 1 ? 1 : Math.Min(dilation, Math.Max(1, length));
            return new(length, window, OutputLength(length, 1, true, stride), stride, dilation, CheckedGeometry.Dimension((window - 1L) * dilation, "the causal padding"));
        }

        var same = padding == "same";
        dilation = CheckedGeometry.Dilation(length, window, same, dilation);
        return new(length, window, OutputLength(length, window, same, stride, dilation), stride, dilation, PadBefore(length, window, same, stride, dilation));
    }

    /// <summary>What padding <c>same</c> puts in front; an odd element goes behind.</summary>
    /// <exception cref="ValueError">The windows reach over more than 2^31 - 1 elements.</exception>
    public static int PadBefore(int length, int window, bool same, int stride, int dilation = 1) =>
        same ? CheckedGeometry.PadBefore(length, window, stride, dilation) : 0;
}
