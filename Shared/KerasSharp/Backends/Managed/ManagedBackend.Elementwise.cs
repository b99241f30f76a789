using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

// Functions of one and of two elements.
public sealed unsafe partial class ManagedBackend
{
    /// <inheritdoc/>
    public void Unary(UnaryOp op, Tensor x, Tensor output, float alpha = 0)
    {
        var job = new UnaryJob(op, alpha, Floats(x), Floats(output), x.size);
        Chunked.Run(ref job, x.size);
    }

    /// <inheritdoc/>
    public void UnaryGradient(UnaryOp op, Tensor x, Tensor y, Tensor dy, Tensor dx, float alpha = 0)
    {
        var job = new UnaryGradientJob(op, alpha, Floats(x), Floats(y), Floats(dy), Floats(dx));
        Chunked.Run(ref job, x.size);
    }

    /// <inheritdoc/>
    public void Binary(BinaryOp op, Tensor a, Tensor b, Tensor output)
    {
        if (a.size == output.size && b.size == output.size)
        {
            var job = new BinaryJob(op, Floats(a), Floats(b), Floats(output));
            Chunked.Run(ref job, output.size);
            return;
        }

        Broadcasting.Run(op, Floats(a), a.Dims, Floats(b), b.Dims, Floats(output), output.Dims);
    }

    /// <inheritdoc/>
    public void Compare(CompareOp op, Tensor a, Tensor b, Tensor output)
    {
        switch (a.dtype)
        {
            case DType.Float32:
                Broadcasting.Compare(op, Floats(a), a.Dims, Floats(b), b.Dims, Bytes(output), output.Dims);
                break;
            case DType.Int32:
                Broadcasting.Compare(op, Ints(a), a.Dims, Ints(b), b.Dims, Bytes(output), output.Dims);
                break;
            default:
                Broadcasting.Compare(op, Bytes(a), a.Dims, Bytes(b), b.Dims, Bytes(output), output.Dims);
                break;
        }
    }

    /// <summary>The functions that convolutions and products apply too: one kernel gives both the same bits.</summary>
    private static FusedActivation Fused(UnaryOp op) => op switch
    {
        UnaryOp.Relu => FusedActivation.Relu,
        UnaryOp.Tanh => FusedActivation.Tanh,
        UnaryOp.Sigmoid => FusedActivation.Sigmoid,
        _ => FusedActivation.None,
    };

    private readonly struct UnaryJob(UnaryOp op, float alpha, float* x, float* y, int size) : IRangeJob
    {
        public void Run(int start, int end)
        {
            if (Fused(op) is var fused && fused != FusedActivation.None)
            {
                ActivationKernels.Apply(fused, x + start, y + start, end - start);
            }
            else
            {
                Elementwise.Apply(op, alpha, new ReadOnlySpan<float>(x, size)[start..end], new Span<float>(y, size)[start..end]);
            }
        }
    }

    private readonly struct UnaryGradientJob(UnaryOp op, float alpha, float* x, float* y, float* dy, float* dx) : IRangeJob
    {
        public void Run(int start, int end)
        {
            if (Fused(op) is var fused && fused != FusedActivation.None)
            {
                ActivationKernels.Gradient(fused, y + start, dy + start, dx + start, end - start);
            }
            else
            {
                ElementwiseGradient.Apply(op, alpha, x + start, y + start, dy + start, dx + start, end - start);
            }
        }
    }

    private readonly struct BinaryJob(BinaryOp op, float* a, float* b, float* y) : IRangeJob
    {
        public void Run(int start, int end)
        {
            var n = end - start;
            Elementwise.Apply(op, new ReadOnlySpan<float>(a + start, n), new ReadOnlySpan<float>(b + start, n), new Span<float>(y + start, n));
        }
    }
}
