using KerasSharp.Engine;

namespace KerasSharp;

public static partial class builtins
{
    /// <summary>Python's <c>slice(stop)</c> for brackets: <c>x[.., slice(n)]</c> is <c>x[:, :n]</c>. For bounds that are numbers there are ranges: <c>x[.., ..2]</c>.</summary>
    /// <param name="stop">Before which element it ends: an int, a scalar tensor of integers, or null for the end.</param>
    /// <exception cref="TypeError">It is none of these.</exception>
    public static TensorIndex slice(object? stop) => TensorIndex.Slice(null, stop, null);

    /// <summary>Python's <c>slice(start, stop, step=None)</c>: <c>x[.., slice(n, null)]</c> is <c>x[:, n:]</c>.</summary>
    /// <param name="start">The first element, from the end if negative; null for the first of all.</param>
    /// <param name="stop">Before which element it ends; null for the end.</param>
    /// <param name="step">The distance of elements; 1 if null.</param>
    /// <exception cref="TypeError">One of them is no int, no scalar tensor of integers and not null.</exception>
    public static TensorIndex slice(object? start, object? stop, object? step = null) => TensorIndex.Slice(start, stop, step);
}
