using KerasSharp.Engine;
using Primitives = System.Numerics.Tensors.TensorPrimitives;

namespace KerasSharp.Backends.Managed;

// What changes a variable in place.
public sealed unsafe partial class ManagedBackend
{
    /// <inheritdoc/>
    public void Blend(float a, Tensor x, float b, Tensor output)
    {
        var job = new BlendJob(a, Floats(x), b, Floats(output));
        Chunked.Run(ref job, output.size);
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
