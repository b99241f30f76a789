using System.Numerics.Tensors;

namespace KerasSharp.Backends.Managed;

/// <summary>All steps of an LSTM: each chunk of the batch runs through them with the recurrent kernel in its cache.</summary>
internal static unsafe class LstmForward
{
    /// <summary>Runs the steps; what the pointers hold is told at <see cref="IFusedLstm.Lstm"/>.</summary>
    public static void Run(SequenceShape shape, float* gates, float* kernel, float* h, float* c, float* cells, float* output)
    {
        var job = new Job { Shape = shape, Gates = gates, Kernel = kernel, H = h, C = c, Cells = cells, Output = output };
        WorkerPool.Run(shape.Chunks, ref job);
    }

    private struct Job : IChunkJob
    {
        public SequenceShape Shape;
        public float* Gates, Kernel, H, C, Cells, Output;

        public readonly void Run(int chunk)
        {
            var units = Shape.Units;
            var first = chunk * SequenceShape.ChunkRows;
            var rows = Math.Min(SequenceShape.ChunkRows, Shape.Batch - first);
            using var scratch = Scratch.Rent(units);
            nint start = (nint)first * units, plane = (nint)Shape.Batch * units;
            float* h = H + start, c = C + start;
            for (var step = 0; step < Shape.Time; step++)
            {
                var at = Shape.At(step);
                var gates = Gates + (4 * ((at * plane) + start));
                float* newH = Output + (step * plane) + start, newC = Cells + (step * plane) + start;
                Gemm.Run(false, false, rows, 4 * units, units, h, units, Kernel, 4 * units, gates, 4 * units, accumulate: true);
                for (var row = 0; row < rows; row++)
                {
                    nint line = (nint)row * units;
                    if (Shape.Counts(at, first + row))
                    {
                        Step(gates + (4 * line), c + line, newC + line, newH + line, units, scratch.Pointer);
                    }
                    else
                    {
                        Copy(h + line, newH + line, units);
                        Copy(c + line, newC + line, units);
                    }
                }

                h = newH;
                c = newC;
            }

            Copy(c, Output + (Shape.Time * plane) + start, rows * units);
        }

        private static void Step(float* gates, float* c, float* newC, float* newH, int units, float* scratch)
        {
            ActivationKernels.Apply(FusedActivation.Sigmoid, gates, gates, 2 * units);
            ActivationKernels.Apply(FusedActivation.Tanh, gates + (2 * units), gates + (2 * units), units);
            ActivationKernels.Apply(FusedActivation.Sigmoid, gates + (3 * units), gates + (3 * units), units);
            Span<float> work = new(scratch, units);
            TensorPrimitives.Multiply(Line(gates, units), Line(gates + (2 * units), units), work);
            TensorPrimitives.MultiplyAdd(Line(gates + units, units), Line(c, units), work, new Span<float>(newC, units));
            ActivationKernels.Apply(FusedActivation.Tanh, newC, scratch, units);
            TensorPrimitives.Multiply(Line(gates + (3 * units), units), work, new Span<float>(newH, units));
        }

        private static ReadOnlySpan<float> Line(float* x, int count) => new(x, count);

        private static void Copy(float* from, float* to, int count) => new ReadOnlySpan<float>(from, count).CopyTo(new Span<float>(to, count));
    }
}
