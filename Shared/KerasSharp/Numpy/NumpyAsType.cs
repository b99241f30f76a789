using KerasSharp.Python;
using NumSharp;

namespace KerasSharp;

/// <summary><c>X.astype("float32")</c>: NumSharp's own takes a <see cref="Type"/>, Python's also a name.</summary>
public static class NumpyAsType
{
    private static readonly Dictionary<string, Type> Types = PythonRepr.NamedTypes
        .Where(t => t.Key != typeof(string) && t.Key != typeof(decimal)).ToDictionary(t => t.Value, t => t.Key);

    extension(NDArray array)
    {
        /// <summary>
        /// A copy with another element type. Images (uint8) become float32 at memory speed, several times as fast as by <c>astype(np.float32)</c>.
        /// Source: <see href="https://numpy.org/doc/1.26/reference/generated/numpy.ndarray.astype.html"/>.
        /// </summary>
        /// <param name="dtype"><c>float32</c>, <c>float64</c>, <c>int32</c>, <c>int64</c>, <c>uint8</c>, <c>bool</c>, …</param>
        /// <exception cref="TypeError">There is no such dtype.</exception>
        public NDArray astype(string dtype)
        {
            if (!Types.TryGetValue(dtype, out var type))
            {
                throw new TypeError($"data type '{dtype}' not understood");
            }

            return type == typeof(float) && array.dtype == typeof(byte) && array.Shape.IsContiguous ? ToFloats(array) : array.astype(type);
        }
    }

    private static unsafe NDArray ToFloats(NDArray bytes)
    {
        var floats = new NDArray(typeof(float), new Shape(bytes.shape), fillZeros: false);
        // Of a slice, X[":100"], NumSharp gives the address of the whole: the offset leads to its first element.
        var (from, to, size) = ((nint)bytes.Unsafe.Storage.Address + (nint)bytes.Shape.Offset, (nint)floats.Unsafe.Address, bytes.size);

        // Half of the time goes into memory that is touched for the first time: all cores share that.
        const long Chunk = 1 << 20;
        Parallel.For(0, (size + Chunk - 1) / Chunk, chunk =>
        {
            var start = chunk * Chunk;
            var length = (int)Math.Min(Chunk, size - start);
            System.Numerics.Tensors.TensorPrimitives.ConvertTruncating(
                new ReadOnlySpan<byte>((byte*)from + start, length), new Span<float>((float*)to + start, length));
        });
        GC.KeepAlive(bytes);
        return floats;
    }
}
