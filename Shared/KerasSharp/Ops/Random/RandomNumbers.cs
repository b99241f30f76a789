using System.Buffers;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        private delegate void Filler(Span<float> values, Philox random);

        /// <summary>Numbers in [low, high), each equally likely, of a stream that goes on. Drawn on the host, so that every backend has the same.</summary>
        internal static Tensor random_uniform(int[] shape, RandomStream random, double low = 0, double high = 1)
            => Filled(shape, random, (values, philox) => Draw.Uniform(values, philox, (float)low, (float)high));

        /// <summary>Normally distributed numbers of a stream that goes on.</summary>
        internal static Tensor random_normal(int[] shape, RandomStream random, double mean = 0, double stddev = 1)
            => Filled(shape, random, (values, philox) => Draw.Normal(values, philox, (float)mean, (float)stddev));

        private static Tensor Filled(int[] shape, RandomStream random, Filler fill)
        {
            var size = Shapes.Size(shape);
            var values = ArrayPool<float>.Shared.Rent(size);
            try
            {
                fill(values.AsSpan(0, size), random.Next(size));
                return Tensor.From<float>(values.AsSpan(0, size), shape);
            }
            finally
            {
                ArrayPool<float>.Shared.Return(values);
            }
        }
    }
}
