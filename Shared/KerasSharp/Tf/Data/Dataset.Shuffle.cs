using KerasSharp.Engine;

namespace KerasSharp;

// A random order, out of a buffer.
public static partial class tf
{
    public static partial class data
    {
        public sealed partial class Dataset
        {
            /// <summary>The elements in random order: each comes out of a buffer of the next ones.</summary>
            /// <param name="buffer_size">How many elements the buffer holds: as many as there are, or <see cref="UNKNOWN_CARDINALITY"/>, for a whole shuffle.</param>
            /// <param name="seed">The order follows from it; from the global generator if not given.</param>
            /// <param name="reshuffle_each_iteration">Whether each reading has an order of its own; true if not given.</param>
            /// <exception cref="errors.InvalidArgumentError">The buffer is empty.</exception>
            public Dataset shuffle(int buffer_size, int? seed = null, bool? reshuffle_each_iteration = null)
            {
                if (buffer_size < 1 && buffer_size != UNKNOWN_CARDINALITY)
                {
                    throw new errors.InvalidArgumentError("buffer_size must be greater than zero or UNKNOWN_CARDINALITY");
                }

                var start = seed ?? (long)RandomGenerator.Global.NextBits();
                var readings = 0L;
                return new("_ShuffleDataset", Cardinality, () => element_spec, () => Read(
                    read(), new RandomGenerator(reshuffle_each_iteration == false ? start : start + ((Interlocked.Increment(ref readings) - 1) * 0x632BE59BD9B4E019))));

                IEnumerator<DatasetElement> Read(IEnumerator<DatasetElement> elements, RandomGenerator random)
                {
                    using (elements)
                    {
                        var buffer = new List<DatasetElement>();
                        while (elements.MoveNext())
                        {
                            buffer.Add(elements.Current);
                            if (buffer.Count == buffer_size)
                            {
                                yield return Draw(buffer, random);
                            }
                        }

                        while (buffer.Count > 0)
                        {
                            yield return Draw(buffer, random);
                        }
                    }
                }
            }

            private static DatasetElement Draw(List<DatasetElement> buffer, RandomGenerator random)
            {
                var index = random.NextInt(buffer.Count);
                var element = buffer[index];
                buffer[index] = buffer[^1];
                buffer.RemoveAt(buffer.Count - 1);
                return element;
            }
        }
    }
}
