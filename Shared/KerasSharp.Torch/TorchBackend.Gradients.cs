using KerasSharp.Backends;
using TorchSharp;
using Tensor = KerasSharp.Engine.Tensor;

namespace KerasSharp.Torch;

// First derivatives of functions of one element.
public sealed partial class TorchBackend
{
    private static readonly float TwoOverRootPi = (float)(2 / Math.Sqrt(Math.PI));

    /// <inheritdoc/>
    public void UnaryGradient(UnaryOp op, Tensor x, Tensor y, Tensor dy, Tensor dx, float alpha = 0)
    {
        using var scope = torch.NewDisposeScope();
        Set(dx, Gradient(op, View(x), View(y), View(dy), alpha));
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

    private static torch.Tensor Gradient(UnaryOp op, torch.Tensor x, torch.Tensor y, torch.Tensor dy, float alpha) => op switch
    {
        UnaryOp.Abs => dy.mul(x.sign()),
        UnaryOp.Negative => dy.neg(),
        UnaryOp.Square => dy.mul(x.mul(2)),
        UnaryOp.Sqrt => dy.mul(y.reciprocal().mul(0.5f)),
        UnaryOp.Rsqrt => dy.mul(y.pow(3).mul(-0.5f)),
        UnaryOp.Exp => dy.mul(y),
        UnaryOp.Expm1 => dy.mul(y.add(1)),
        UnaryOp.Log => dy.mul(x.reciprocal()),
        UnaryOp.Log1p => dy.mul(x.add(1).reciprocal()),
        UnaryOp.Sin => dy.mul(x.cos()),
        UnaryOp.Cos => dy.mul(x.sin()).neg(),
        UnaryOp.Tan => dy.mul(y.square().add(1)),
        UnaryOp.Asin => dy.mul(x.square().neg().add(1).rsqrt()),
        UnaryOp.Acos => dy.mul(x.square().neg().add(1).rsqrt()).neg(),
        UnaryOp.Atan => dy.div(x.square().add(1)),
        UnaryOp.Sinh => dy.mul(x.cosh()),
        UnaryOp.Cosh => dy.mul(x.sinh()),
        UnaryOp.Asinh => dy.mul(x.square().add(1).rsqrt()),
        UnaryOp.Acosh => dy.mul(x.square().sub(1).rsqrt()),
        UnaryOp.Atanh => dy.div(x.square().neg().add(1)),
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
        _ => dy.mul(0), // sign, floor, ceil and round are flat
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
