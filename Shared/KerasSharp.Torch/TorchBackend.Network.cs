using KerasSharp.Backends;
using TorchSharp;
using Tensor = KerasSharp.Engine.Tensor;

namespace KerasSharp.Torch;

// Matrix products, softmax, what changes a variable in place.
public sealed partial class TorchBackend
{
    /// <inheritdoc/>
    public void MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, Tensor output)
        => MatMul(a, b, transposeA, transposeB, null, FusedActivation.None, output);

    /// <inheritdoc/>
    public void MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, Tensor? bias, FusedActivation activation, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        var left = transposeA ? View(a).transpose(-1, -2) : View(a);
        var right = transposeB ? View(b).transpose(-1, -2) : View(b);
        torch.Tensor result;
        if (bias is not null && a.ndim == 2 && b.ndim == 2)
        {
            result = torch.addmm(View(bias), left, right, beta: 1, alpha: 1);
        }
        else
        {
            result = torch.matmul(left, right);
            if (bias is not null)
            {
                result.add_(View(bias));
            }
        }

        Activate(activation, result);
        Set(output, result);
    }

    /// <inheritdoc/>
    public void Softmax(Tensor x, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        Set(output, torch.softmax(View(x), -1));
    }

    /// <inheritdoc/>
    public void SoftmaxGradient(Tensor y, Tensor dy, Tensor dx)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor value = View(y), gradient = View(dy);
        var dot = value.mul(gradient).sum(-1, keepdim: true);
        Set(dx, gradient.sub(dot).mul(value));
    }

    /// <inheritdoc/>
    public void SoftmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss, Tensor gradient)
    {
        using var scope = torch.NewDisposeScope();
        var goal = Rows(target);
        var logarithm = torch.nn.functional.log_softmax(Rows(logits).to(torch.ScalarType.Float64), -1);

        // A class that no target names costs nothing, however unlikely it is: 0 · -∞ would be NaN.
        var terms = torch.where(goal.eq(0), torch.zeros_like(logarithm), logarithm.mul(goal));
        Set(loss, terms.sum(-1).neg().to(torch.ScalarType.Float32));
        Set(gradient, logarithm.exp().mul(goal.sum(-1, keepdim: true)).sub(goal).to(torch.ScalarType.Float32));
    }

    /// <inheritdoc/>
    public void Blend(float a, Tensor x, float b, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor source = View(x), target = View(output);
        if (ReferenceEquals(x.Storage, output.Storage))
        {
            target.mul_(a + b);
            return;
        }

        if (b != 1)
        {
            target.mul_(b);
        }

        target.add_(source, alpha: a);
    }

    /// <inheritdoc/>
    public void Adam(Tensor variable, Tensor gradient, Tensor momentum, Tensor velocity, Tensor? maxVelocity, in AdamStep step)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor g = View(gradient), m = View(momentum), v = View(velocity);
        m.add_(g.sub(m), alpha: step.Rate1);
        v.add_(g.square().sub_(v), alpha: step.Rate2);
        if (maxVelocity is not null)
        {
            var largest = View(maxVelocity);
            largest.copy_(torch.maximum(largest, v));
            v = largest;
        }

        View(variable).addcdiv_(m, v.sqrt().add_(step.Epsilon), -step.Alpha);
    }

    private static void Activate(FusedActivation activation, torch.Tensor x)
    {
        switch (activation)
        {
            case FusedActivation.Relu:
                x.relu_();
                break;
            case FusedActivation.Tanh:
                x.tanh_();
                break;
            case FusedActivation.Sigmoid:
                x.sigmoid_();
                break;
        }
    }
}
