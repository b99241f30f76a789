using KerasSharp.Backends;
using KerasSharp.Engine;
using TorchSharp;
using Tensor = KerasSharp.Engine.Tensor;

namespace KerasSharp.Torch;

// Reductions.
public sealed partial class TorchBackend
{
    /// <inheritdoc/>
    public void Reduce(ReduceOp op, Tensor x, ReadOnlySpan<int> axes, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        if (axes.IsEmpty)
        {
            // To libtorch no axes mean all.
            Set(output, View(x).clone());
        }
        else if (x.size == 0 && op is ReduceOp.Max or ReduceOp.Min)
        {
            Fill(output, op == ReduceOp.Max ? Least(x.dtype) : Largest(x.dtype));
        }
        else
        {
            Set(output, Reduced(op, View(x), Types.Long(axes), Wide(x.dtype)).to(Types.Of(output.dtype)));
        }
    }

    /// <inheritdoc/>
    public void ArgReduce(bool max, Tensor x, int axis, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        var values = x.dtype == DType.Bool ? View(x).to(torch.ScalarType.Byte) : View(x);
        Set(output, x.size == 0 ? torch.zeros_like(View(output)) : (max ? values.argmax(axis) : values.argmin(axis)).to(Types.Of(output.dtype)));
    }

    /// <inheritdoc/>
    public void SumRows(Tensor x, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        Set(output, Rows(x).sum([0L]));
    }

    // Sums and products in double or int64, as the contract says.
    private static torch.Tensor Reduced(ReduceOp op, torch.Tensor x, long[] axes, torch.ScalarType wide) => op switch
    {
        ReduceOp.Max => x.amax(axes),
        ReduceOp.Min => x.amin(axes),
        ReduceOp.Sum => x.sum(axes, type: wide),
        ReduceOp.Mean when wide == torch.ScalarType.Int64 => Quotient(
            x.sum(axes, type: wide), torch.tensor(axes.Aggregate(1L, (n, axis) => n * x.shape[axis]), device: x.device), torch.RoundingMode.trunc),
        ReduceOp.Mean => x.mean(axes, type: wide),
        _ => Product(x, axes, wide),
    };

    // One axis after the other, from the last: those before keep their numbers.
    private static torch.Tensor Product(torch.Tensor x, long[] axes, torch.ScalarType wide)
    {
        for (var i = axes.Length - 1; i >= 0; i--)
        {
            x = torch.prod(x, axes[i], type: wide);
        }

        return x;
    }

    /// <summary>The type in which a type is summed.</summary>
    private static torch.ScalarType Wide(DType dtype) => dtype.IsFloating() ? torch.ScalarType.Float64 : torch.ScalarType.Int64;

    private static double Least(DType dtype) => dtype switch
    {
        DType.Int32 => int.MinValue,
        DType.Int64 => long.MinValue,
        DType.UInt8 or DType.Bool => 0,
        _ => double.NegativeInfinity,
    };

    private static double Largest(DType dtype) => dtype switch
    {
        DType.Int32 => int.MaxValue,
        DType.Int64 => long.MaxValue,
        DType.UInt8 => byte.MaxValue,
        DType.Bool => 1,
        _ => double.PositiveInfinity,
    };
}
