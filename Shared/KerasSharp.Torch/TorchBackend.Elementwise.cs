using KerasSharp.Backends;
using TorchSharp;
using Tensor = KerasSharp.Engine.Tensor;

namespace KerasSharp.Torch;

// Functions of one and of two elements.
public sealed partial class TorchBackend
{
    private static readonly float TwoOverRootPi = (float)(2 / Math.Sqrt(Math.PI));

    /// <inheritdoc/>
    public void Unary(UnaryOp op, Tensor x, Tensor output, float alpha = 0)
    {
        using var scope = torch.NewDisposeScope();
        Set(output, Function(op, View(x), alpha));
    }

    /// <inheritdoc/>
    public void UnaryGradient(UnaryOp op, Tensor x, Tensor y, Tensor dy, Tensor dx, float alpha = 0)
    {
        using var scope = torch.NewDisposeScope();
        Set(dx, Gradient(op, View(x), View(y), View(dy), alpha));
    }

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
            BinaryOp.Divide => x.div(y),
            BinaryOp.Maximum => torch.maximum(x, y),
            BinaryOp.Minimum => torch.minimum(x, y),
            BinaryOp.Power => x.pow(y),
            _ => torch.where(y.eq(0), torch.zeros_like(y), x.div(y)),
        });
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

    /// <inheritdoc/>
    public void ActivationGradient(FusedActivation activation, Tensor y, Tensor dy, Tensor dx)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor value = View(y), gradient = View(dy);
        Set(dx, activation switch
        {
            FusedActivation.Relu => ReluGradient(value, gradient),
            FusedActivation.Tanh => TanhGradient(value, gradient),
            FusedActivation.Sigmoid => SigmoidGradient(value, gradient),
            _ => gradient.clone(),
        });
    }

    private static torch.Tensor Function(UnaryOp op, torch.Tensor x, float alpha) => op switch
    {
        UnaryOp.Abs => x.abs(),
        UnaryOp.Negative => x.neg(),
        UnaryOp.Sign => torch.where(x.isnan(), x, x.sign()),
        UnaryOp.Square => x.mul(x),
        UnaryOp.Sqrt => x.sqrt(),
        UnaryOp.Exp => x.exp(),
        UnaryOp.Expm1 => x.expm1(),
        UnaryOp.Log => x.log(),
        UnaryOp.Log1p => x.log1p(),
        UnaryOp.Sin => x.sin(),
        UnaryOp.Cos => x.cos(),
        UnaryOp.Floor => x.floor(),
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

    private static torch.Tensor Gradient(UnaryOp op, torch.Tensor x, torch.Tensor y, torch.Tensor dy, float alpha) => op switch
    {
        UnaryOp.Abs => dy.mul(x.sign()),
        UnaryOp.Negative => dy.neg(),
        UnaryOp.Square => dy.mul(x.mul(2)),
        UnaryOp.Sqrt => dy.mul(y.reciprocal().mul(0.5f)),
        UnaryOp.Exp => dy.mul(y),
        UnaryOp.Expm1 => dy.mul(y.add(1)),
        UnaryOp.Log => dy.mul(x.reciprocal()),
        UnaryOp.Log1p => dy.mul(x.add(1).reciprocal()),
        UnaryOp.Sin => dy.mul(x.cos()),
        UnaryOp.Cos => dy.mul(x.sin()).neg(),
        UnaryOp.Reciprocal => dy.mul(y.mul(y)).neg(),
        UnaryOp.Tanh => TanhGradient(y, dy),
        UnaryOp.Sigmoid => SigmoidGradient(y, dy),
        UnaryOp.Softplus => dy.mul(x.sigmoid()),
        UnaryOp.Softsign => dy.mul(x.abs().add(1).square().reciprocal()),
        UnaryOp.Erf => dy.mul(x.square().neg().exp().mul(TwoOverRootPi)),
        UnaryOp.Relu => ReluGradient(y, dy),
        UnaryOp.LeakyRelu => torch.where(x.gt(0), dy, dy.mul(alpha)),
        UnaryOp.Elu => torch.where(x.gt(0), dy, dy.mul(y.add(alpha))),
        UnaryOp.Silu => dy.mul(SiluDerivative(x, y)),
        _ => dy.mul(0), // sign, floor and round are flat
    };

    private static torch.Tensor ReluGradient(torch.Tensor y, torch.Tensor dy) => torch.where(y.gt(0), dy, torch.zeros_like(dy));

    private static torch.Tensor TanhGradient(torch.Tensor y, torch.Tensor dy) => dy.mul(y.square().neg().add(1));

    private static torch.Tensor SigmoidGradient(torch.Tensor y, torch.Tensor dy) => dy.mul(y.sub(y.square()));

    private static torch.Tensor SiluDerivative(torch.Tensor x, torch.Tensor y)
    {
        var sigmoid = x.sigmoid();
        return sigmoid.add(y.mul(sigmoid.neg().add(1)));
    }
}
