using System.Numerics;
using KerasSharp.Engine;
using Primitives = System.Numerics.Tensors.TensorPrimitives;

namespace KerasSharp.Backends.Managed;

// What changes a tensor in place.
public sealed unsafe partial class ManagedBackend
{
    /// <inheritdoc/>
    public void Blend(float a, Tensor x, float b, Tensor output)
    {
        var job = new BlendJob(a, Floats(x), b, Floats(output));
        Chunked.Run(ref job, output.size);
    }

    /// <inheritdoc/>
    public void Adam(Tensor variable, Tensor gradient, Tensor momentum, Tensor velocity, Tensor? maxVelocity, in AdamStep step)
        => Managed.Adam.Run(
            Floats(variable), Floats(gradient), Floats(momentum), Floats(velocity), maxVelocity is null ? null : Floats(maxVelocity), variable.size, step);

    /// <inheritdoc/>
    public void ScatterAdd(Tensor updates, Tensor indices, int axis, Tensor output)
    {
        switch (output.dtype)
        {
            case DType.Float32: ScatterAdd<float>(updates, indices, axis, output); break;
            case DType.Float64: ScatterAdd<double>(updates, indices, axis, output); break;
            case DType.Int32: ScatterAdd<int>(updates, indices, axis, output); break;
            case DType.Int64: ScatterAdd<long>(updates, indices, axis, output); break;
            case DType.UInt8: ScatterAdd<byte>(updates, indices, axis, output); break;
            default: throw Unsupported("ScatterAdd", output.dtype);
        }
    }

    private static void ScatterAdd<T>(Tensor updates, Tensor indices, int axis, Tensor output)
        where T : unmanaged, INumber<T>
    {
        if (indices.dtype == DType.Int64) ScatterAdd<T, long>(updates, indices, axis, output);
        else ScatterAdd<T, int>(updates, indices, axis, output);
    }

    private static void ScatterAdd<T, TIndex>(Tensor updates, Tensor indices, int axis, Tensor output)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        var places = Elements<TIndex>(indices);
        Gathering.Check(places, indices.size, indices.Dims, output.dim(axis));
        var (outer, length, inner) = Around(output, axis);
        Gathering.ScatterAdd(Elements<T>(updates), places, indices.size, outer, length, inner, Elements<T>(output));
    }

    private readonly struct BlendJob(float a, float* x, float b, float* y) : IRangeJob
    {
        // A block stays in the first cache between the two passes.
        private const int Block = 2048;

        public void Run(int start, int end)
        {
            Span<float> scaled = stackalloc float[Block];
            for (; start < end; start += Block)
            {
                var n = Math.Min(Block, end - start);
                var part = scaled[..n];
                var target = new Span<float>(y + start, n);
                Primitives.Multiply(new ReadOnlySpan<float>(x + start, n), a, part);
                if (b != 1)
                {
                    Primitives.Multiply(target, b, target);
                }

                Primitives.Add(target, part, target);
            }
        }
    }
}
