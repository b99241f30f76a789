using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.TestSupport.Naive;

// Until the operations compose what a backend has not: removed at the merge.
public sealed partial class NaiveBackend : IFusedMatMul, IFusedConv2D, IActivationGradients, ISoftmax, IRowSums, IRowUploads, IAdam
{
    // Of a step h the difference quotient is wrong by about h² f''' and 1e-16 / h.
    private const double Step = 1e-5;

    /// <inheritdoc/>
    public void UnaryGradient(UnaryOp op, Tensor x, Tensor y, Tensor dy, Tensor dx, float alpha = 0) =>
        Set(dx, [.. Data(x).Zip(Data(dy), (v, d) => d * Slope(op, alpha, v))]);

    /// <inheritdoc/>
    public void ActivationGradient(FusedActivation activation, Tensor y, Tensor dy, Tensor dx) => Set(dx, [.. Data(y).Zip(Data(dy), (v, d) => d * activation switch
    {
        FusedActivation.Relu => v > 0 ? 1 : 0,
        FusedActivation.Tanh => 1 - (v * v),
        FusedActivation.Sigmoid => v * (1 - v),
        _ => 1,
    })]);

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

    /// <inheritdoc/>
    public void SumRows(Tensor x, Tensor output)
    {
        var columns = output.size;
        Set(output, [.. Enumerable.Range(0, columns).Select(c => Data(x).Where((_, i) => i % columns == c).Sum())]);
    }

    /// <inheritdoc/>
    public void UploadRows<T>(ReadOnlySpan<T> source, int rowLength, ReadOnlySpan<int> rows, Storage target)
        where T : unmanaged
    {
        var data = ((NaiveStorage)target).Data;
        for (var i = 0; i < rows.Length; i++)
        for (var j = 0; j < rowLength; j++) data[(i * rowLength) + j] = ToDouble(source[(rows[i] * rowLength) + j]);
    }

    /// <inheritdoc/>
    public void Adam(Tensor variable, Tensor gradient, Tensor momentum, Tensor velocity, Tensor? maxVelocity, in AdamStep step)
    {
        double[] w = Data(variable), g = Data(gradient), m = Data(momentum), v = Data(velocity);
        for (var i = 0; i < w.Length; i++)
        {
            m[i] += (g[i] - m[i]) * step.Rate1;
            v[i] += ((g[i] * g[i]) - v[i]) * step.Rate2;
            var largest = v[i];
            if (maxVelocity is not null) largest = Data(maxVelocity)[i] = Math.Max(Data(maxVelocity)[i], v[i]);
            w[i] -= step.Alpha * m[i] / (Math.Sqrt(largest) + step.Epsilon);
        }
    }

    private static double Slope(UnaryOp op, float alpha, double x) => op is UnaryOp.Sign or UnaryOp.Floor or UnaryOp.Round ? 0
        : (Function(op, alpha, x + Step) - Function(op, alpha, x - Step)) / (2 * Step);

    private static IEnumerable<int> Row(int row, int columns) => Enumerable.Range(row * columns, columns);

    private static double Activate(FusedActivation activation, double x) => activation switch
    {
        FusedActivation.Relu => Math.Max(x, 0),
        FusedActivation.Tanh => Math.Tanh(x),
        FusedActivation.Sigmoid => Sigmoid(x),
        _ => x,
    };
}
