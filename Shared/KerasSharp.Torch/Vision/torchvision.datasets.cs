using KerasSharp.Datasets;
using static TorchSharp.torch;

namespace KerasSharp.Torch;

/// <summary>Of Python's <c>torchvision</c> what the tutorial uses: <c>from torchvision import datasets, transforms</c>.</summary>
public static partial class torchvision
{
    /// <summary>
    /// <c>torchvision.datasets</c>, on the loader of <see cref="keras.datasets"/>: both halves of the tutorial share one copy of the data. Looked for in
    /// turn: in <c>root</c> as torchvision lays it out, in the folder that <c>KERASSHARP_DATASETS</c> names, in the cache <c>~/.keras/datasets</c>; a
    /// download goes there too, not into <c>root</c>.
    /// </summary>
    public static class datasets
    {
        private static readonly string[] Digits =
            ["0 - zero", "1 - one", "2 - two", "3 - three", "4 - four", "5 - five", "6 - six", "7 - seven", "8 - eight", "9 - nine"];

        private static readonly string[] Things = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

        /// <summary>
        /// The 60,000 training or 10,000 test images of MNIST, <c>(28, 28)</c>; with <see cref="transforms.ToTensor"/> <c>(1, 28, 28)</c>.
        /// Source: <see href="https://pytorch.org/vision/stable/generated/torchvision.datasets.MNIST.html"/>.
        /// </summary>
        /// <param name="root">A folder with <c>MNIST/raw</c> in it, where it is there already. <c>~</c> stands for the user's own.</param>
        /// <param name="train">The training images, or the test images.</param>
        /// <param name="transform">What each image passes through; without it, it comes as it is stored, uint8.</param>
        /// <param name="target_transform">Not supported.</param>
        /// <param name="download">Whether to download it if it is not found.</param>
        /// <exception cref="RuntimeError">It is not found, and <paramref name="download"/> is false.</exception>
        /// <exception cref="DatasetNotFoundError">It is not found and cannot be downloaded. The message lists all that was tried.</exception>
        /// <exception cref="OSError">A file in <paramref name="root"/> or in the named folder is damaged.</exception>
        /// <exception cref="NotImplementedError"><paramref name="target_transform"/> is given.</exception>
        /// <exception cref="TypeError"><paramref name="root"/> is null.</exception>
        /// <exception cref="ValueError"><paramref name="root"/> cannot be a path.</exception>
        public static VisionDataset MNIST(string root = "./data", bool train = true, Func<Tensor, Tensor>? transform = null, object? target_transform = null, bool download = false)
        {
            var source = keras.datasets.mnist.Description;
            return new(nameof(MNIST), Digits, train, transform, target_transform, () => VisionLoader.Load(
                source.Name, root, download, source.In, places => source.Load(places, npzName: null, CancellationToken.None)));
        }

        /// <summary>
        /// The 50,000 training or 10,000 test images of CIFAR-10, <c>(32, 32, 3)</c>; with <see cref="transforms.ToTensor"/> <c>(3, 32, 32)</c>.
        /// Source: <see href="https://pytorch.org/vision/stable/generated/torchvision.datasets.CIFAR10.html"/>.
        /// </summary>
        /// <param name="root">A folder with <c>cifar-10-batches-py</c> or an archive in it, where it is there already. <c>~</c> stands for the user's own.</param>
        /// <inheritdoc cref="MNIST"/>
        public static VisionDataset CIFAR10(string root = "./data", bool train = true, Func<Tensor, Tensor>? transform = null, object? target_transform = null, bool download = false)
        {
            var (source, label) = (keras.datasets.cifar10.Description, keras.datasets.cifar10.Label);
            return new(nameof(CIFAR10), Things, train, transform, target_transform, () => VisionLoader.Load(source.Name, root, download,
                (folder, places) => source.In(folder, places, label)?.ToArrays(labels => labels),
                places => source.Load(places, label, CancellationToken.None).ToArrays(labels => labels)));
        }
    }
}
