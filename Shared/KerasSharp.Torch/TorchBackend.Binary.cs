using KerasSharp.Backends;
using KerasSharp.Engine;
using TorchSharp;
using Tensor = KerasSharp.Engine.Tensor;

namespace KerasSharp.Torch;

// Functions of two elements.
public sealed partial class TorchBackend
{
    /// <inheritdoc/>
    public void Binary(BinaryOp op, Tensor a, Tensor b, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor x = View(a), y = View(b);
        Set(output, op switch
        {
            BinaryOp.Add => x.add(y),
            BinaryOp.Subtract => x.sub(y),
            BinaryOp.Multiply => x.mul(y),
            BinaryOp.Maximum => torch.maximum(x, y),
            BinaryOp.Minimum => torch.minimum(x, y),
            _ when a.dtype.IsFloating() => OfFloats(op, x, y),
            _ => OfIntegers(op, x, y),
        });
    }

    private static torch.Tensor OfFloats(BinaryOp op, torch.Tensor x, torch.Tensor y) => op switch
    {
        BinaryOp.Divide => x.div(y),
        BinaryOp.Power => x.pow(y),
        BinaryOp.FloorDivide => x.div(y).floor(),
        BinaryOp.FloorModulo => x.remainder(y),
        BinaryOp.Atan2 => x.atan2(y),
        _ => torch.where(y.eq(0), torch.zeros_like(y), x.div(y)),
    };

    private static torch.Tensor OfIntegers(BinaryOp op, torch.Tensor x, torch.Tensor y) => op switch
    {
        BinaryOp.Divide => Quotient(x, y, torch.RoundingMode.trunc),
        BinaryOp.Power => y.lt(0).any().ToBoolean() ? throw new ValueError("Integers to negative integer powers are not allowed.") : x.pow(y),
        BinaryOp.FloorDivide => Quotient(x, y, torch.RoundingMode.floor),
        BinaryOp.FloorModulo => x.sub(Quotient(x, y, torch.RoundingMode.floor).mul(y)),
        BinaryOp.DivideNoNan => torch.where(y.eq(0), torch.zeros_like(y), Quotient(x, y.masked_fill(y.eq(0), 1), torch.RoundingMode.trunc)),
        _ => throw new NotImplementedError($"The torch backend has no kernel for {op} of integers."),
    };

    private static torch.Tensor Quotient(torch.Tensor x, torch.Tensor y, torch.RoundingMode rounding)
    {
        if (y.numel() > 0 && y.eq(0).any().ToBoolean()) throw new ValueError("Integer division by zero");
        if (y.dtype == torch.ScalarType.Byte) return x.div(y, rounding);

        // The smallest number over -1 traps the processor, though the negative that wraps around is the answer.
        var negates = y.eq(-1);
        return torch.where(negates, x.neg(), x.div(y.masked_fill(negates, 1), rounding));
    }
}
