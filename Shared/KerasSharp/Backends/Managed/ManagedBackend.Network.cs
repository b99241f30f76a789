using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

// Matrix products, convolutions, pooling, softmax, Adam.
public sealed unsafe partial class ManagedBackend
{
    /// <inheritdoc/>
    public void MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, Tensor? bias, FusedActivation activation, Tensor output)
    {
        int m = output.dim(-2), n = output.dim(-1), k = a.dim(transposeA ? -2 : -1);
        var batches = output.size / Math.Max(1, m * n);
        for (var batch = 0; batch < batches; batch++)
        {
            var pa = Floats(a) + (a.ndim > 2 ? (long)batch * m * k : 0);
            var pb = Floats(b) + (b.ndim > 2 ? (long)batch * k * n : 0);
            var py = Floats(output) + ((long)batch * m * n);
            for (var i = 0; i < m; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var sum = 0.0;
                    for (var l = 0; l < k; l++)
                    {
                        sum += pa[transposeA ? (l * m) + i : (i * k) + l] * pb[transposeB ? (j * k) + l : (l * n) + j];
                    }

                    py[(i * n) + j] = Finish((float)sum + (bias is null ? 0 : Floats(bias)[j]), activation);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Conv2D(in Conv2DGeometry geometry, Tensor x, Tensor kernel, Tensor? bias, FusedActivation activation, Tensor output)
    {
        var y = Floats(output);
        var g = geometry;
        FloatSpan(output).Clear();
        Visit(g, (xi, ki, yi) => y[yi] += Floats(x)[xi] * Floats(kernel)[ki]);
        for (var i = 0; i < output.size; i++)
        {
            y[i] = Finish(y[i] + (bias is null ? 0 : Floats(bias)[i % g.Filters]), activation);
        }
    }

    /// <inheritdoc/>
    public void Conv2DGradientInput(in Conv2DGeometry geometry, Tensor dy, Tensor kernel, Tensor dx)
    {
        FloatSpan(dx).Clear();
        Visit(geometry, (xi, ki, yi) => Floats(dx)[xi] += Floats(dy)[yi] * Floats(kernel)[ki]);
    }

    /// <inheritdoc/>
    public void Conv2DGradientKernel(in Conv2DGeometry geometry, Tensor x, Tensor dy, Tensor dkernel)
    {
        FloatSpan(dkernel).Clear();
        Visit(geometry, (xi, ki, yi) => Floats(dkernel)[ki] += Floats(dy)[yi] * Floats(x)[xi]);
    }

    /// <inheritdoc/>
    public void Pool2D(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor output)
    {
        var y = Floats(output);
        VisitPools(geometry, (yi, window) => y[yi] = op == PoolOp.Max ? window.Max(i => Floats(x)[i]) : window.Average(i => Floats(x)[i]));
    }

    /// <inheritdoc/>
    public void Pool2DGradient(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        FloatSpan(dx).Clear();
        VisitPools(geometry, (yi, window) =>
        {
            if (op == PoolOp.Max)
            {
                Floats(dx)[window.First(i => Floats(x)[i] == Floats(y)[yi])] += Floats(dy)[yi];
            }
            else
            {
                window.ForEach(i => Floats(dx)[i] += Floats(dy)[yi] / window.Count);
            }
        });
    }

    /// <inheritdoc/>
    public void ActivationGradient(FusedActivation activation, Tensor y, Tensor dy, Tensor dx)
    {
        var op = activation switch
        {
            FusedActivation.Relu => UnaryOp.Relu,
            FusedActivation.Tanh => UnaryOp.Tanh,
            FusedActivation.Sigmoid => UnaryOp.Sigmoid,
            _ => throw new NotImplementedError($"{activation} has no gradient by its output."),
        };

        // relu(x) > 0 exactly where x > 0, so y serves as x too.
        UnaryGradient(op, y, y, dy, dx);
    }

    /// <inheritdoc/>
    public void Softmax(Tensor x, Tensor output)
    {
        var k = x.dim(-1);
        for (var row = 0; row < x.size / k; row++)
        {
            System.Numerics.Tensors.TensorPrimitives.SoftMax(FloatSpan(x).Slice(row * k, k), FloatSpan(output).Slice(row * k, k));
        }
    }

    /// <inheritdoc/>
    public void SoftmaxGradient(Tensor y, Tensor dy, Tensor dx)
    {
        var k = y.dim(-1);
        for (var row = 0; row < y.size / k; row++)
        {
            float* py = Floats(y) + (row * k), pdy = Floats(dy) + (row * k), pdx = Floats(dx) + (row * k);
            var dot = 0.0;
            for (var i = 0; i < k; i++)
            {
                dot += py[i] * pdy[i];
            }

            for (var i = 0; i < k; i++)
            {
                pdx[i] = (pdy[i] - (float)dot) * py[i];
            }
        }
    }

    /// <inheritdoc/>
    public void SoftmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss, Tensor gradient)
    {
        var k = logits.dim(-1);
        for (var row = 0; row < logits.size / k; row++)
        {
            float* x = Floats(logits) + (row * k), t = Floats(target) + (row * k), g = Floats(gradient) + (row * k);
            var max = float.NegativeInfinity;
            for (var i = 0; i < k; i++)
            {
                max = MathF.Max(max, x[i]);
            }

            double sum = 0, total = 0, dot = 0;
            for (var i = 0; i < k; i++)
            {
                sum += Math.Exp(x[i] - max);
                total += t[i];
                dot += t[i] * (double)(x[i] - max);
            }

            Floats(loss)[row] = (float)((Math.Log(sum) * total) - dot);
            for (var i = 0; i < k; i++)
            {
                g[i] = (float)((Math.Exp(x[i] - max) / sum * total) - t[i]);
            }
        }
    }

    /// <inheritdoc/>
    public void SumRows(Tensor x, Tensor output)
    {
        var axes = new int[x.ndim - 1];
        for (var i = 0; i < axes.Length; i++)
        {
            axes[i] = i;
        }

        Reduce(ReduceOp.Sum, x, axes, output);
    }

    /// <inheritdoc/>
    public void Adam(Tensor variable, Tensor gradient, Tensor momentum, Tensor velocity, Tensor? maxVelocity, in AdamStep step)
    {
        float* w = Floats(variable), g = Floats(gradient), m = Floats(momentum), v = Floats(velocity);
        for (var i = 0; i < variable.size; i++)
        {
            m[i] += (g[i] - m[i]) * (1 - step.Beta1);
            v[i] += ((g[i] * g[i]) - v[i]) * (1 - step.Beta2);
            var root = v[i];
            if (maxVelocity is not null)
            {
                root = Floats(maxVelocity)[i] = MathF.Max(Floats(maxVelocity)[i], root);
            }

            w[i] -= m[i] * step.Alpha / (MathF.Sqrt(root) + step.Epsilon);
        }
    }

    private static float Finish(float x, FusedActivation activation) => activation switch
    {
        FusedActivation.Relu => MathF.Max(x, 0),
        FusedActivation.Tanh => MathF.Tanh(x),
        FusedActivation.Sigmoid => 1 / (1 + MathF.Exp(-x)),
        _ => x,
    };

    private static void Visit(in Conv2DGeometry g, Action<int, int, int> product)
    {
        int inPerGroup = g.Channels / g.Groups, outPerGroup = g.Filters / g.Groups;
        for (var n = 0; n < g.Batch; n++)
        for (var oy = 0; oy < g.OutputHeight; oy++)
        for (var ox = 0; ox < g.OutputWidth; ox++)
        for (var ky = 0; ky < g.KernelHeight; ky++)
        for (var kx = 0; kx < g.KernelWidth; kx++)
        {
            int iy = (oy * g.StrideHeight) - g.PadTop + (ky * g.DilationHeight), ix = (ox * g.StrideWidth) - g.PadLeft + (kx * g.DilationWidth);
            if (iy < 0 || iy >= g.Height || ix < 0 || ix >= g.Width)
            {
                continue;
            }

            for (var c = 0; c < inPerGroup; c++)
            for (var f = 0; f < g.Filters; f++)
            {
                product(
                    (((((n * g.Height) + iy) * g.Width) + ix) * g.Channels) + (f / outPerGroup * inPerGroup) + c,
                    (((((ky * g.KernelWidth) + kx) * inPerGroup) + c) * g.Filters) + f,
                    (((((n * g.OutputHeight) + oy) * g.OutputWidth) + ox) * g.Filters) + f);
            }
        }
    }

    private static void VisitPools(in Pool2DGeometry g, Action<int, List<int>> pool)
    {
        for (var n = 0; n < g.Batch; n++)
        for (var oy = 0; oy < g.OutputHeight; oy++)
        for (var ox = 0; ox < g.OutputWidth; ox++)
        for (var c = 0; c < g.Channels; c++)
        {
            var window = new List<int>();
            for (var ky = 0; ky < g.PoolHeight; ky++)
            for (var kx = 0; kx < g.PoolWidth; kx++)
            {
                int iy = (oy * g.StrideHeight) - g.PadTop + ky, ix = (ox * g.StrideWidth) - g.PadLeft + kx;
                if (iy >= 0 && iy < g.Height && ix >= 0 && ix < g.Width)
                {
                    window.Add((((((n * g.Height) + iy) * g.Width) + ix) * g.Channels) + c);
                }
            }

            pool((((((n * g.OutputHeight) + oy) * g.OutputWidth) + ox) * g.Channels) + c, window);
        }
    }
}
