using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Models.Training;

/// <summary>Batches that a generator makes one by one; it is read once, on over the epochs.</summary>
internal sealed class GeneratorBatches(IEnumerable<(NDArray x, NDArray y)> generator, int? stepsPerEpoch) : BatchSource, IDisposable
{
    private readonly IEnumerator<(NDArray x, NDArray y)> batches = generator.GetEnumerator();
    private bool ended;

    /// <inheritdoc/>
    public override int? Steps => stepsPerEpoch;

    /// <inheritdoc/>
    public override void BeginEpoch()
    {
    }

    /// <inheritdoc/>
    public override bool TryNext(out Batch batch)
    {
        ended = ended || !batches.MoveNext();
        batch = ended ? default : new Batch(Tensor.From(batches.Current.x), Tensor.From(batches.Current.y), null);
        return !ended;
    }

    /// <inheritdoc/>
    public void Dispose() => batches.Dispose();
}
