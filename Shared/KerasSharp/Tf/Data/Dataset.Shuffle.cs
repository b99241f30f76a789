using KerasSharp.Engine;

namespace KerasSharp;

// A random order, out of a buffer.
public static partial class tf
{
    public static partial class data
    {
        public sealed partial class Dataset
        {
            /// <summary>
            /// The elements in random order: each comes out of a buffer of the next ones. The order is TensorFlow's on a CPU for the same seeds.
            /// </summary>
            /// <param name="buffer_size">How many elements the buffer holds: as many as there are, or <see cref="UNKNOWN_CARDINALITY"/>, for a whole shuffle.</param>
            /// <param name="seed">The order follows from it and the global seed; from the global seed alone if not given.</param>
            /// <param name="reshuffle_each_iteration">Whether each reading has an order of its own; true if not given.</param>
            /// <exception cref="errors.InvalidArgumentError">The buffer is empty.</exception>
            public Dataset shuffle(int buffer_size, int? seed = null, bool? reshuffle_each_iteration = null)
            {
                if (buffer_size < 1 && buffer_size != UNKNOWN_CARDINALITY)
                {
                    throw new errors.InvalidArgumentError("buffer_size must be greater than zero or UNKNOWN_CARDINALITY");
                }

                var generator = seed is { } own ? Seeds.Generator(own) : Seeds.Unseeded();
                var seeds = new Words(generator);
                return new("_ShuffleDataset", Cardinality, () => element_spec, () => Read(
                    read(), new Words(reshuffle_each_iteration == false ? generator : Philox.OfOperation(seeds.Next(), seeds.Next()))));

                IEnumerator<DatasetElement> Read(IEnumerator<DatasetElement> elements, Words words)
                {
                    using (elements)
                    {
                        var buffer = new ShuffleBuffer(words);
                        while (elements.MoveNext())
                        {
                            buffer.Add(elements.Current);
                            if (buffer.Count == buffer_size)
                            {
                                yield return buffer.Draw();
                            }
                        }

                        while (buffer.Count > 0)
                        {
                            yield return buffer.Draw();
                        }
                    }
                }
            }

            /// <summary>The words of a generator, one by one.</summary>
            private sealed class Words(Philox generator)
            {
                private readonly Lock gate = new();
                private readonly uint[] block = new uint[64];
                private ulong used;

                public uint Next()
                {
                    lock (gate)
                    {
                        var at = (int)(used % (uint)block.Length);
                        if (at == 0)
                        {
                            generator.Skip(used / 4).Words(block);
                        }

                        used++;
                        return block[at];
                    }
                }
            }

            /// <summary>The next elements, the oldest first. The oldest takes the place of the one that is drawn.</summary>
            private sealed class ShuffleBuffer(Words words)
            {
                private readonly List<DatasetElement> elements = [];
                private int start;

                public int Count => elements.Count - start;

                public void Add(DatasetElement element)
                {
                    // What left is forgotten now and then, so that the list stays about as long as the buffer.
                    if (start > 64 && start > Count)
                    {
                        elements.RemoveRange(0, start);
                        start = 0;
                    }

                    elements.Add(element);
                }

                public DatasetElement Draw()
                {
                    var index = start + (int)(words.Next() % (uint)Count);
                    var drawn = elements[index];
                    elements[index] = elements[start];
                    elements[start++] = default;
                    return drawn;
                }
            }
        }
    }
}
