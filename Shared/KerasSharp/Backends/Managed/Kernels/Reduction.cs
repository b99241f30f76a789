using System.Numerics;
using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Reductions over any axes. Axes that lie side by side and are all reduced, or all kept, are one. Where several are reduced, it is done
/// one after the other, from the last, and what is in between stays in the wider type: floats are summed in double, integers in int64.
/// </summary>
internal static unsafe class Reduction
{
    /// <summary>The sum of x, or its mean, or its product, over sorted axes.</summary>
    public static void Sum<T, TSum>(ReduceOp op, T* x, ReadOnlySpan<int> dims, ReadOnlySpan<int> axes, T* y, int outputSize)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
    {
        if (op == ReduceOp.Prod)
        {
            Run<T, TSum, ProductReducer<TSum>>(x, dims, axes, y, outputSize, 1);
            return;
        }

        var count = 1L;
        foreach (var axis in axes) count *= dims[axis];
        Run<T, TSum, SumReducer<TSum>>(x, dims, axes, y, outputSize, op == ReduceOp.Mean ? count : 1);
    }

    /// <summary>The largest or the smallest x over sorted axes.</summary>
    public static void Extreme<T>(ReduceOp op, T* x, ReadOnlySpan<int> dims, ReadOnlySpan<int> axes, T* y, int outputSize)
        where T : unmanaged, INumber<T>
    {
        if (op == ReduceOp.Max) Run<T, T, MaximumReducer<T>>(x, dims, axes, y, outputSize, 1);
        else Run<T, T, MinimumReducer<T>>(x, dims, axes, y, outputSize, 1);
    }

    private static void Run<T, TSum, TReducer>(T* x, ReadOnlySpan<int> dims, ReadOnlySpan<int> axes, T* y, int outputSize, long divisor)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
        where TReducer : IReducer<TSum>
    {
        using var lease = Scratch.Rent(Floats<TSum>(outputSize));
        var sums = (TSum*)lease.Pointer;
        Span<Group> groups = stackalloc Group[dims.Length + 1];
        ReduceGroups<T, TSum, TReducer>(x, groups[..Collapse(dims, axes, groups)], sums);
        if (divisor == 0 && outputSize > 0 && TSum.IsInteger(TSum.One / (TSum.One + TSum.One))) throw new ValueError("Integer division by zero");
        var count = TSum.CreateTruncating(divisor);
        for (var i = 0; i < outputSize; i++) y[i] = T.CreateTruncating(divisor == 1 ? sums[i] : sums[i] / count);
    }

    private static void ReduceGroups<T, TSum, TReducer>(T* x, Span<Group> groups, TSum* y)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
        where TReducer : IReducer<TSum>
    {
        var last = groups.Length - 1;
        while (last >= 0 && !groups[last].IsReduced) last--;
        var outer = Size(groups[..Math.Max(last, 0)]);
        var inner = Size(groups[(last + 1)..]);
        if (last < 2)
        {
            // One group: where none is reduced, each element is one of its own.
            AxisReduction.Run<T, TSum, TReducer>(x, outer, last < 0 ? 1 : groups[last].Length, inner, y);
            return;
        }

        using var lease = Scratch.Rent(Floats<TSum>(outer * inner));
        AxisReduction.Run<T, TSum, TReducer>(x, outer, groups[last].Length, inner, (TSum*)lease.Pointer);

        // The kept groups before and behind it are side by side now.
        groups[last - 1] = new(checked((int)(groups[last - 1].Length * inner)), false);
        ReduceGroups<TSum, TSum, TReducer>((TSum*)lease.Pointer, groups[..last], y);
    }

    // Axes of length 1 are left out.
    private static int Collapse(ReadOnlySpan<int> dims, ReadOnlySpan<int> axes, Span<Group> groups)
    {
        var count = 0;
        for (var axis = 0; axis < dims.Length; axis++)
        {
            var isReduced = axes.Contains(axis);
            if (dims[axis] == 1) continue;
            if (count > 0 && groups[count - 1].IsReduced == isReduced) groups[count - 1] = new(groups[count - 1].Length * dims[axis], isReduced);
            else groups[count++] = new(dims[axis], isReduced);
        }

        return count;
    }

    private static nint Size(ReadOnlySpan<Group> groups)
    {
        nint size = 1;
        foreach (var group in groups) size *= group.Length;
        return size;
    }

    private static nint Floats<T>(nint count) => ((count * Unsafe.SizeOf<T>()) + sizeof(float) - 1) / sizeof(float);

    private readonly record struct Group(int Length, bool IsReduced);
}
