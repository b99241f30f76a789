using System.Diagnostics.CodeAnalysis;
using NumSharp;

namespace KerasSharp.Models;

/// <summary>Keras's <c>validation_data</c>: <c>(x, y)</c> or <c>(x, y, sample_weight)</c>, a dataset or a sequence.</summary>
/// <param name="x">The inputs, or a dataset or sequence of batches.</param>
/// <param name="y">The targets.</param>
/// <param name="sample_weight">A weight per sample.</param>
public sealed record ValidationData(Data x, Data? y = null, Data? sample_weight = null)
{
    /// <summary>Inputs and targets.</summary>
    public static implicit operator ValidationData((NDArray x, NDArray y) data) => new(data.x!, data.y);

    /// <summary>Inputs, targets and a weight per sample.</summary>
    public static implicit operator ValidationData((NDArray x, NDArray y, NDArray sample_weight) data) => new(data.x!, data.y, data.sample_weight);

    /// <summary>Two inputs, one target.</summary>
    public static implicit operator ValidationData(((NDArray, NDArray) x, NDArray y) data) => new(data.x, data.y);

    /// <summary>Two inputs, two targets.</summary>
    public static implicit operator ValidationData(((NDArray, NDArray) x, (NDArray, NDArray) y) data) => new(data.x, data.y);

    /// <summary>Inputs and targets of any structure.</summary>
    public static implicit operator ValidationData((Data x, Data? y) data) => new(data.x, data.y);

    /// <summary>Inputs, targets and weights of any structure.</summary>
    public static implicit operator ValidationData((Data x, Data? y, Data? sample_weight) data) => new(data.x, data.y, data.sample_weight);

    /// <summary>Inputs, targets and weights as a tuple, a dataset or a sequence.</summary>
    [return: NotNullIfNotNull(nameof(data))]
    public static implicit operator ValidationData?(Data? data) => data is null ? null : Of(data);

    /// <summary>A dataset of batches.</summary>
    [return: NotNullIfNotNull(nameof(dataset))]
    public static implicit operator ValidationData?(tf.data.Dataset? dataset) => dataset is null ? null : new((Data)dataset!);

    /// <summary>A sequence of batches.</summary>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static implicit operator ValidationData?(keras.utils.Sequence? sequence) => sequence is null ? null : new((Data)sequence!);

    private static ValidationData Of(Data data)
    {
        if (!data.IsTuple)
        {
            return new(data);
        }

        var parts = data.ToArray();
        return parts.Length is 1 or 2 or 3 ? new(parts[0]!, parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2))
            : throw new ValueError($"Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, found: {data}");
    }
}
