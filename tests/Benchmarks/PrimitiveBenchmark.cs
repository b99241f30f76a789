using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Benchmarks;

/// <summary>The primitives that operations are composed of, at the shapes of a batch normalization, an attention, an embedding.</summary>
internal static class PrimitiveBenchmark
{
    /// <summary>Measures and prints a table.</summary>
    public static void Run()
    {
        var measure = new Measure();
        var lines = new List<(string Name, double Bytes, int Piece)>();
        var backend = Backend.Current;
        Tensor images = New(64, 32, 32, 32), channels = New(32), mean = New(32), rows = New(8192, 256), row = New(8192), one = Tensor.Scalar(0.5f);
        Tensor imagesOut = New(64, 32, 32, 32), rowsOut = New(8192, 256), heads = New(16, 128, 8, 64), headsOut = New(16, 8, 128, 64), turned = New(256, 8192);
        Tensor mask = Tensor.Empty(DType.Bool, 8192, 256), bytes = Tensor.Empty(DType.UInt8, 64, 32, 32, 32), column = New(8192, 1);
        backend.Fill(bytes, 3);
        void Add(string name, int elements, Action action) => lines.Add((name, elements, measure.Add(action)));
        Add("mean of 64x32x32x32 by channel", images.size, () => backend.Reduce(ReduceOp.Mean, images, [0, 1, 2], mean));
        Add("sum of rows of 8192x256", rows.size, () => backend.Reduce(ReduceOp.Sum, rows, [1], row));
        Add("maximum of rows of 8192x256", rows.size, () => backend.Reduce(ReduceOp.Max, rows, [1], row));
        Add("sum of 2,097,152", rows.size, () => backend.Reduce(ReduceOp.Sum, rows, [0, 1], one));
        Add("64x32x32x32 times channels", images.size, () => backend.Binary(BinaryOp.Multiply, images, channels, imagesOut));
        Add("8192x256 minus column", rows.size, () => backend.Binary(BinaryOp.Subtract, rows, column, rowsOut));
        Add("8192x256 times scalar", rows.size, () => backend.Binary(BinaryOp.Multiply, rows, one, rowsOut));
        Add("8192x256 less than scalar", rows.size, () => backend.Compare(CompareOp.Less, rows, one, mask));
        Add("heads 16x128x8x64 transposed", heads.size, () => backend.Transpose(heads, [0, 2, 1, 3], headsOut));
        Add("8192x256 transposed", rows.size, () => backend.Transpose(rows, [1, 0], turned));
        Add("2,097,152 bytes to float32", bytes.size, () => backend.Cast(bytes, images));
        measure.Run(7);
        foreach (var (name, elements, piece) in lines)
        {
            Console.WriteLine($"{name,-46} {measure[piece] * 1e6,8:f0} µs  {measure[piece] / elements * 1e9,7:f2} ns per element");
        }
    }

    private static Tensor New(params int[] dims) => Tensor.From<float>([.. Enumerable.Range(0, Shapes.Size(dims)).Select(i => (i % 1009) / 1009f)], dims);
}
