using KerasSharp.Engine;

namespace KerasSharp.Models.Training;

/// <summary>The batches of a <c>keras.utils.Sequence</c>, shuffled as a whole where wanted.</summary>
/// <param name="sequence">Makes a batch by its number.</param>
/// <param name="shuffle">Whether each epoch has an order of its own.</param>
/// <param name="stepsPerEpoch">Batches per epoch, if not all; the sequence then goes on over the epochs.</param>
/// <param name="classWeight">A factor of the loss for each class.</param>
internal sealed class SequenceBatches(
    keras.utils.Sequence sequence, bool shuffle, int? stepsPerEpoch, IReadOnlyDictionary<int, float>? classWeight = null) : BatchSource
{
    private int[] order = [];
    private int position;

    /// <inheritdoc/>
    public override int? Steps => stepsPerEpoch ?? sequence.__len__();

    /// <inheritdoc/>
    public override bool MayReadAhead => position < order.Length;

    /// <inheritdoc/>
    public override void BeginEpoch()
    {
        if (stepsPerEpoch is null)
        {
            BeginPass();
        }
    }

    /// <inheritdoc/>
    public override void EndEpoch() => sequence.on_epoch_end();

    /// <inheritdoc/>
    public override Data? Next()
    {
        if (position >= order.Length)
        {
            if (stepsPerEpoch is null)
            {
                return null;
            }

            BeginPass();
        }

        return position < order.Length ? ClassWeights.Apply(Batches.ToTensors(sequence.__getitem__(order[position++])), classWeight) : null;
    }

    private void BeginPass()
    {
        order = [.. Enumerable.Range(0, sequence.__len__())];
        position = 0;
        if (shuffle)
        {
            Seeds.Python.Shuffle<int>(order);
        }
    }
}
