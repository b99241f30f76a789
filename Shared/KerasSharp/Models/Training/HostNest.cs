using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Models.Training;

/// <summary>The arrays of a nest, all of one length: the inputs, the targets or the weights of a data set.</summary>
internal sealed class HostNest
{
    private readonly Nest<object?> structure;
    private readonly HostArray?[] arrays;

    private HostNest(Nest<object?> structure, HostArray?[] arrays) => (this.structure, this.arrays) = (structure, arrays);

    /// <summary>The numbers of samples of the arrays.</summary>
    public IEnumerable<int> Counts => arrays.OfType<HostArray>().Select(a => a.Count);

    /// <summary>The number of samples.</summary>
    public int Count => Counts.First();

    /// <summary>The shape of a single array with an unknown batch dimension; not given where there are several.</summary>
    public TensorShape Shape => structure.IsLeaf ? arrays[0]!.Shape : default;

    /// <summary>Wraps arrays whose first axes count samples; null for nothing, or for a nest of nothing.</summary>
    /// <param name="data">The arrays.</param>
    /// <param name="keepsTypes">Whether batches have the arrays' own types, as in a data set; else those that models compute in.</param>
    /// <exception cref="ValueError">An array is a scalar.</exception>
    public static HostNest? Of(Data? data, bool keepsTypes = false)
    {
        if (data is null)
        {
            return null;
        }

        var arrays = data.Nest.flatten().Select(leaf => Wrap(leaf, keepsTypes)).ToArray();
        return Array.TrueForAll(arrays, a => a is null) ? null : new(data.Nest, arrays);
    }

    /// <summary>One array.</summary>
    public static HostNest? Of(HostArray? array) => array is null ? null : new(new Nest<object?>((object?)null), [array]);

    /// <summary>A part of the samples, without a copy.</summary>
    public HostNest Part(int start, int count) => new(structure, Array.ConvertAll(arrays, a => a?.Part(start, count)));

    /// <summary>The samples of these numbers, in the structure of the arrays.</summary>
    public Tensor Batch(ReadOnlySpan<int> rows)
    {
        if (structure.IsLeaf)
        {
            return arrays[0]!.Batch(rows);
        }

        var tensors = new Tensor[arrays.Length];
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i] = arrays[i]?.Batch(rows)!;
        }

        return new Tensors(structure.pack(tensors));
    }

    /// <summary>One sample, without its first axis.</summary>
    public Tensor Row(int row)
    {
        var batch = Batch([row]);
        return Tensors.Of(batch.Nest.map(t => keras.ops.reshape(t, t.Dims[1..].ToArray())));
    }

    /// <summary>Shapes and dtypes of a sample.</summary>
    public Nest<TensorSpec> RowSpec => structure.pack<TensorSpec>([.. arrays.Select(a => a!.RowSpec)]);

    private static HostArray? Wrap(object? leaf, bool keepsTypes) => leaf switch
    {
        null => null,
        NDArray array => HostArray.Of(array, keepsTypes),
        Tensor tensor => HostArray.Of(tensor.numpy(), keepsTypes),
        _ => throw new ValueError($"A dataset or a sequence stands alone, it cannot be part of a list, tuple or dictionary. Received: {leaf}"),
    };
}
