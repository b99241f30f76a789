using KerasSharp.Datasets;
using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp;

public static partial class keras
{
    public static partial class datasets
    {
        /// <summary>
        /// Fashion-MNIST: 60,000 training and 10,000 test images of ten kinds of clothes, from 0 T-shirt/top to 9 ankle boot.
        /// Source: <see href="https://keras.io/api/datasets/fashion_mnist/"/>.
        /// </summary>
        public static class fashion_mnist
        {
            private const int Megabyte = 1 << 20;
            private static readonly string[] Mirrors =
                ["https://storage.googleapis.com/tensorflow/tf-keras-datasets/", "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"];

            internal static IdxDataset Description { get; } = new("fashion_mnist", ["fashion-mnist", "FashionMNIST/raw"],
                [
                    RemoteFile.In("train-images-idx3-ubyte.gz", "8d4fb7e6c68d591d4c3dfef9ec88bf0d", 50 * Megabyte, Mirrors),
                    RemoteFile.In("train-labels-idx1-ubyte.gz", "25c81989df183df01b3e8a0aad5dffbe", Megabyte, Mirrors),
                    RemoteFile.In("t10k-images-idx3-ubyte.gz", "bef4ecab320f06d8554ea6380940ec79", 10 * Megabyte, Mirrors),
                    RemoteFile.In("t10k-labels-idx1-ubyte.gz", "bb300cfdad3c16e7a12a480ee83cd310", Megabyte, Mirrors),
                ],
                Npz: null);

            /// <summary>
            /// Loads Fashion-MNIST: from the folder that <c>KERASSHARP_DATASETS</c> names (<c>fashion-mnist/*-ubyte.gz</c> or unpacked), from the cache
            /// <c>~/.keras/datasets/fashion-mnist</c> that Python's Keras shares, or by a download into it.
            /// </summary>
            /// <param name="cancellation_token">Ends a download; what has come stays for the next attempt.</param>
            /// <returns>
            /// Images: uint8, <c>(60000, 28, 28)</c> and <c>(10000, 28, 28)</c>. Labels: uint8, <c>(60000,)</c> and <c>(10000,)</c>, 0 to 9.
            /// </returns>
            /// <exception cref="DatasetNotFoundError">The data set was not found and could not be downloaded. The message lists all that was tried.</exception>
            /// <exception cref="OSError">A file in the named folder is damaged.</exception>
            public static ((NDArray x_train, NDArray y_train), (NDArray x_test, NDArray y_test)) load_data(CancellationToken cancellation_token = default) =>
                DatasetHooks.Apply("fashion_mnist", () => Description.Load(DatasetPlaces.FromEnvironment(), null, cancellation_token)).Nested;
        }
    }
}
