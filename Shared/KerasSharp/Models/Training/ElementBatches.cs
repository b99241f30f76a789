namespace KerasSharp.Models.Training;

/// <summary>
/// Batches that a dataset or a generator makes one by one. With <c>steps_per_epoch</c> it is read on over the epochs, else anew in each; where
/// their number is unknown, the first epoch tells it.
/// </summary>
/// <param name="elements">The batches: inputs, or tuples of inputs, targets and weights.</param>
/// <param name="stepsPerEpoch">Batches per epoch, if not all.</param>
/// <param name="cardinality">How many there are; null if only the end will tell.</param>
/// <param name="ownsTensors">Whether each batch is a new one.</param>
internal sealed class ElementBatches(IEnumerable<Data> elements, int? stepsPerEpoch, int? cardinality = null, bool ownsTensors = true) : BatchSource
{
    private IEnumerator<Data>? batches;
    private int? counted;
    private int count;
    private bool ended;

    /// <inheritdoc/>
    public override int? Steps => stepsPerEpoch ?? cardinality ?? counted;

    /// <inheritdoc/>
    public override bool OwnsTensors => ownsTensors;

    /// <inheritdoc/>
    public override void BeginEpoch()
    {
        if (batches is null || stepsPerEpoch is null || stepsPerEpoch == cardinality)
        {
            batches?.Dispose();
            batches = elements.GetEnumerator();
            (ended, count) = (false, 0);
        }
    }

    /// <inheritdoc/>
    public override Data? Next()
    {
        ended = ended || !batches!.MoveNext();
        if (ended)
        {
            counted ??= count;
            return null;
        }

        count++;
        return batches!.Current;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        batches?.Dispose();
        batches = null;
        base.Dispose();
    }
}
