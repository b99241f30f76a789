using KerasSharp.Datasets;
using NumSharp;
using TorchSharp;
using static TorchSharp.torch;

namespace KerasSharp.Torch;

/// <summary>
/// Images and their labels, as <see cref="torchvision.datasets"/> gives them and <c>torch.utils.data.DataLoader</c> takes them: an item is the list
/// of an image (what the transform makes of it) and its label (int64, of rank 0); a batch stacks both.
/// </summary>
public sealed class VisionDataset : utils.data.IterableDataset
{
    private readonly Func<Tensor, Tensor>? transform;
    private readonly string name;

    internal VisionDataset(
        string name, IReadOnlyList<string> classes, bool train, Func<Tensor, Tensor>? transform, object? targetTransform, Func<DatasetArrays> load)
    {
        if (targetTransform is not null)
        {
            throw new NotImplementedError($"{name}(target_transform=...) is not supported. Change the labels of the batches instead.");
        }

        (this.name, this.transform, this.classes) = (name, transform, classes);
        var arrays = load();
        var (images, labels) = train ? arrays.Nested.Item1 : arrays.Nested.Item2;
        TorchLibrary.Load();
        data = Kept(images);
        using var bytes = Kept(labels);
        targets = bytes.to(ScalarType.Int64).view(-1).DetachFromDisposeScope();
    }

    /// <summary>All images as they are stored: uint8, <c>(count, height, width)</c> or <c>(count, height, width, channels)</c>.</summary>
    public Tensor data { get; }

    /// <summary>All labels: int64, <c>(count,)</c>.</summary>
    public Tensor targets { get; }

    /// <summary>The names of the labels.</summary>
    public IReadOnlyList<string> classes { get; }

    /// <summary>How many images there are.</summary>
    public override long Count => targets.size(0);

    /// <summary>An image and its label; a negative index counts from the end.</summary>
    /// <exception cref="IndexError">There is no such image.</exception>
    /// <exception cref="TypeError">The transform gave nothing.</exception>
    public override IList<Tensor> GetTensor(long index)
    {
        if (index < -Count || index >= Count)
        {
            throw new IndexError($"{name}: index {index} is out of range, there are {Count} images.");
        }

        var image = data[index];
        if (transform is null)
        {
            return [image, targets[index]];
        }

        var changed = transform(image) ?? throw new TypeError($"{name}: the transform returned None.");
        if (!ReferenceEquals(changed, image))
        {
            image.Dispose();
        }

        return [changed, targets[index]];
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            data.Dispose();
            targets.Dispose();
        }

        base.Dispose(disposing);
    }

    // It lives as long as the data set, also where that is made within a scope.
    private static Tensor Kept(NDArray array) => tensor(array.ToArray<byte>(), array.shape).DetachFromDisposeScope();
}
