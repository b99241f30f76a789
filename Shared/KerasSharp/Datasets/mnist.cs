using KerasSharp.Datasets;
using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp;

public static partial class keras
{
    public static partial class datasets
    {
        /// <summary>
        /// MNIST: 60,000 training and 10,000 test images of handwritten digits.
        /// Source: <see href="https://keras.io/api/datasets/mnist/"/>.
        /// </summary>
        public static class mnist
        {
            private const int Megabyte = 1 << 20;
            private const string Keras = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/";
            private static readonly string[] Mirrors = ["https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/"];

            internal static IdxDataset Description { get; } = new("mnist", ["mnist", "MNIST/raw"],
                [
                    RemoteFile.In("train-images-idx3-ubyte.gz", "f68b3c2dcbeaaa9fbdd348bbdeb94873", 20 * Megabyte, Mirrors),
                    RemoteFile.In("train-labels-idx1-ubyte.gz", "d53e105ee54ea40749a09fcbcd1e9432", Megabyte, Mirrors),
                    RemoteFile.In("t10k-images-idx3-ubyte.gz", "9fb629c4189551a2d022fa330f9573f3", 10 * Megabyte, Mirrors),
                    RemoteFile.In("t10k-labels-idx1-ubyte.gz", "ec29112dd5afa0611ce80d1b7f02629c", Megabyte, Mirrors),
                ],
                RemoteFile.In("mnist.npz", "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1", 20 * Megabyte, Keras));

            /// <summary>
            /// Loads MNIST: from the folder that <c>KERASSHARP_DATASETS</c> names (<c>mnist/*-ubyte.gz</c>, unpacked, or <c>mnist.npz</c>), from the
            /// cache <c>~/.keras/datasets</c> that Python's Keras shares, or by a download into it.
            /// </summary>
            /// <param name="path">The name of the file in the cache.</param>
            /// <param name="cancellation_token">Ends a download; what has come stays for the next attempt.</param>
            /// <returns>
            /// Images: uint8, <c>(60000, 28, 28)</c> and <c>(10000, 28, 28)</c>, 0 (black) to 255 (white). Labels: uint8, <c>(60000,)</c> and
            /// <c>(10000,)</c>, 0 to 9.
            /// </returns>
            /// <exception cref="DatasetNotFoundError">The data set was not found and could not be downloaded. The message lists all that was tried.</exception>
            /// <exception cref="OSError">A file in the named folder is damaged.</exception>
            public static ((NDArray x_train, NDArray y_train), (NDArray x_test, NDArray y_test)) load_data(
                string path = "mnist.npz", CancellationToken cancellation_token = default)
            {
                ArgumentException.ThrowIfNullOrEmpty(path);
                return DatasetHooks.Apply("mnist", () => Description.Load(DatasetPlaces.FromEnvironment(), path, cancellation_token)).Nested;
            }
        }
    }
}
