using KerasSharp.Backends;
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
            Fill(output, op == ReduceOp.Max ? float.NegativeInfinity : float.PositiveInfinity);
        }
        else
        {
            Set(output, Reduced(op, View(x), Types.Long(axes)));
        }
    }

    /// <inheritdoc/>
    public void ArgReduce(bool max, Tensor x, int axis, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        Set(output, (max ? View(x).argmax(axis) : View(x).argmin(axis)).to(torch.ScalarType.Int32));
    }

    /// <inheritdoc/>
    public void SumRows(Tensor x, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        Set(output, Rows(x).sum([0L]));
    }

    // Sums and products in double, as the contract says.
    private static torch.Tensor Reduced(ReduceOp op, torch.Tensor x, long[] axes) => op switch
    {
        ReduceOp.Max => x.amax(axes),
        ReduceOp.Min => x.amin(axes),
        ReduceOp.Sum => x.sum(axes, type: torch.ScalarType.Float64).to(torch.ScalarType.Float32),
        ReduceOp.Mean => x.mean(axes, type: torch.ScalarType.Float64).to(torch.ScalarType.Float32),
        _ => Product(x, axes),
    };

    // One axis after the other, from the last: those before keep their numbers.
    private static torch.Tensor Product(torch.Tensor x, long[] axes)
    {
        for (var i = axes.Length - 1; i >= 0; i--)
        {
            x = torch.prod(x, axes[i], type: torch.ScalarType.Float64);
        }

        return x.to(torch.ScalarType.Float32);
    }
}
