using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Models.Training;

/// <summary>
/// Batches that a generator makes one by one. With <c>steps_per_epoch</c> it is read on over the epochs, else anew in each; then the first
/// epoch tells how many there are.
/// </summary>
internal sealed class GeneratorBatches(IEnumerable<(NDArray x, NDArray y)> generator, int? stepsPerEpoch) : BatchSource, IDisposable
{
    private IEnumerator<(NDArray x, NDArray y)>? batches;
    private int? counted;
    private int count;
    private bool ended;

    /// <inheritdoc/>
    public override int? Steps => stepsPerEpoch ?? counted;

    /// <inheritdoc/>
    public override void BeginEpoch()
    {
        if (stepsPerEpoch is null || batches is null)
        {
            batches?.Dispose();
            batches = generator.GetEnumerator();
            (ended, count) = (false, 0);
        }
    }

    /// <inheritdoc/>
    public override bool TryNext(out Batch batch)
    {
        ended = ended || !batches!.MoveNext();
        if (ended)
        {
            counted ??= count;
            batch = default;
            return false;
        }

        count++;
        batch = new Batch(Tensor.From(batches!.Current.x), Tensor.From(batches.Current.y), null);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => batches?.Dispose();
}
