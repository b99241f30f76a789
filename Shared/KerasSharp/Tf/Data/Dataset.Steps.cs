using KerasSharp.Engine;
using KerasSharp.Ops;
using Spec = KerasSharp.TensorSpec;

namespace KerasSharp;

// What can be done with a dataset. Each gives another one; the first stays as it is.
public static partial class tf
{
    public static partial class data
    {
        public sealed partial class Dataset
        {
            /// <summary>Several elements together, along a new first axis.</summary>
            /// <param name="batch_size">How many.</param>
            /// <param name="drop_remainder">Whether the last elements are left out where they are too few.</param>
            /// <param name="num_parallel_calls">Only for Python's sake: batches are made one after the other.</param>
            /// <param name="deterministic">They always come in order.</param>
            /// <exception cref="errors.InvalidArgumentError">The size is not positive, in TensorFlow's words; at reading, if shapes differ.</exception>
            public Dataset batch(int batch_size, bool drop_remainder = false, int? num_parallel_calls = null, bool? deterministic = null)
            {
                var size = batch_size > 0 ? batch_size : throw new errors.InvalidArgumentError("Batch size must be greater than zero.");
                var cardinality = Cardinality < 0 ? Cardinality : (Cardinality + (drop_remainder ? 0 : size - 1)) / size;
                return new(
                    num_parallel_calls is null ? "_BatchDataset" : "_ParallelBatchDataset", cardinality,
                    () => element_spec.map(s => s with { shape = s.shape.is_given ? s.shape.with_batch(drop_remainder ? size : null) : s.shape }), () => Read(read()));

                IEnumerator<DatasetElement> Read(IEnumerator<DatasetElement> elements)
                {
                    using (elements)
                    {
                        var rows = new List<DatasetElement>(size);
                        while (true)
                        {
                            rows.Clear();
                            while (rows.Count < size && elements.MoveNext())
                            {
                                rows.Add(elements.Current);
                            }

                            if (rows.Count == 0 || (rows.Count < size && drop_remainder))
                            {
                                yield break;
                            }

                            yield return new(DatasetElement.Batch(rows), isNew: true);
                            if (rows.Count < size)
                            {
                                yield break;
                            }
                        }
                    }
                }
            }

            /// <summary>
            /// What a function makes of each element. Tensors that it makes on the way end with the call; what must stay is kept by
            /// <see cref="TensorScope.Keep"/>.
            /// </summary>
            /// <param name="map_func">From an element, which may be several tensors in one object.</param>
            /// <param name="num_parallel_calls">Only for Python's sake: elements are made one after the other.</param>
            /// <param name="deterministic">They always come in order.</param>
            public Dataset map(Func<Tensor, Tensor> map_func, int? num_parallel_calls = null, bool? deterministic = null)
            {
                ArgumentNullException.ThrowIfNull(map_func);
                return new(num_parallel_calls is null ? "_MapDataset" : "_ParallelMapDataset", Cardinality, () => MappedSpec(map_func), () => Read(read()));

                IEnumerator<DatasetElement> Read(IEnumerator<DatasetElement> elements)
                {
                    using (elements)
                    {
                        while (elements.MoveNext())
                        {
                            yield return Mapped(elements.Current, map_func);
                        }
                    }
                }
            }

            /// <summary>What a function makes of each pair.</summary>
            /// <inheritdoc cref="map(Func{Tensor, Tensor}, int?, bool?)"/>
            public Dataset map(Func<Tensor, Tensor, Tensor> map_func, int? num_parallel_calls = null, bool? deterministic = null)
                => map(
                    element =>
                    {
                        var (first, second) = element;
                        return map_func(first, second);
                    },
                    num_parallel_calls, deterministic);

            /// <summary>What a function makes of each triple.</summary>
            /// <inheritdoc cref="map(Func{Tensor, Tensor}, int?, bool?)"/>
            public Dataset map(Func<Tensor, Tensor, Tensor, Tensor> map_func, int? num_parallel_calls = null, bool? deterministic = null)
                => map(
                    element =>
                    {
                        var (first, second, third) = element;
                        return map_func(first, second, third);
                    },
                    num_parallel_calls, deterministic);

