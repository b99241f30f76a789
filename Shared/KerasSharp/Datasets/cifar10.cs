using KerasSharp.Datasets;
using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp;

public static partial class keras
{
    public static partial class datasets
    {
        /// <summary>
        /// CIFAR-10: 50,000 training and 10,000 test images of ten kinds of things, from 0 airplane to 9 truck.
        /// Source: <see href="https://keras.io/api/datasets/cifar10/"/>.
        /// </summary>
        public static class cifar10
        {
            private const string Origin = "https://www.cs.toronto.edu/~kriz/";
            private const int MaxBytes = 300 << 20;
            private static readonly string[] Train = ["data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5"];

            internal static CifarLabel Label { get; } = new("labels", Index: 0, Count: 1, Classes: 10);

            internal static CifarDataset Description { get; } = new("cifar10", "cifar-10",
                new(RemoteFile.In("cifar-10-python.tar.gz", "6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce", MaxBytes, Origin),
                    "cifar-10-batches-py.tar.gz", "cifar-10-batches-py", Train, "test_batch", IsPickled: true),
                new(RemoteFile.In("cifar-10-binary.tar.gz", "c32a1d4ab5d03f1284b67883e8d87530", MaxBytes, Origin),
                    "cifar-10-binary.tar.gz", "cifar-10-batches-bin", [.. Train.Select(name => name + ".bin")], "test_batch.bin", IsPickled: false));

            /// <summary>
            /// Loads CIFAR-10: from the folder that <c>KERASSHARP_DATASETS</c> names (the official archives, binary or Python's, or what is in them), from
            /// the cache <c>~/.keras/datasets</c> that Python's Keras shares, or by a download into it.
            /// </summary>
            /// <param name="cancellation_token">Ends a download; what has come stays for the next attempt.</param>
            /// <returns>
            /// Images: uint8, <c>(50000, 32, 32, 3)</c> and <c>(10000, 32, 32, 3)</c>, red, green, blue. Labels: uint8, <c>(50000, 1)</c> and
            /// <c>(10000, 1)</c>, 0 to 9.
            /// </returns>
            /// <exception cref="DatasetNotFoundError">The data set was not found and could not be downloaded. The message lists all that was tried.</exception>
            /// <exception cref="OSError">A file in the named folder is damaged.</exception>
            public static ((NDArray x_train, NDArray y_train), (NDArray x_test, NDArray y_test)) load_data(CancellationToken cancellation_token = default) =>
                DatasetHooks.Apply("cifar10", () => Description.Load(DatasetPlaces.FromEnvironment(), Label, cancellation_token).ToArrays(labels => labels)).Nested;
        }
    }
}
