using System.Collections;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class tf
{
    public static partial class data
    {
        /// <summary>
        /// A sequence of elements, each a tensor or a tuple, list or dictionary of tensors, which is computed as it is read and anew at each reading:
        /// <c>foreach (var (x, y) in dataset)</c>. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/data/Dataset"/>.
        /// </summary>
        public sealed partial class Dataset : IEnumerable<Tensor>
        {
            private readonly string kind;
            private readonly Func<IEnumerator<DatasetElement>> read;
            private readonly Lazy<Nest<TensorSpec>> spec;

            private Dataset(string kind, long cardinality, Func<Nest<TensorSpec>> spec, Func<IEnumerator<DatasetElement>> read)
            {
                (this.kind, Cardinality, this.read) = (kind, cardinality, read);
                this.spec = new(spec);
            }

            /// <summary>Shapes and dtypes of an element. Behind a <c>map</c> its first element is computed to find out.</summary>
            public Nest<TensorSpec> element_spec => spec.Value;

            /// <summary>The number of elements, -1 without an end, -2 where only reading will tell.</summary>
            internal long Cardinality { get; }

            /// <summary>The number of elements; <see cref="INFINITE_CARDINALITY"/>, or <see cref="UNKNOWN_CARDINALITY"/>.</summary>
            public long cardinality() => Cardinality;

            /// <summary>Python's <c>len(dataset)</c>.</summary>
            /// <exception cref="TypeError">The dataset has no end, or its length is unknown, in TensorFlow's words.</exception>
            public int __len__() => Cardinality switch
            {
                INFINITE_CARDINALITY => throw new TypeError("The dataset is infinite."),
                UNKNOWN_CARDINALITY => throw new TypeError("The dataset length is unknown."),
                var count => checked((int)count),
            };

            /// <summary>Reads the elements from the first on.</summary>
            public IEnumerator<Tensor> GetEnumerator()
            {
                // A shuffle takes its seed now, and not when the first element is read.
                return Tensors(read());
            }

            /// <summary>Reads the elements from the first on, each with whether it may go back to the pool behind its use.</summary>
            internal IEnumerable<(Tensor Element, bool IsNew)> ReadElements()
            {
                using var elements = read();
                while (elements.MoveNext())
                {
                    yield return (elements.Current.ToTensor(), elements.Current.IsNew);
                }
            }

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            /// <summary>The elements as NumPy arrays; several as an <see cref="NDArrays"/>.</summary>
            public IEnumerable<NDArrays> as_numpy_iterator() => this.Select(NDArrays.Of);

            /// <summary>Python's text.</summary>
            public override string ToString() => $"<{kind} element_spec={element_spec}>";

            private static IEnumerator<Tensor> Tensors(IEnumerator<DatasetElement> elements)
            {
                using (elements)
                {
                    while (elements.MoveNext())
                    {
                        yield return elements.Current.ToTensor();
                    }
                }
            }

            private static long Limited(long cardinality, long count) => count < 0 ? cardinality
                : cardinality == INFINITE_CARDINALITY ? count
                : cardinality == UNKNOWN_CARDINALITY ? (count == 0 ? 0 : UNKNOWN_CARDINALITY)
                : Math.Min(cardinality, count);
        }
    }
}
