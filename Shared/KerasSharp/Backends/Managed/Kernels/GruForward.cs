using System.Numerics.Tensors;

namespace KerasSharp.Backends.Managed;

/// <summary>All steps of a GRU: each chunk of the batch runs through them with the recurrent kernel in its cache.</summary>
internal static unsafe class GruForward
{
    /// <summary>Runs the steps; what the pointers hold is told at <see cref="IFusedGru.Gru"/>.</summary>
    public static void Run(SequenceShape shape, float* x, float* kernel, float* bias, float* h, float* gates, float* output)
    {
        var job = new Job { Shape = shape, X = x, Kernel = kernel, Bias = bias, H = h, Gates = gates, Output = output };
        WorkerPool.Run(shape.Chunks, ref job);
    }

    private struct Job : IChunkJob
    {
        public SequenceShape Shape;
        public float* X, Kernel, Bias, H, Gates, Output;

        public readonly void Run(int chunk)
        {
            var units = Shape.Units;
            var first = chunk * SequenceShape.ChunkRows;
            var rows = Math.Min(SequenceShape.ChunkRows, Shape.Batch - first);
            using var products = Scratch.Rent((nint)rows * 3 * units);
            nint start = (nint)first * units, plane = (nint)Shape.Batch * units;
            var h = H + start;
            for (var step = 0; step < Shape.Time; step++)
            {
                var at = Shape.At(step);
                var offset = (at * plane) + start;
                var newH = Output + (step * plane) + start;
                Gemm.Run(false, false, rows, 3 * units, units, h, units, Kernel, 3 * units, products.Pointer, 3 * units, Bias);
                for (var row = 0; row < rows; row++)
                {
                    nint line = (nint)row * units;
                    if (Shape.Counts(at, first + row))
                    {
                        Step(X + (3 * (offset + line)), products.Pointer + (3 * line), h + line, Gates + (4 * (offset + line)), newH + line, units);
                    }
                    else
                    {
                        Line(h + line, units).CopyTo(new Span<float>(newH + line, units));
                    }
                }

                h = newH;
            }
        }

        // h = candidate + update · (before - candidate)
        private static void Step(float* x, float* products, float* before, float* gates, float* h, int units)
        {
            Span<float> candidate = new(gates + (2 * units), units), fresh = new(h, units);
            TensorPrimitives.Add(Line(x, 2 * units), Line(products, 2 * units), new Span<float>(gates, 2 * units));
            ActivationKernels.Apply(FusedActivation.Sigmoid, gates, gates, 2 * units);
            Line(products + (2 * units), units).CopyTo(new Span<float>(gates + (3 * units), units));
            TensorPrimitives.MultiplyAdd(Line(gates + units, units), Line(gates + (3 * units), units), Line(x + (2 * units), units), candidate);
            ActivationKernels.Apply(FusedActivation.Tanh, gates + (2 * units), gates + (2 * units), units);
            TensorPrimitives.Subtract(Line(before, units), candidate, fresh);
            TensorPrimitives.MultiplyAdd(Line(gates, units), fresh, candidate, fresh);
        }

        private static ReadOnlySpan<float> Line(float* x, int count) => new(x, count);
    }
}
