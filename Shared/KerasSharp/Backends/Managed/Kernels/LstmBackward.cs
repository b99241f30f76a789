using System.Numerics.Tensors;

namespace KerasSharp.Backends.Managed;

/// <summary>The gradients of all steps of an LSTM, from the last step to the first; each chunk of the batch by itself.</summary>
internal static unsafe class LstmBackward
{
    /// <summary>Runs the steps; what the pointers hold is told at <see cref="IFusedLstm.LstmGradient"/>.</summary>
    public static void Run(SequenceShape shape, float* gates, float* cells, float* kernel, float* c, float* dy, float* dx, float* dh, float* dc)
    {
        var units = shape.Units;
        using var transposed = Scratch.Rent((nint)units * 4 * units);
        SequenceShape.Transpose(kernel, units, 4 * units, transposed.Pointer);
        var job = new Job { Shape = shape, Gates = gates, Cells = cells, Transposed = transposed.Pointer, C = c, Dy = dy, Dx = dx, Dh = dh, Dc = dc };
        WorkerPool.Run(shape.Chunks, ref job);
    }

    private struct Job : IChunkJob
    {
        public SequenceShape Shape;
        public float* Gates, Cells, Transposed, C, Dy, Dx, Dh, Dc;

        public readonly void Run(int chunk)
        {
            var units = Shape.Units;
            var first = chunk * SequenceShape.ChunkRows;
            var rows = Math.Min(SequenceShape.ChunkRows, Shape.Batch - first);
            using var scratch = Scratch.Rent(3 * units);
            nint start = (nint)first * units, plane = (nint)Shape.Batch * units;
            float* dh = Dh + start, dc = Dc + start;
            new Span<float>(dh, rows * units).Clear();
            Line(Dy + (Shape.Time * plane) + start, rows * units).CopyTo(new Span<float>(dc, rows * units));
            for (var step = Shape.Time - 1; step >= 0; step--)
            {
                var at = Shape.At(step);
                nint offset = (4 * at * plane) + (4 * start);
                var cells = Cells + (step * plane) + start;
                var before = step == 0 ? C + start : cells - plane;
                Span<float> all = new(dh, rows * units);
                TensorPrimitives.Add(all, Line(Dy + (step * plane) + start, rows * units), all);
                for (var row = 0; row < rows; row++)
                {
                    nint line = (nint)row * units;
                    if (Shape.Counts(at, first + row))
                    {
                        Step(Gates + offset + (4 * line), cells + line, before + line, dh + line, dc + line, Dx + offset + (4 * line), units, scratch.Pointer);
                    }
                    else
                    {
                        new Span<float>(Dx + offset + (4 * line), 4 * units).Clear(); // output and carry go on as they are
                    }
                }

                Gemm.Run(false, false, rows, units, 4 * units, Dx + offset, 4 * units, Transposed, units, dh, units, accumulate: true);
            }
        }

        // dh is used up, and left at 0; dc becomes that of the step before.
        private static void Step(float* gates, float* cell, float* before, float* dh, float* dc, float* dx, int units, float* scratch)
        {
            float* tanh = scratch, slope = scratch + units;
            ReadOnlySpan<float> input = Line(gates, units), forget = Line(gates + units, units), carry = Line(gates + (2 * units), units), output = Line(gates + (3 * units), units);
            Span<float> dHidden = new(dh, units), dCarry = new(dc, units), work = new(slope, units);
            ActivationKernels.Apply(FusedActivation.Tanh, cell, tanh, units);

            // By the output gate, then by the carry: dc + dh · o · (1 - tanh²).
            TensorPrimitives.Multiply(dHidden, Line(tanh, units), work);
            ActivationKernels.Gradient(FusedActivation.Sigmoid, gates + (3 * units), slope, dx + (3 * units), units);
            TensorPrimitives.Multiply(dHidden, output, work);
            ActivationKernels.Gradient(FusedActivation.Tanh, tanh, slope, slope, units);
            TensorPrimitives.Add(dCarry, work, dCarry);

            TensorPrimitives.Multiply(dCarry, carry, work);
            ActivationKernels.Gradient(FusedActivation.Sigmoid, gates, slope, dx, units);
            TensorPrimitives.Multiply(dCarry, Line(before, units), work);
            ActivationKernels.Gradient(FusedActivation.Sigmoid, gates + units, slope, dx + units, units);
            TensorPrimitives.Multiply(dCarry, input, work);
            ActivationKernels.Gradient(FusedActivation.Tanh, gates + (2 * units), slope, dx + (2 * units), units);
            TensorPrimitives.Multiply(dCarry, forget, dCarry);
            dHidden.Clear();
        }

        private static ReadOnlySpan<float> Line(float* x, int count) => new(x, count);
    }
}
