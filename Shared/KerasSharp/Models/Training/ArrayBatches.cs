using KerasSharp.Engine;

namespace KerasSharp.Models.Training;

/// <summary>
/// Batches of arrays, the last one possibly partial. Shuffled anew in each pass over the data. With <c>steps_per_epoch</c> an epoch
/// does not begin a new pass: the data go on over the epochs, as in Keras.
/// </summary>
internal sealed class ArrayBatches : BatchSource
{
    private readonly HostNest x;
    private readonly HostNest? y;
    private readonly HostNest? sampleWeight;
    private readonly int batchSize;
    private readonly ShuffleMode shuffle;
    private readonly int? stepsPerEpoch;
    private readonly int[] order;
    private Philox random = Seeds.Numbered(0);
    private int passesLeft;
    private int position;

    /// <summary>Batches of arrays of one length.</summary>
    /// <exception cref="ValueError">Lengths differ, an array is empty, or the batch size is not positive.</exception>
    public ArrayBatches(
        HostNest x, HostNest? y, HostNest? sampleWeight, int batchSize, ShuffleMode shuffle = default, int? stepsPerEpoch = null, int epochs = 1)
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
    public override Data? Next()
    {
        if (position >= order.Length && (stepsPerEpoch is null || !BeginPass()))
        {
            return null;
        }

        var rows = order.AsSpan(position, Math.Min(batchSize, order.Length - position));
        position += rows.Length;
        return Data.Step(x.Batch(rows), y?.Batch(rows), sampleWeight?.Batch(rows));
    }

    private static void CheckSizes(HostNest x, HostNest? y, HostNest? sampleWeight)
    {
        var count = x.Count;
        if (x.Counts.Concat(y?.Counts ?? []).Concat(sampleWeight?.Counts ?? []).Any(c => c != count))
        {
            throw new ValueError($"Data cardinality is ambiguous:\n  x sizes: {string.Join(", ", x.Counts)}\n"
                + (y is null ? "" : $"  y sizes: {string.Join(", ", y.Counts)}\n")
                + (sampleWeight is null ? "" : $"  sample_weight sizes: {string.Join(", ", sampleWeight.Counts)}\n")
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
                Number(order);
                Shuffle(order);
                break;
            case ShuffleKind.Batches:
                ShuffleBatches();
                break;
        }

        return true;
    }

    private static void Number(Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
    }

    // As TensorFlow does: one stream for the whole call of fit, a word for each sample but the last.
    private void Shuffle(Span<int> values)
    {
        Draw.Shuffle(values, random);
        random = random.Skip((UInt128)((values.Length + 2) / 4));
    }

    /// <summary>Exchanges whole batches, the partial one stays last, and then the samples inside each.</summary>
    private void ShuffleBatches()
    {
        int[] batches = [.. Enumerable.Range(0, order.Length / batchSize)];
        Shuffle(batches);
        for (var i = 0; i < order.Length; i++)
        {
            var batch = i / batchSize;
            order[i] = batch < batches.Length ? (batches[batch] * batchSize) + (i % batchSize) : i;
        }

        for (var start = 0; start < order.Length; start += batchSize)
        {
            Shuffle(order.AsSpan(start, Math.Min(batchSize, order.Length - start)));
        }
    }
}