            /// <summary>The elements several times over.</summary>
            /// <param name="count">How often; without an end if not given, or -1.</param>
            public Dataset repeat(int? count = null)
            {
                var times = count ?? -1;
                var cardinality = times == 0 || Cardinality == 0 ? 0
                    : times < 0 || Cardinality == INFINITE_CARDINALITY ? INFINITE_CARDINALITY
                    : Cardinality == UNKNOWN_CARDINALITY ? UNKNOWN_CARDINALITY : Cardinality * times;
                return new("_RepeatDataset", cardinality, () => element_spec, () => Read());

                IEnumerator<DatasetElement> Read()
                {
                    for (var i = 0; times < 0 || i < times; i++)
                    {
                        var any = false;
                        using var elements = read();
                        while (elements.MoveNext())
                        {
                            any = true;
                            yield return elements.Current;
                        }

                        if (!any)
                        {
                            yield break;
                        }
                    }
                }
            }

            /// <summary>The first elements.</summary>
            /// <param name="count">How many; -1 takes all.</param>
            public Dataset take(int count)
            {
                return new("_TakeDataset", Limited(Cardinality, count), () => element_spec, () => Read(read()));

                IEnumerator<DatasetElement> Read(IEnumerator<DatasetElement> elements)
                {
                    using (elements)
                    {
                        for (var i = 0; (count < 0 || i < count) && elements.MoveNext(); i++)
                        {
                            yield return elements.Current;
                        }
                    }
                }
            }

            /// <summary>The elements behind the first.</summary>
            /// <param name="count">How many are left out; -1 leaves out all.</param>
            public Dataset skip(int count)
            {
                var cardinality = count < 0 ? 0 : Cardinality < 0 ? Cardinality : Math.Max(0, Cardinality - count);
                return new("_SkipDataset", cardinality, () => element_spec, () => Read(read()));

                IEnumerator<DatasetElement> Read(IEnumerator<DatasetElement> elements)
                {
                    using (elements)
                    {
                        for (var i = 0; count >= 0 && elements.MoveNext(); i++)
                        {
                            if (i >= count)
                            {
                                yield return elements.Current;
                            }
                        }
                    }
                }
            }

            /// <summary>The same elements: <c>fit</c> always reads one ahead, and no further.</summary>
            /// <param name="buffer_size">How many to read ahead; <see cref="AUTOTUNE"/>.</param>
            /// <exception cref="errors.InvalidArgumentError">It is negative, in TensorFlow's words.</exception>
            public Dataset prefetch(int buffer_size) => buffer_size >= AUTOTUNE ? new("_PrefetchDataset", Cardinality, () => element_spec, read)
                : throw new errors.InvalidArgumentError("buffer_size must be >= 0 or set buffer_size to be -1 for auto-tuning");

            /// <summary>Pairs of a number (int64), counted from <paramref name="start"/>, and an element.</summary>
            public Dataset enumerate(long start = 0) => zip(
                new Dataset("_RangeDataset", INFINITE_CARDINALITY, () => new Spec(new(ReadOnlySpan<int>.Empty), DType.Int64), () => Numbers(start, 1, long.MaxValue, DType.Int64)), this);

            // What the function makes on its way, and an element that nobody else holds, end here. No tape looks into a pipeline.
            private static DatasetElement Mapped(DatasetElement element, Func<Tensor, Tensor> map_func)
            {
                using var scope = TensorScope.Begin();
                using var noTape = new NoTape();
                var result = AsTuple(map_func(element.ToTensor(scope)));
                return new(result, isNew: scope.Hand(result));
            }

            // A list of tensors becomes a tuple, as in TensorFlow.
            private static Tensor AsTuple(Tensor element) => element.Nest is { IsList: true, IsTuple: false } list
                ? new Tensors(KerasSharp.Nest.Tuple<Tensor>([.. list.Items]))
                : element;

            private Nest<TensorSpec> MappedSpec(Func<Tensor, Tensor> map_func)
            {
                // The first dimension of a batch stays unknown, though that of the first batch is there to be seen.
                var isBatch = element_spec.flatten().Exists(s => s.shape is { rank: > 0 } shape && shape[0] is null);
                return AsTuple(map_func(FirstElement(read()))).Nest.map(Spec.Of)
                    .map(s => isBatch && s.shape.rank > 0 ? s with { shape = s.shape.without_batch().with_batch() } : s);
            }
        }
    }
}
