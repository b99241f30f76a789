using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Ops;

/// <summary>A random chain of operations on a matrix or on images, with parameters of its own, that ends in any shape.</summary>
internal sealed class RandomComposition
{
    private readonly Inputs random;
    private readonly List<(float[] Values, int[] Shape)> inputs = [];
    private readonly List<(string Name, Func<Tensor, Tensor[], Tensor> Apply)> steps = [];
    private Tensor current;

    /// <summary>The composition of a seed.</summary>
    public RandomComposition(int seed)
    {
        random = new Inputs(seed);
        var isImage = random.Next(0, 2) == 0;
        int[] shape = isImage ? [random.Next(1, 3), random.Next(3, 6), random.Next(3, 6), random.Next(1, 3)] : [random.Next(2, 4), random.Next(2, 5)];
        inputs.Add(random.Between(-1, 1, shape));
        current = Tensor.From<float>(inputs[0].Values, shape);
        for (var (i, depth) = (0, random.Next(2, 6)); i < depth; i++)
        {
            if (current.ndim == 4)
            {
                OnImages();
            }
            else
            {
                OnMatrix();
            }
        }

        End();
    }

    /// <summary>The input and the parameters.</summary>
    public (float[] Values, int[] Shape)[] Inputs => [.. inputs];

    /// <summary>How far the nearest element is from a kink.</summary>
    public double Margin { get; private set; } = double.PositiveInfinity;

    /// <summary>Computes it.</summary>
    public Tensor Run(Tensor[] x) => steps.Aggregate(x[0], (value, step) => step.Apply(value, x));

    /// <inheritdoc/>
    public override string ToString() => string.Join(" > ", steps.Select(s => s.Name));

    private void OnImages()
    {
        var (h, w, c) = (current.dim(1), current.dim(2), current.dim(3));
        switch (random.Next(0, 8))
        {
            case 0 or 1 or 2:
                int kh = random.Next(1, Math.Min(4, h + 1)), kw = random.Next(1, Math.Min(4, w + 1)), filters = random.Next(1, 3), stride = random.Next(1, 3);
                var same = random.Next(0, 2) == 0;
                var kernel = Parameter(kh, kw, c, filters);
                var g = WindowGeometry.Convolution(current.DimsArray, [kh, kw, c, filters], (stride, 1), same, (1, 1));
                Step("conv2d", (x, p) => ops.conv2d(g, x, p[kernel], null, FusedActivation.None));
                break;
            case 3:
                Pool(PoolOp.Average, "average_pool2d");
                break;
            case 4:
                Pool(PoolOp.Max, "max_pool2d");
                break;
            case 5:
                var bias = Parameter(c);
                Step("bias", (x, p) => x + p[bias]);
                break;
            case 6:
                Activation();
                break;
            default:
                var (n, rest) = (current.dim(0), h * w * c);
                Step("reshape", (x, _) => ops.reshape(x, n, rest));
                break;
        }
    }

    private void OnMatrix()
    {
        var (m, n) = (current.dim(0), current.dim(1));
        switch (random.Next(0, 10))
        {
            case 0 or 1:
                var kernel = Parameter(n, random.Next(1, 5));
                Step("matmul", (x, p) => ops.matmul(x, p[kernel]));
                break;
            case 2 or 3:
                Activation();
                break;
            case 4:
                Broadcast(m, n);
                break;
            case 5:
                Step("reshape", (x, _) => ops.reshape(x, n, m));
                break;
            case 6:
                Step("transpose", (x, _) => ops.transpose(x));
                break;
            case 7:
                var (axis, other) = (random.Next(0, 2), Parameter(m, n));
                Step("concatenate", (x, p) => ops.concatenate([x, ops.tanh(p[other] * x)], axis));
                break;
            case 8:
                Reduce();
                break;
            default:
                Step("softmax", (x, _) => ops.softmax(x));
                break;
        }
    }

    private void Activation()
    {
        switch (random.Next(0, 4))
        {
            case 0:
                Step("tanh", (x, _) => ops.tanh(x));
                break;
            case 1:
                Step("sigmoid", (x, _) => ops.sigmoid(x));
                break;
            case 2:
                Kink();
                Step("relu", (x, _) => ops.relu(x));
                break;
            default:
                Kink();
                Step("leaky_relu", (x, _) => ops.leaky_relu(x, 0.3));
                break;
        }
    }

    private void Broadcast(int m, int n)
    {
        var p0 = Parameter(random.Of<int[]>([n], [1, n], [m, 1], [m, n], []));
        switch (random.Next(0, 4))
        {
            case 0:
                Step("add", (x, p) => x + p[p0]);
                break;
            case 1:
                Step("subtract", (x, p) => p[p0] - x);
                break;
            case 2:
                Step("multiply", (x, p) => x * p[p0]);
                break;
            default:
                Step("divide", (x, p) => x / (ops.square(p[p0]) + 1.5));
                break;
        }
    }

    private void Reduce()
    {
        var axis = random.Next(0, 2);
        switch (random.Next(0, 3))
        {
            case 0:
                Step("sum", (x, _) => x * ops.sum(x, axis, keepdims: true));
                break;
            case 1:
                Step("mean", (x, _) => x - ops.mean(ops.square(x), axis, keepdims: true));
                break;
            default:
                Step("logsumexp", (x, _) => x - ops.logsumexp(x, axis, keepdims: true));
                break;
        }
    }

    private void Pool(PoolOp op, string name)
    {
        int ph = random.Next(1, Math.Min(3, current.dim(1)) + 1), pw = random.Next(1, Math.Min(3, current.dim(2)) + 1), stride = random.Next(1, 3);
        var g = WindowGeometry.Convolution(current.DimsArray, [ph, pw, current.dim(3), 1], (stride, stride), random.Next(0, 2) == 0, (1, 1));
        var pool = new Pool2DGeometry(g.Batch, g.Height, g.Width, g.Channels, ph, pw, g.OutputHeight, g.OutputWidth, stride, stride, g.PadTop, g.PadLeft);
        Step(name, (x, _) => op == PoolOp.Max ? ops.max_pool2d(pool, x) : ops.average_pool2d(pool, x));
    }

    private void End()
    {
        switch (random.Next(0, 4))
        {
            case 0 when current.ndim == 2:
                var target = random.Between(0, 1, current.DimsArray);
                Step("softmax_cross_entropy", (x, _) => ops.softmax_cross_entropy(Tensor.From<float>(target.Values, target.Shape), x));
                break;
            case 1:
                Step("mean of squares", (x, _) => ops.mean(ops.square(x)));
                break;
            case 2:
                Step("norm", (x, _) => ops.sqrt(ops.sum(ops.square(x)) + 0.5));
                break;
            default:
                Step("tanh", (x, _) => ops.tanh(x));
                break;
        }
    }

    private int Parameter(params int[] shape)
    {
        inputs.Add(random.Between(-1, 1, shape));
        return inputs.Count - 1;
    }

    private void Kink() => Margin = Math.Min(Margin, ops.min(ops.abs(current)).item());

    private void Step(string name, Func<Tensor, Tensor[], Tensor> apply)
    {
        steps.Add((name, apply));
        current = apply(current, [.. inputs.Select(i => Tensor.From<float>(i.Values, i.Shape))]);
    }
}
