using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.TestSupport.Naive;

// Products, convolutions, pooling, softmax.
public sealed partial class NaiveBackend
{
    /// <inheritdoc/>
    public void MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, Tensor? bias, FusedActivation activation, Tensor output)
    {
        int m = output.dim(-2), n = output.dim(-1), k = transposeA ? a.dim(-2) : a.dim(-1);
        var (stepA, stepB) = (a.ndim > 2 ? a.dim(-1) * a.dim(-2) : 0, b.ndim > 2 ? b.dim(-1) * b.dim(-2) : 0);
        var y = Enumerable.Range(0, output.size / Math.Max(1, m * n)).SelectMany(i => NaiveGemm.Run(
            transposeA, transposeB, m, n, k, Data(a)[(i * stepA)..], Data(b)[(i * stepB)..], bias is null ? null : Data(bias)));
        Set(output, [.. y.Select(v => Activate(activation, v))]);
    }

    /// <inheritdoc/>
    public void Conv2D(in Conv2DGeometry geometry, Tensor x, Tensor kernel, Tensor? bias, FusedActivation activation, Tensor output) =>
        Set(output, [.. NaiveConv2D.Forward(geometry, Data(x), Data(kernel), bias is null ? null : Data(bias)).Select(v => Activate(activation, v))]);

    /// <inheritdoc/>
    public void Conv2DGradientInput(in Conv2DGeometry geometry, Tensor dy, Tensor kernel, Tensor dx) =>
        Set(dx, NaiveConv2D.GradientInput(geometry, Data(dy), Data(kernel)));

    /// <inheritdoc/>
    public void Conv2DGradientKernel(in Conv2DGeometry geometry, Tensor x, Tensor dy, Tensor dkernel) =>
        Set(dkernel, NaiveConv2D.GradientKernel(geometry, Data(x), Data(dy)));

    /// <inheritdoc/>
    public void Pool2D(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor output) => Set(output, NaivePooling.Forward(op, geometry, Data(x)));

    /// <inheritdoc/>
    public void Pool2DGradient(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor y, Tensor dy, Tensor dx) =>
        Set(dx, NaivePooling.Gradient(op, geometry, Data(x), Data(y), Data(dy)));

    /// <inheritdoc/>
    public void Softmax(Tensor x, Tensor output) => Set(output, NaiveSoftmax.Forward(Data(x), x.dim(-1)));

    /// <inheritdoc/>
    public void SoftmaxGradient(Tensor y, Tensor dy, Tensor dx)
    {
        var columns = y.dim(-1);
        Set(dx, [.. Data(y).Select((v, i) => v * (Data(dy)[i] - Row(i / columns, columns).Sum(j => Data(dy)[j] * Data(y)[j])))]);
    }

    /// <inheritdoc/>
    public void SoftmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss, Tensor gradient)
    {
        var columns = logits.dim(-1);
        Set(loss, NaiveSoftmax.CrossEntropy(Data(logits), Data(target), columns));
        var probabilities = NaiveSoftmax.Forward(Data(logits), columns);
        Set(gradient, [.. probabilities.Select((p, i) => (p * Row(i / columns, columns).Sum(j => Data(target)[j])) - Data(target)[i])]);
    }

    private static IEnumerable<int> Row(int row, int columns) => Enumerable.Range(row * columns, columns);

    private static double Activate(FusedActivation activation, double x) => activation switch
    {
        FusedActivation.Relu => Math.Max(x, 0),
        FusedActivation.Tanh => Math.Tanh(x),
        FusedActivation.Sigmoid => Sigmoid(x),
        _ => x,
    };
}
