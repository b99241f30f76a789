using System.Diagnostics.CodeAnalysis;
using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp;

// C# does not chain conversions: each thing that users hand over has one of its own.
public sealed partial class Data
{
    /// <summary>One array.</summary>
    [return: NotNullIfNotNull(nameof(array))]
    public static implicit operator Data?(NDArray? array) => array is null ? null : new(new Nest<object?>(array));

    /// <summary>One tensor, or several in one object.</summary>
    [return: NotNullIfNotNull(nameof(tensor))]
    public static implicit operator Data?(Tensor? tensor) => tensor is null ? null : new(tensor.Nest.map(leaf => (object?)leaf));

    /// <summary>A plain array of numbers of any rank, or of <see cref="NDArray"/>s, which is a list.</summary>
    [return: NotNullIfNotNull(nameof(array))]
    public static implicit operator Data?(Array? array) => array switch
    {
        null => null,
        NDArray[] list => new(KerasSharp.Nest.List(list.Select(a => (object?)a))),
        Tensor[] list => new(KerasSharp.Nest.List(list.Select(t => t.Nest.map(leaf => (object?)leaf)))),
        _ => new(new Nest<object?>(OfNumbers(array))),
    };

    // Python's numbers with a fraction are float32 as tensors; NumPy's float64 is an NDArray.
    private static NDArray OfNumbers(Array array) => array.GetType().GetElementType() == typeof(double) ? Engine.Constants.Of(array).numpy() : (NDArray)array;

    /// <summary>A list of arrays.</summary>
    [return: NotNullIfNotNull(nameof(arrays))]
    public static implicit operator Data?(List<NDArray>? arrays) => arrays is null ? null : new(KerasSharp.Nest.List(arrays.Select(a => (object?)a)));

    /// <summary>Arrays by name.</summary>
    [return: NotNullIfNotNull(nameof(arrays))]
    public static implicit operator Data?(Dictionary<string, NDArray>? arrays) => arrays is null ? null
        : new(KerasSharp.Nest.Dictionary(arrays.Select(p => KeyValuePair.Create(p.Key, new Nest<object?>(p.Value)))));

    /// <summary>A tuple of two arrays.</summary>
    public static implicit operator Data((NDArray, NDArray) pair) => Tuple(pair.Item1, pair.Item2);

    /// <summary>A tuple of three arrays.</summary>
    public static implicit operator Data((NDArray, NDArray, NDArray) three) => Tuple(three.Item1, three.Item2, three.Item3);

    /// <summary>A tuple of four arrays.</summary>
    public static implicit operator Data((NDArray, NDArray, NDArray, NDArray) four) => Tuple(four.Item1, four.Item2, four.Item3, four.Item4);

    /// <summary>A tuple of two tensors.</summary>
    public static implicit operator Data((Tensor, Tensor) pair) => Tuple(pair.Item1, pair.Item2);

    /// <summary>A tuple of three tensors.</summary>
    public static implicit operator Data((Tensor, Tensor, Tensor) three) => Tuple(three.Item1, three.Item2, three.Item3);

    /// <summary>A tuple of two plain arrays.</summary>
    public static implicit operator Data((Array, Array) pair) => Tuple(pair.Item1, pair.Item2);

    /// <summary>Inputs and targets, the inputs two arrays.</summary>
    public static implicit operator Data(((NDArray, NDArray), NDArray) data) => Tuple(data.Item1, data.Item2);

    /// <summary>Inputs and targets, two arrays each.</summary>
    public static implicit operator Data(((NDArray, NDArray), (NDArray, NDArray)) data) => Tuple(data.Item1, data.Item2);

    /// <summary>A tuple of two parts.</summary>
    public static implicit operator Data((Data?, Data?) pair) => Tuple(pair.Item1, pair.Item2);

    /// <summary>A tuple of three parts.</summary>
    public static implicit operator Data((Data?, Data?, Data?) three) => Tuple(three.Item1, three.Item2, three.Item3);

    /// <summary>A dataset.</summary>
    [return: NotNullIfNotNull(nameof(dataset))]
    public static implicit operator Data?(tf.data.Dataset? dataset) => dataset is null ? null : new(new Nest<object?>(dataset));

    /// <summary>A sequence of batches.</summary>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static implicit operator Data?(keras.utils.Sequence? sequence) => sequence is null ? null : new(new Nest<object?>(sequence));

    /// <summary>The one tensor of a batch that has only inputs; the inputs of others.</summary>
    public static implicit operator Tensor(Data data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (x, _, _) = data;
        return x;
    }

    /// <summary>What Python has as a tuple.</summary>
    public static Data Tuple(params ReadOnlySpan<Data?> parts)
    {
        var nests = new Nest<object?>[parts.Length];
        for (var i = 0; i < nests.Length; i++)
        {
            nests[i] = NestOf(parts[i]);
        }

        return new(KerasSharp.Nest.Tuple<object?>(nests));
    }
}
