using System.Numerics;
using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

// Functions of one and of two elements.
public sealed unsafe partial class ManagedBackend
{
    /// <inheritdoc/>
    public void Unary(UnaryOp op, Tensor x, Tensor output, float alpha = 0)
    {
        switch (x.dtype)
        {
            case DType.Float32: UnaryOfFloats<float>(op, x, output, alpha); break;
            case DType.Float64: UnaryOfFloats<double>(op, x, output, alpha); break;
            case DType.Int32: UnaryOfIntegers<int>(op, x, output); break;
            case DType.Int64: UnaryOfIntegers<long>(op, x, output); break;
            case DType.UInt8: UnaryOfIntegers<byte>(op, x, output); break;
            default: throw Unsupported($"{op}", x.dtype);
        }
    }

    /// <inheritdoc/>
    public void UnaryGradient(UnaryOp op, Tensor x, Tensor y, Tensor dy, Tensor dx, float alpha = 0)
    {
        var job = new UnaryGradientJob(op, alpha, Floats(x), Floats(y), Floats(dy), Floats(dx));
        Chunked.Run(ref job, x.size);
    }

    /// <inheritdoc/>
    public void ActivationGradient(FusedActivation activation, Tensor y, Tensor dy, Tensor dx)
    {
        var job = new ActivationGradientJob(activation, Floats(y), Floats(dy), Floats(dx));
        Chunked.Run(ref job, y.size);
    }

    /// <inheritdoc/>
    public void Binary(BinaryOp op, Tensor a, Tensor b, Tensor output)
    {
        switch (a.dtype)
        {
            case DType.Float32: Binary<float, FloatFunctions<float>>(op, a, b, output); break;
            case DType.Float64: Binary<double, FloatFunctions<double>>(op, a, b, output); break;
            case DType.Int32: Binary<int, IntegerFunctions<int>>(op, a, b, output); break;
            case DType.Int64: Binary<long, IntegerFunctions<long>>(op, a, b, output); break;
            case DType.UInt8: Binary<byte, IntegerFunctions<byte>>(op, a, b, output); break;
            case DType.Bool when op is BinaryOp.Multiply or BinaryOp.Maximum or BinaryOp.Minimum:
                Binary<byte, IntegerFunctions<byte>>(op, a, b, output);
                break;
            default: throw Unsupported($"{op}", a.dtype);
        }
    }

    /// <inheritdoc/>
    public void Compare(CompareOp op, Tensor a, Tensor b, Tensor output)
    {
        switch (a.dtype)
        {
            case DType.Float32: Compare<float>(op, a, b, output); break;
            case DType.Float64: Compare<double>(op, a, b, output); break;
            case DType.Float16: Compare<Half>(op, a, b, output); break;
            case DType.BFloat16: Compare<BFloat16>(op, a, b, output); break;
            case DType.Int32: Compare<int>(op, a, b, output); break;
            case DType.Int64: Compare<long>(op, a, b, output); break;
            default: Compare<byte>(op, a, b, output); break;
        }
    }

    /// <inheritdoc/>
    public void Select(Tensor condition, Tensor a, Tensor b, Tensor output)
        => Selection.Run(Bytes(condition), Bytes(a), Bytes(b), Bytes(output), output.size, output.dtype.Size());

    private static void UnaryOfFloats<T>(UnaryOp op, Tensor x, Tensor output, float alpha)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var job = new UnaryJob<T>(op, alpha, Elements<T>(x), Elements<T>(output));
        Chunked.Run(ref job, x.size);
    }

    private static void UnaryOfIntegers<T>(UnaryOp op, Tensor x, Tensor output)
        where T : unmanaged, IBinaryInteger<T>
        => UnaryFunctions.ApplyToIntegers(op, new ReadOnlySpan<T>(Bytes(x), x.size), new Span<T>(Bytes(output), x.size));

    private static void Binary<T, TFunctions>(BinaryOp op, Tensor a, Tensor b, Tensor output)
        where T : unmanaged, INumber<T>
        where TFunctions : IBinaryFunctions<T>
    {
        if (a.size == output.size && b.size == output.size)
        {
            var job = new BinaryRows<T, TFunctions>(op, Elements<T>(a), Elements<T>(b), Elements<T>(output));
            Chunked.Run(ref job, output.size);
            return;
        }

        BinaryRows<T, TFunctions>.Run(op, Elements<T>(a), a.Dims, Elements<T>(b), b.Dims, Elements<T>(output), output.Dims);
    }

    private static void Compare<T>(CompareOp op, Tensor a, Tensor b, Tensor output)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        var rows = new Comparison<T>(op, Elements<T>(a), Elements<T>(b), Bytes(output));
        Broadcasting.Run(ref rows, a.Dims, b.Dims, output.Dims);
    }

    /// <summary>The functions that convolutions and products apply too: one kernel gives both the same bits.</summary>
    private static FusedActivation Fused(UnaryOp op) => op switch
    {
        UnaryOp.Relu => FusedActivation.Relu,
        UnaryOp.Tanh => FusedActivation.Tanh,
        UnaryOp.Sigmoid => FusedActivation.Sigmoid,
        _ => FusedActivation.None,
    };

    private readonly struct UnaryJob<T>(UnaryOp op, float alpha, T* x, T* y) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            if (typeof(T) == typeof(float) && Fused(op) is var fused && fused != FusedActivation.None)
            {
                ActivationKernels.Apply(fused, (float*)(x + start), (float*)(y + start), end - start);
            }
            else
            {
                UnaryFunctions.Apply(op, alpha, new ReadOnlySpan<T>(x + start, end - start), new Span<T>(y + start, end - start));
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

    private readonly struct ActivationGradientJob(FusedActivation activation, float* y, float* dy, float* dx) : IRangeJob
    {
        public void Run(int start, int end) => ActivationKernels.Gradient(activation, y + start, dy + start, dx + start, end - start);
    }
}
