using System.Buffers;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>
        /// What dropout multiplies by: each element 0 with probability <paramref name="rate"/>, else 1 / (1 - rate), so that the mean stays.
        /// Drawn on the host, so that every backend drops the same elements.
        /// </summary>
        internal static Tensor dropout_mask(int[] shape, double rate, RandomStream random)
        {
            var size = Shapes.Size(shape);
            var values = ArrayPool<float>.Shared.Rent(size);
            try
            {
                var mask = values.AsSpan(0, size);
                Draw.Uniform(mask, random.Next(size));
                var scale = rate < 1 ? (float)(1 / (1 - rate)) : 0;
                var bound = (float)rate;
                foreach (ref var value in mask)
                {
                    value = value >= bound ? scale : 0;
                }

                return Tensor.From<float>(mask, shape);
            }
            finally
            {
                ArrayPool<float>.Shared.Return(values);
            }
        }
    }
}
