using KerasSharp.Backends;
using TorchSharp;
using Tensor = KerasSharp.Engine.Tensor;

namespace KerasSharp.Torch;

// Functions of one element, and comparisons of two.
public sealed partial class TorchBackend
{
    /// <inheritdoc/>
    public void Unary(UnaryOp op, Tensor x, Tensor output, float alpha = 0)
    {
        using var scope = torch.NewDisposeScope();
        Set(output, Function(op, View(x), alpha));
    }

    /// <inheritdoc/>
    public void Compare(CompareOp op, Tensor a, Tensor b, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor x = View(a), y = View(b);
        Set(output, op switch
        {
            CompareOp.Equal => x.eq(y),
            CompareOp.NotEqual => x.ne(y),
            CompareOp.Less => x.lt(y),
            CompareOp.LessEqual => x.le(y),
            CompareOp.Greater => x.gt(y),
            _ => x.ge(y),
        });
    }

    private static torch.Tensor Function(UnaryOp op, torch.Tensor x, float alpha) => op switch
    {
        UnaryOp.Abs => x.abs(),
        UnaryOp.Negative => x.neg(),
        UnaryOp.Sign => x.is_floating_point() ? torch.where(x.isnan(), x, x.sign()) : x.sign(),
        UnaryOp.Square => x.mul(x),
        UnaryOp.Sqrt => x.sqrt(),
        UnaryOp.Rsqrt => x.rsqrt(),
        UnaryOp.Exp => x.exp(),
        UnaryOp.Expm1 => x.expm1(),
        UnaryOp.Log => x.log(),
        UnaryOp.Log1p => x.log1p(),
        UnaryOp.Sin => x.sin(),
        UnaryOp.Cos => x.cos(),
        UnaryOp.Tan => x.tan(),
        UnaryOp.Asin => x.asin(),
        UnaryOp.Acos => x.acos(),
        UnaryOp.Atan => x.atan(),
        UnaryOp.Sinh => x.sinh(),
        UnaryOp.Cosh => x.cosh(),
        UnaryOp.Asinh => x.asinh(),
        UnaryOp.Acosh => x.acosh(),
        UnaryOp.Atanh => x.atanh(),
        UnaryOp.Floor => x.floor(),
        UnaryOp.Ceil => x.ceil(),
        UnaryOp.Round => x.round(),
        UnaryOp.Reciprocal => x.reciprocal(),
        UnaryOp.Tanh => x.tanh(),
        UnaryOp.Sigmoid => x.sigmoid(),
        UnaryOp.Softplus => x.clamp_min(0).add(x.abs().neg().exp().log1p()),
        UnaryOp.Softsign => x.div(x.abs().add(1)),
        UnaryOp.Erf => x.erf(),
        UnaryOp.Relu => x.relu(),
        UnaryOp.LeakyRelu => torch.where(x.gt(0), x, x.mul(alpha)),
        UnaryOp.Elu => torch.where(x.gt(0), x, x.expm1().mul(alpha)),
        UnaryOp.Silu => x.mul(x.sigmoid()),
        _ => throw new NotImplementedError($"The torch backend has no kernel for {op}."),
    };
}
