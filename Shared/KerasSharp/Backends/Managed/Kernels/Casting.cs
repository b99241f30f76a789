using System.Numerics;
using System.Numerics.Tensors;
using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Conversions between all element types. Floats are cut toward zero, and numbers that are too large become the largest integer; as a
/// byte they wrap around. The 16-bit types are read and written by way of float32, as in TensorFlow.
/// </summary>
internal static unsafe class Casting
{
    private const int Block = 512;

    /// <summary>Converts <paramref name="n"/> elements.</summary>
    public static void Run(DType from, byte* x, DType to, byte* y, int n)
    {
        if (from == to)
        {
            Buffer.MemoryCopy(x, y, (long)n * to.Size(), (long)n * to.Size());
            return;
        }

        var job = new Job { From = from, To = to, X = x, Y = y };
        Chunked.Run(ref job, n);
    }

    private static void Convert<T>(ReadOnlySpan<T> x, DType to, byte* y)
        where T : unmanaged, INumberBase<T>
    {
        switch (to)
        {
            case DType.Float32: TensorPrimitives.ConvertTruncating(x, new Span<float>(y, x.Length)); break;
            case DType.Float64: TensorPrimitives.ConvertTruncating(x, new Span<double>(y, x.Length)); break;
            case DType.Int32: TensorPrimitives.ConvertTruncating(x, new Span<int>(y, x.Length)); break;
            case DType.Int64: TensorPrimitives.ConvertTruncating(x, new Span<long>(y, x.Length)); break;
            case DType.UInt8:
                // By way of an integer, so that a negative number wraps around.
                for (var i = 0; i < x.Length; i++) y[i] = (byte)int.CreateTruncating(x[i]);
                break;
            case DType.Bool:
                for (var i = 0; i < x.Length; i++) y[i] = T.IsZero(x[i]) ? (byte)0 : (byte)1;
                break;
            case DType.Float16:
                for (var i = 0; i < x.Length; i++) ((Half*)y)[i] = (Half)float.CreateTruncating(x[i]);
                break;
            default:
                for (var i = 0; i < x.Length; i++) ((BFloat16*)y)[i] = (BFloat16)float.CreateTruncating(x[i]);
                break;
        }
    }

    // Widens a block of 16-bit numbers, and converts that.
    private static void ConvertHalf(DType from, byte* x, DType to, byte* y, int n)
    {
        var wide = stackalloc float[Block];
        for (var start = 0; start < n; start += Block)
        {
            var length = Math.Min(Block, n - start);
            for (var i = 0; i < length; i++) wide[i] = from == DType.Float16 ? (float)((Half*)x)[start + i] : (float)((BFloat16*)x)[start + i];
            Convert(new ReadOnlySpan<float>(wide, length), to, y + ((nint)start * to.Size()));
        }
    }

    private struct Job : IRangeJob
    {
        public DType From, To;
        public byte* X, Y;

        public readonly void Run(int start, int end)
        {
            var n = end - start;
            byte* x = X + ((nint)start * From.Size()), y = Y + ((nint)start * To.Size());
            switch (From)
            {
                case DType.Float32: Convert(new ReadOnlySpan<float>(x, n), To, y); break;
                case DType.Float64: Convert(new ReadOnlySpan<double>(x, n), To, y); break;
                case DType.Int32: Convert(new ReadOnlySpan<int>(x, n), To, y); break;
                case DType.Int64: Convert(new ReadOnlySpan<long>(x, n), To, y); break;
                case DType.UInt8 or DType.Bool: Convert(new ReadOnlySpan<byte>(x, n), To, y); break;
                default: ConvertHalf(From, x, To, y, n); break;
            }
        }
    }
}
