using System.Runtime.CompilerServices;
using KerasSharp.Engine;
using KerasSharp.Models.Training;
using NumSharp;
using DType = KerasSharp.Engine.DType;
using Spec = KerasSharp.TensorSpec;

namespace KerasSharp;

// Where elements come from.
public static partial class tf
{
    public static partial class data
    {
        public sealed partial class Dataset
        {
            /// <summary>One element for each index of the first axes.</summary>
            /// <param name="tensors">An array or a tuple, list or dictionary of arrays of one length.</param>
            /// <exception cref="ValueError">An array is a scalar, or their lengths differ, in TensorFlow's words.</exception>
            public static Dataset from_tensor_slices(global::KerasSharp.Data tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                if (tensors.Nest.flatten().Any(leaf => leaf is NDArray { ndim: 0 } or Tensor { ndim: 0 }))
                {
                    throw new ValueError("Unbatching a tensor is only supported for rank >= 1");
                }

                var rows = HostNest.Of(tensors, keepsTypes: true) ?? throw new ValueError("Expected at least one array. Received: None");
                var different = rows.Counts.FirstOrDefault(c => c != rows.Count, rows.Count);
                return different != rows.Count ? throw new ValueError($"Dimensions {rows.Count} and {different} are not compatible")
                    : new("_TensorSliceDataset", rows.Count, () => rows.RowSpec, () => Read());

                IEnumerator<DatasetElement> Read()
                {
                    for (var i = 0; i < rows.Count; i++)
                    {
                        yield return new(rows, i);
                    }
                }
            }

            /// <summary>One element: all of the tensors.</summary>
            public static Dataset from_tensors(global::KerasSharp.Data tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                var element = ToTensor(tensors.Nest);
                return new("_TensorDataset", 1, () => element.Nest.map(Spec.Of), () => ((IEnumerable<DatasetElement>)[new(element)]).GetEnumerator());
            }

            /// <summary>The elements that a function's sequence gives; the function is called at each reading.</summary>
            /// <param name="generator">Gives the sequence: of arrays, numbers, tensors, or tuples of these.</param>
            /// <param name="output_signature">Shapes and dtypes of an element; elements that do not fit are refused. Those of the first element if not given.</param>
            public static Dataset from_generator<T>(Func<IEnumerable<T>> generator, Nest<TensorSpec>? output_signature = null)
            {
                ArgumentNullException.ThrowIfNull(generator);
                return new(
                    "_FlatMapDataset", UNKNOWN_CARDINALITY,
                    () => output_signature ?? FirstElement(Read(null)).Nest.map(Spec.Of), () => Read(output_signature));

                IEnumerator<DatasetElement> Read(Nest<TensorSpec>? signature)
                {
                    foreach (var item in generator())
                    {
                        var element = ToTensor(NestOf(item));
                        yield return new(signature is null ? element : Checked(element, signature));
                    }
                }
            }

            /// <summary>Numbers from 0 up to one below <paramref name="stop"/>, int64.</summary>
            public static Dataset range(long stop, DTypeLike output_type = default, string? name = null) => range(0, stop, 1, output_type);

            /// <summary>Numbers from <paramref name="start"/> on, <paramref name="step"/> by step, before <paramref name="stop"/>; int64 if no type is given.</summary>
            /// <exception cref="errors.InvalidArgumentError">The step is 0.</exception>
            public static Dataset range(long start, long stop, long step = 1, DTypeLike output_type = default, string? name = null)
            {
                var type = output_type.Or(DType.Int64);
                var count = step == 0 ? throw new errors.InvalidArgumentError("`step` must not be 0.") : Math.Max(0, (stop - start + step - Math.Sign(step)) / step);
                return new("_RangeDataset", count, () => new Spec(new(ReadOnlySpan<int>.Empty), type), () => Numbers(start, step, count, type));
            }

            private static IEnumerator<DatasetElement> Numbers(long start, long step, long count, DType type)
            {
                for (var i = 0L; i < count; i++)
                {
                    yield return new(keras.ops.cast(Tensor.From<long>([start + (i * step)]), type));
                }
            }

            /// <summary>Tuples of an element of each; it ends with the shortest.</summary>
            public static Dataset zip(params Dataset[] datasets) => zip(KerasSharp.Nest.Tuple<Dataset>([.. datasets.Select(d => new Nest<Dataset>(d))]));

            /// <inheritdoc cref="zip(Dataset[])"/>
            public static Dataset zip((Dataset, Dataset) datasets) => zip(datasets.Item1, datasets.Item2);

