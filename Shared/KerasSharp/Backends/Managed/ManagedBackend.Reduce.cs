using System.Numerics;
using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

// Reductions, and what runs along one axis.
public sealed unsafe partial class ManagedBackend
{
    /// <inheritdoc/>
    public void Reduce(ReduceOp op, Tensor x, ReadOnlySpan<int> axes, Tensor output)
    {
        switch (x.dtype)
        {
            case DType.Float32: Reduce<float, double>(op, x, axes, output); break;
            case DType.Float64: Reduce<double, double>(op, x, axes, output); break;
            case DType.Int32: Reduce<int, long>(op, x, axes, output); break;
            case DType.Int64: Reduce<long, long>(op, x, axes, output); break;
            case DType.UInt8: Reduce<byte, long>(op, x, axes, output); break;
            case DType.Bool when op is ReduceOp.Max or ReduceOp.Min or ReduceOp.Prod: Reduce<byte, long>(op, x, axes, output); break;
            default: throw Unsupported($"{op}", x.dtype);
        }
    }

    /// <inheritdoc/>
    public void ArgReduce(bool max, Tensor x, int axis, Tensor output)
    {
        switch (x.dtype)
        {
            case DType.Float32: ArgReduce<float>(max, x, axis, output); break;
            case DType.Float64: ArgReduce<double>(max, x, axis, output); break;
            case DType.Float16: ArgReduce<Half>(max, x, axis, output); break;
            case DType.Int32: ArgReduce<int>(max, x, axis, output); break;
            case DType.Int64: ArgReduce<long>(max, x, axis, output); break;
            case DType.UInt8 or DType.Bool: ArgReduce<byte>(max, x, axis, output); break;
            default: throw Unsupported("ArgReduce", x.dtype);
        }
    }

    /// <inheritdoc/>
    public void SumRows(Tensor x, Tensor output) => Managed.SumRows.Run(Floats(x), Rows(x), x.dim(-1), Floats(output));

    /// <inheritdoc/>
    public void CumSum(Tensor x, int axis, bool exclusive, bool reverse, Tensor output)
    {
        switch (x.dtype)
        {
            case DType.Float32: CumSum<float, double>(x, axis, exclusive, reverse, output); break;
            case DType.Float64: CumSum<double, double>(x, axis, exclusive, reverse, output); break;
            case DType.Int32: CumSum<int, int>(x, axis, exclusive, reverse, output); break;
            case DType.Int64: CumSum<long, long>(x, axis, exclusive, reverse, output); break;
            default: throw Unsupported("CumSum", x.dtype);
        }
    }

    /// <inheritdoc/>
    public void TopK(Tensor x, Tensor values, Tensor indices)
    {
        switch (x.dtype)
        {
            case DType.Float32: TopK<float>(x, values, indices); break;
            case DType.Float64: TopK<double>(x, values, indices); break;
            case DType.Float16: TopK<Half>(x, values, indices); break;
            case DType.Int32: TopK<int>(x, values, indices); break;
            case DType.Int64: TopK<long>(x, values, indices); break;
            case DType.UInt8 or DType.Bool: TopK<byte>(x, values, indices); break;
            default: throw Unsupported("TopK", x.dtype);
        }
    }

    private static void Reduce<T, TSum>(ReduceOp op, Tensor x, ReadOnlySpan<int> axes, Tensor output)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
    {
        if (op is ReduceOp.Max or ReduceOp.Min) Reduction.Extreme(op, Elements<T>(x), x.Dims, axes, Elements<T>(output), output.size);
        else Reduction.Sum<T, TSum>(op, Elements<T>(x), x.Dims, axes, Elements<T>(output), output.size);
    }

    private static void ArgReduce<T>(bool max, Tensor x, int axis, Tensor output)
        where T : unmanaged, INumber<T>
    {
        var (outer, length, inner) = Around(x, axis);
        if (output.dtype == DType.Int64) ArgReduction.Run(max, Elements<T>(x), outer, length, inner, Elements<long>(output));
        else ArgReduction.Run(max, Elements<T>(x), outer, length, inner, Elements<int>(output));
    }

    private static void CumSum<T, TSum>(Tensor x, int axis, bool exclusive, bool reverse, Tensor output)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
    {
        if (x.size == 0) return;
        var (outer, length, inner) = Around(x, axis);
        CumulativeSum.Run<T, TSum>(Elements<T>(x), outer, length, inner, exclusive, reverse, Elements<T>(output));
    }

    private static void TopK<T>(Tensor x, Tensor values, Tensor indices)
        where T : unmanaged, INumber<T>
        => Managed.TopK.Run(Elements<T>(x), Rows(x), x.dim(-1), values.dim(-1), Elements<T>(values), Elements<int>(indices));
}
