using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Models.Training;

/// <summary>
/// Batches of arrays, the last one possibly partial. Shuffled anew in each pass over the data. With <c>steps_per_epoch</c> an epoch
/// does not begin a new pass: the data go on over the epochs, as in Keras.
/// </summary>
internal sealed class ArrayBatches : BatchSource
{
    private readonly HostArray x;
    private readonly HostArray? y;
    private readonly HostArray? sampleWeight;
    private readonly int batchSize;
    private readonly ShuffleMode shuffle;
    private readonly int? stepsPerEpoch;
    private readonly int[] order;
    private int passesLeft;
    private int position;

    /// <summary>Batches of arrays of one length.</summary>
    /// <exception cref="ValueError">Lengths differ, an array is empty, or the batch size is not positive.</exception>
    public ArrayBatches(
        HostArray x, HostArray? y, HostArray? sampleWeight, int batchSize, ShuffleMode shuffle = default, int? stepsPerEpoch = null, int epochs = 1)
    {
        CheckSizes(x, y, sampleWeight);
        if (batchSize <= 0)
        {
            throw new ValueError($"`batch_size` must be a positive integer. Received: batch_size={batchSize}");
        }

        if (stepsPerEpoch <= 0)
        {
            throw new ValueError($"Unexpected value for `steps_per_epoch`. Received value is {stepsPerEpoch}. Please check the docstring for `model.fit()` for supported values.");
        }

        (this.x, this.y, this.sampleWeight, this.batchSize, this.shuffle, this.stepsPerEpoch) = (x, y, sampleWeight, batchSize, shuffle, stepsPerEpoch);
        order = [.. Enumerable.Range(0, x.Count)];
        passesLeft = stepsPerEpoch is null ? int.MaxValue : epochs;
        position = x.Count;
    }

    /// <inheritdoc/>
    public override int? Steps => stepsPerEpoch ?? ((x.Count + batchSize - 1) / batchSize);

    /// <inheritdoc/>
    public override TensorShape InputShape => x.Shape;

    /// <inheritdoc/>
    public override bool HasSampleWeight => sampleWeight is not null;

    /// <inheritdoc/>
    public override void BeginEpoch()
    {
        if (stepsPerEpoch is null)
        {
            BeginPass();
        }
    }

    /// <inheritdoc/>
    public override bool TryNext(out Batch batch)
    {
        if (position >= order.Length && (stepsPerEpoch is null || !BeginPass()))
        {
            batch = default;
            return false;
        }

        var rows = order.AsSpan(position, Math.Min(batchSize, order.Length - position));
        position += rows.Length;
        batch = new Batch(x.Batch(rows), y?.Batch(rows), sampleWeight?.Batch(rows));
        return true;
    }

    private static void CheckSizes(HostArray x, HostArray? y, HostArray? sampleWeight)
    {
        if ((y is not null && y.Count != x.Count) || (sampleWeight is not null && sampleWeight.Count != x.Count))
        {
            throw new ValueError($"Data cardinality is ambiguous:\n  x sizes: {x.Count}\n"
                + (y is null ? "" : $"  y sizes: {y.Count}\n")
                + (sampleWeight is null ? "" : $"  sample_weight sizes: {sampleWeight.Count}\n")
                + "Make sure all arrays contain the same number of samples.");
        }

        if (x.Count == 0)
        {
            throw new ValueError("Expected input data to be non-empty.");
        }
    }

    private bool BeginPass()
    {
        if (passesLeft-- <= 0)
        {
            return false;
        }

        position = 0;
        switch (shuffle.Kind)
        {
            case ShuffleKind.Samples:
                RandomGenerator.Global.Shuffle(order);
                break;
            case ShuffleKind.Batches:
                ShuffleBatches();
                break;
        }

        return true;
    }

    /// <summary>Exchanges whole batches, the partial one stays last, and then the samples inside each.</summary>
    private void ShuffleBatches()
    {
        int[] batches = [.. Enumerable.Range(0, order.Length / batchSize)];
        RandomGenerator.Global.Shuffle(batches);
        for (var i = 0; i < order.Length; i++)
        {
            var batch = i / batchSize;
            order[i] = batch < batches.Length ? (batches[batch] * batchSize) + (i % batchSize) : i;
        }

        for (var start = 0; start < order.Length; start += batchSize)
        {
            RandomGenerator.Global.Shuffle(order.AsSpan(start, Math.Min(batchSize, order.Length - start)));
        }
    }
}
