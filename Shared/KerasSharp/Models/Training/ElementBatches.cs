namespace KerasSharp.Models.Training;

/// <summary>
/// Batches that a dataset or a generator makes one by one. With <c>steps_per_epoch</c> it is read on over the epochs, else anew in each; where
/// their number is unknown, the first epoch tells it.
/// </summary>
/// <param name="elements">The batches: inputs, or tuples of inputs, targets and weights; each with whether nobody else holds its tensors.</param>
/// <param name="stepsPerEpoch">Batches per epoch, if not all.</param>
/// <param name="cardinality">How many there are; null if only the end will tell.</param>
internal sealed class ElementBatches(IEnumerable<(Data Batch, bool IsNew)> elements, int? stepsPerEpoch, int? cardinality = null) : BatchSource
{
    private IEnumerator<(Data Batch, bool IsNew)>? batches;
    private int? counted;
    private int count;
    private bool ended;

    /// <inheritdoc/>
    public override int? Steps => stepsPerEpoch ?? cardinality ?? counted;

    /// <inheritdoc/>
    public override bool OwnsTensors => batches?.Current.IsNew ?? false;

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
        return batches!.Current.Batch;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        batches?.Dispose();
        batches = null;
        base.Dispose();
    }
}
