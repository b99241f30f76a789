using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Models.Training;

/// <summary>Makes one source of batches of whatever users hand over.</summary>
internal static class Batches
{
    /// <summary>The batches of arrays, of a dataset or of a sequence.</summary>
    /// <exception cref="ValueError">Data do not go together, in Keras's words.</exception>
    public static BatchSource Of(
        Data x, Data? y, Data? sampleWeight, IReadOnlyDictionary<int, float>? classWeight, int? batchSize, ShuffleMode shuffle = default,
        int? stepsPerEpoch = null, int epochs = 1)
    {
        switch (x.Nest is { IsLeaf: true } leaf ? leaf.Value : null)
        {
            case tf.data.Dataset dataset:
                RequireAlone(y, sampleWeight, "dataset as input");
                var cardinality = dataset.Cardinality;
                return cardinality == tf.data.INFINITE_CARDINALITY && stepsPerEpoch is null
                    ? throw new ValueError("When providing an infinite dataset, you must specify the number of steps to run "
                        + "(if you did not intend to create an infinite dataset, make sure to not call `repeat()` on the dataset).")
                    : new ElementBatches(
                        dataset.ReadElements().Select(e => (ClassWeights.Apply((Data)e.Element!, classWeight), e.IsNew)), stepsPerEpoch,
                        cardinality >= 0 ? checked((int)cardinality) : null);
            case keras.utils.Sequence sequence:
                RequireAlone(y, sampleWeight, "`keras.utils.Sequence` as input");
                return new SequenceBatches(sequence, shuffle.Kind is ShuffleKind.Samples or ShuffleKind.Batches, stepsPerEpoch, classWeight);
            default:
                return new ArrayBatches(
                    HostNest.Of(x) ?? throw new ValueError("Expected input data to be non-empty."), HostNest.Of(y), ClassWeights.Apply(y, sampleWeight, classWeight),
                    batchSize ?? 32, shuffle, stepsPerEpoch, epochs);
        }
    }

    /// <summary>The batches of a generator.</summary>
    public static BatchSource Of(IEnumerable<(NDArray x, NDArray y)> generator, int? stepsPerEpoch)
        => new ElementBatches(generator.Select(batch => (Data.Step(ToTensor(batch.x), ToTensor(batch.y), null), true)), stepsPerEpoch);

    /// <summary>The same batch in new tensors.</summary>
    public static Data ToTensors(Data batch) => Data.Of(batch.Nest.map<object?>(leaf => leaf switch
    {
        NDArray array => ToTensor(array),
        Tensor tensor => keras.ops.copy(tensor),
        _ => leaf,
    })) ?? throw new ValueError("A batch is missing: expected inputs, or a tuple of inputs, targets and weights. Received: None");

    private static Tensor ToTensor(NDArray array) => Tensor.From(HalfArrays.ToSingle(array));

    private static void RequireAlone(Data? y, Data? sampleWeight, string what)
    {
        if (y is not null || sampleWeight is not null)
        {
            throw new ValueError($"`{(y is not null ? "y" : "sample_weight")}` argument is not supported when using {what}.");
        }
    }
}
