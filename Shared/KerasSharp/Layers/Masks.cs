using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>Logic on masks: bool tensors, whose reductions no operation computes.</summary>
internal static class Masks
{
    /// <summary>Whether any element of an axis is true.</summary>
    public static Tensor Any(Tensor mask, int axis, bool keepdims = false) => Bool(ops.max(Number(mask), axis, keepdims));

    /// <summary>Whether all elements of an axis are true.</summary>
    public static Tensor All(Tensor mask, int axis) => Bool(ops.min(Number(mask), axis));

    /// <summary>Where no element equals a number.</summary>
    public static Tensor Differs(Tensor x, double value) => ops.not_equal(x, Tensor.ScalarBeside(x, value));

    /// <summary>True everywhere, in the shape of a tensor whose last axis shrinks to 1.</summary>
    public static Tensor AllTrue(Tensor x) => Bool(ops.ones_like(Number(ops.slice(x, new int[x.ndim], [.. x.Dims[..^1], 1]))));

    /// <summary>Where a step may look: (1, rows, columns), true from the first column to the row's own.</summary>
    public static Tensor Causal(Tensor beside, int rows, int columns)
        => ops.greater_equal(Range(beside, rows, 1, rows, 1), Range(beside, columns, 1, 1, columns));

    /// <summary>Both masks together; null where there is none.</summary>
    public static Tensor? And(Tensor? a, Tensor? b) => a is null ? b : b is null ? a : ops.logical_and(a, b);

    private static Tensor Range(Tensor beside, int count, params int[] dims)
        => Tensor.FromBeside<int>(beside, [.. Enumerable.Range(0, count)], dims);

    private static Tensor Number(Tensor mask) => ops.cast(mask, Engine.DType.Float32);

    private static Tensor Bool(Tensor number) => ops.cast(number, Engine.DType.Bool);
}