            /// <inheritdoc cref="zip(Dataset[])"/>
            public static Dataset zip((Dataset, Dataset, Dataset) datasets) => zip(datasets.Item1, datasets.Item2, datasets.Item3);

            /// <summary>Elements in the structure of the datasets.</summary>
            public static Dataset zip(Nest<Dataset> datasets)
            {
                ArgumentNullException.ThrowIfNull(datasets);
                var flat = datasets.flatten();
                var ends = flat.Where(d => d.Cardinality != INFINITE_CARDINALITY).ToArray();
                var cardinality = ends.Length == 0 ? INFINITE_CARDINALITY
                    : ends.Any(d => d.Cardinality == UNKNOWN_CARDINALITY) ? UNKNOWN_CARDINALITY : ends.Min(d => d.Cardinality);
                return new("_ZipDataset", cardinality, () => Joined(datasets.map(d => d.element_spec)), () => Read([.. flat.Select(d => d.read())]));

                IEnumerator<DatasetElement> Read(IEnumerator<DatasetElement>[] readers)
                {
                    try
                    {
                        while (Array.TrueForAll(readers, r => r.MoveNext()))
                        {
                            var isNew = Array.TrueForAll(readers, r => r.Current.IsNew);
                            yield return new(Engine.Tensors.Of(Joined(datasets.pack<Nest<Tensor>>([.. readers.Select(r => r.Current.ToTensor().Nest)]))), isNew);
                        }
                    }
                    finally
                    {
                        Array.ForEach(readers, r => r.Dispose());
                    }
                }
            }

            /// <summary>A nest of nests as one.</summary>
            private static Nest<T> Joined<T>(Nest<Nest<T>> nest) => nest.IsLeaf ? nest.Value
                : nest.IsDictionary ? KerasSharp.Nest.Dictionary(nest.Keys.Select(k => KeyValuePair.Create(k, Joined(nest[k]))))
                : nest.IsTuple ? KerasSharp.Nest.Tuple<T>([.. nest.Items.Select(Joined)])
                : KerasSharp.Nest.List<T>(nest.Items.Select(Joined));

            private static Tensor FirstElement(IEnumerator<DatasetElement> elements)
            {
                using (elements)
                {
                    return elements.MoveNext() ? elements.Current.ToTensor() : throw new ValueError("The dataset is empty: nothing tells the shapes of its elements.");
                }
            }

            private static Tensor Checked(Tensor element, Nest<TensorSpec> signature)
            {
                if (signature.IsLeaf && !element.Nest.IsLeaf)
                {
                    throw new errors.InvalidArgumentError($"`generator` yielded an element of shape ({element.Nest.Count},) where an element of shape {signature.Value.shape} was expected.");
                }

                if (!signature.HasStructureOf(element.Nest))
                {
                    throw new TypeError($"`generator` yielded an element that did not match the expected structure. The expected structure was {signature}, but the yielded element was {element}.");
                }

                var (specs, parts) = (signature.flatten(), element.Nest.flatten());
                for (var i = 0; i < parts.Count; i++)
                {
                    if (!specs[i].Fits(parts[i].shape))
                    {
                        throw new errors.InvalidArgumentError($"`generator` yielded an element of shape {parts[i].shape} where an element of shape {specs[i].shape} was expected.");
                    }

                    parts[i] = parts[i].dtype == specs[i].dtype ? parts[i] : keras.ops.cast(parts[i], specs[i].dtype.Name());
                }

                return Engine.Tensors.Of(element.Nest.pack(parts));
            }

            private static Nest<object?> NestOf(object? item) => item switch
            {
                global::KerasSharp.Data data => data.Nest,
                Tensor tensor => tensor.Nest.map(t => (object?)t),
                ITuple tuple => KerasSharp.Nest.Tuple<object?>([.. Enumerable.Range(0, tuple.Length).Select(i => NestOf(tuple[i]))]),
                System.Collections.IDictionary dictionary => KerasSharp.Nest.Dictionary(
                    dictionary.Keys.Cast<string>().Select(k => KeyValuePair.Create(k, NestOf(dictionary[k])))),
                _ => new(item),
            };

            private static Tensor ToTensor(Nest<object?> nest) => Engine.Tensors.Of(nest.map(leaf => leaf switch
            {
                Tensor tensor => tensor,
                long number => Tensor.From<long>([number]),
                NDArray or Array or int or bool or float or double => TensorLike.Of(leaf),
                _ => throw new TypeError($"Expected arrays, numbers or tensors as elements. Received: {leaf ?? "None"}"),
            }));
        }
    }
}
