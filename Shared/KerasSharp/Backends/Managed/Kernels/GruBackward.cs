using System.Numerics.Tensors;

namespace KerasSharp.Backends.Managed;

/// <summary>The gradients of all steps of a GRU, from the last step to the first; each chunk of the batch by itself.</summary>
internal static unsafe class GruBackward
{
    /// <summary>Runs the steps; what the pointers hold is told at <see cref="IFusedGru.GruGradient"/>.</summary>
    public static void Run(SequenceShape shape, float* gates, float* output, float* kernel, float* h, float* dy, float* dx, float* products, float* dh)
    {
        using var transposed = Scratch.Rent((nint)shape.Units * 3 * shape.Units);
        SequenceShape.Transpose(kernel, shape.Units, 3 * shape.Units, transposed.Pointer);
        var job = new Job { Shape = shape, Gates = gates, Output = output, Transposed = transposed.Pointer, H = h, Dy = dy, Dx = dx, Products = products, Dh = dh };
        WorkerPool.Run(shape.Chunks, ref job);
    }

    private struct Job : IChunkJob
    {
        public SequenceShape Shape;
        public float* Gates, Output, Transposed, H, Dy, Dx, Products, Dh;

        public readonly void Run(int chunk)
        {
            var units = Shape.Units;
            var first = chunk * SequenceShape.ChunkRows;
            var rows = Math.Min(SequenceShape.ChunkRows, Shape.Batch - first);
            using var scratch = Scratch.Rent(units);
            nint start = (nint)first * units, plane = (nint)Shape.Batch * units;
            var dh = Dh + start;
            Span<float> all = new(dh, rows * units);
            all.Clear();
            for (var step = Shape.Time - 1; step >= 0; step--)
            {
                var at = Shape.At(step);
                var offset = (at * plane) + start;
                var before = step == 0 ? H + start : Output + ((step - 1) * plane) + start;
                TensorPrimitives.Add(all, Line(Dy + (step * plane) + start, rows * units), all);
                for (var row = 0; row < rows; row++)
                {
                    nint line = (nint)row * units;
                    float* dx = Dx + (3 * (offset + line)), products = Products + (3 * (offset + line));
                    if (Shape.Counts(at, first + row))
                    {
                        Step(Gates + (4 * (offset + line)), before + line, dh + line, dx, products, units, scratch.Pointer);
                    }
                    else
                    {
                        new Span<float>(dx, 3 * units).Clear(); // the state goes on as it is
                        new Span<float>(products, 3 * units).Clear();
                    }
                }

                Gemm.Run(false, false, rows, units, 3 * units, Products + (3 * offset), 3 * units, Transposed, units, dh, units, accumulate: true);
            }
        }

        // dh becomes what goes to the state before by the update gate; the rest goes through the products.
        private static void Step(float* gates, float* before, float* dh, float* dx, float* products, int units, float* scratch)
        {
            ReadOnlySpan<float> update = Line(gates, units), reset = Line(gates + units, units), candidate = Line(gates + (2 * units), units);
            Span<float> dHidden = new(dh, units), work = new(scratch, units);

            TensorPrimitives.Subtract(Line(before, units), candidate, work);
            TensorPrimitives.Multiply(dHidden, work, work);
            ActivationKernels.Gradient(FusedActivation.Sigmoid, gates, scratch, dx, units);

            TensorPrimitives.Multiply(dHidden, update, work);
            TensorPrimitives.Subtract(dHidden, work, dHidden);
            ActivationKernels.Gradient(FusedActivation.Tanh, gates + (2 * units), dh, dx + (2 * units), units);
            work.CopyTo(dHidden);

            TensorPrimitives.Multiply(Line(dx + (2 * units), units), Line(gates + (3 * units), units), work);
            ActivationKernels.Gradient(FusedActivation.Sigmoid, gates + units, scratch, dx + units, units);

            Line(dx, 2 * units).CopyTo(new Span<float>(products, 2 * units));
            TensorPrimitives.Multiply(Line(dx + (2 * units), units), reset, new Span<float>(products + (2 * units), units));
        }

        private static ReadOnlySpan<float> Line(float* x, int count) => new(x, count);
    }
}
