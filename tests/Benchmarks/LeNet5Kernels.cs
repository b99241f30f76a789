using KerasSharp.Backends;
using KerasSharp.Backends.Managed;

namespace KerasSharp.Benchmarks;

/// <summary>LeNet-5's training step as a bare chain of kernels: the floor that the engine above them is measured by.</summary>
internal sealed unsafe class LeNet5Kernels
{
    private readonly int batch;
    private readonly Conv2DGeometry c1, c3;
    private readonly Pool2DGeometry s2, s4;
    private readonly Layer[] layers;
    private readonly float* x, y1, y2, y3, y4, y5, y6, logits, target, loss, d1, d2, d3, d4, d5, d6, d7;

    public LeNet5Kernels(int batch)
    {
        this.batch = batch;
        c1 = new(batch, 32, 32, 1, 5, 5, 28, 28, 6, 1, 1, 1, 1, 0, 0, 1);
        s2 = new(batch, 28, 28, 6, 2, 2, 14, 14, 2, 2, 0, 0);
        c3 = new(batch, 14, 14, 6, 5, 5, 10, 10, 16, 1, 1, 1, 1, 0, 0, 1);
        s4 = new(batch, 10, 10, 16, 2, 2, 5, 5, 2, 2, 0, 0);
        layers = [new(25, 6), new(150, 16), new(400, 120), new(120, 84), new(84, 10)];
        x = Floats.New(batch * 1024);
        y1 = Floats.New(batch * 784 * 6);
        d1 = Floats.New(batch * 784 * 6);
        y2 = Floats.New(batch * 196 * 6);
        d2 = Floats.New(batch * 196 * 6);
        y3 = Floats.New(batch * 100 * 16);
        d3 = Floats.New(batch * 100 * 16);
        y4 = Floats.New(batch * 400);
        d4 = Floats.New(batch * 400);
        y5 = Floats.New(batch * 120);
        d5 = Floats.New(batch * 120);
        y6 = Floats.New(batch * 84);
        d6 = Floats.New(batch * 84);
        logits = Floats.New(batch * 10);
        d7 = Floats.New(batch * 10);
        target = Floats.Zeros(batch * 10);
        loss = Floats.New(batch);
        for (var i = 0; i < batch; i++) target[(i * 10) + (i % 10)] = 1;
    }

    /// <summary>Forward, backward, update.</summary>
    public void Step()
    {
        Conv2D.Forward(c1, x, layers[0].Kernel, layers[0].Bias, FusedActivation.Tanh, y1);
        Pooling.Forward(PoolOp.Average, s2, y1, y2);
        Conv2D.Forward(c3, y2, layers[1].Kernel, layers[1].Bias, FusedActivation.Tanh, y3);
        Pooling.Forward(PoolOp.Average, s4, y3, y4);
        Dense(layers[2], y4, FusedActivation.Tanh, y5);
        Dense(layers[3], y5, FusedActivation.Tanh, y6);
        Dense(layers[4], y6, FusedActivation.None, logits);
        Softmax.CrossEntropy(logits, target, batch, 10, loss, d7);

        DenseGradient(layers[4], y6, d7, d6);
        ActivationKernels.Gradient(FusedActivation.Tanh, y6, d6, d6, batch * 84);
        DenseGradient(layers[3], y5, d6, d5);
        ActivationKernels.Gradient(FusedActivation.Tanh, y5, d5, d5, batch * 120);
        DenseGradient(layers[2], y4, d5, d4);
        Pooling.Gradient(PoolOp.Average, s4, y3, y4, d4, d3);
        ActivationGradient(y3, d3, batch * 1600);
        Conv2D.GradientKernel(c3, y2, d3, layers[1].KernelGradient);
        SumRows.Run(d3, batch * 100, 16, layers[1].BiasGradient);
        Conv2D.GradientInput(c3, d3, layers[1].Kernel, d2);
        Pooling.Gradient(PoolOp.Average, s2, y1, y2, d2, d1);
        ActivationGradient(y1, d1, batch * 784 * 6);
        Conv2D.GradientKernel(c1, x, d1, layers[0].KernelGradient);
        SumRows.Run(d1, batch * 784, 6, layers[0].BiasGradient);
        foreach (var layer in layers) layer.Update();
    }

    private void Dense(Layer layer, float* input, FusedActivation activation, float* output) =>
        Gemm.Run(false, false, batch, layer.Outputs, layer.Inputs, input, layer.Inputs, layer.Kernel, layer.Outputs, output, layer.Outputs, layer.Bias, false, activation);

    private void DenseGradient(Layer layer, float* input, float* dy, float* dx)
    {
        Gemm.Run(true, false, layer.Inputs, layer.Outputs, batch, input, layer.Inputs, dy, layer.Outputs, layer.KernelGradient, layer.Outputs);
        SumRows.Run(dy, batch, layer.Outputs, layer.BiasGradient);
        Gemm.Run(false, true, batch, layer.Inputs, layer.Outputs, dy, layer.Outputs, layer.Kernel, layer.Outputs, dx, layer.Inputs);
    }

    private static void ActivationGradient(float* y, float* dy, int count)
    {
        var job = new GradientJob { Y = y, Dy = dy, Count = count };
        WorkerPool.Run((count + GradientJob.Piece - 1) / GradientJob.Piece, ref job);
    }

    private struct GradientJob : IChunkJob
    {
        public const int Piece = 16 * 1024;
        public float* Y, Dy;
        public int Count;

        public readonly void Run(int chunk)
        {
            var start = chunk * Piece;
            ActivationKernels.Gradient(FusedActivation.Tanh, Y + start, Dy + start, Dy + start, Math.Min(Piece, Count - start));
        }
    }

    private sealed class Layer(int inputs, int outputs)
    {
        private readonly float* m = Floats.Zeros((inputs + 1) * outputs), v = Floats.Zeros((inputs + 1) * outputs);

        public int Inputs => inputs;

        public int Outputs => outputs;

        public float* Kernel { get; } = Floats.New(inputs * outputs, 1 / MathF.Sqrt(inputs));

        public float* Bias { get; } = Floats.Zeros(outputs);

        public float* KernelGradient { get; } = Floats.New(inputs * outputs);

        public float* BiasGradient { get; } = Floats.New(outputs);

        public void Update()
        {
            var step = new AdamStep(1e-3f, 0.9f, 0.999f, 1e-7f);
            Adam.Run(Kernel, KernelGradient, m, v, null, inputs * outputs, step);
            Adam.Run(Bias, BiasGradient, m + (inputs * outputs), v + (inputs * outputs), null, outputs, step);
        }
    }
}
