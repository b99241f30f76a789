using KerasSharp.Datasets;
using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp;

public static partial class keras
{
    public static partial class datasets
    {
        /// <summary>
        /// CIFAR-100: 50,000 training and 10,000 test images of 100 kinds of things in 20 groups.
        /// Source: <see href="https://keras.io/api/datasets/cifar100/"/>.
        /// </summary>
        public static class cifar100
        {
            private const string Origin = "https://www.cs.toronto.edu/~kriz/";
            private const int MaxBytes = 300 << 20;

            internal static CifarLabel Coarse { get; } = new("coarse_labels", Index: 0, Count: 2, Classes: 20);

            internal static CifarLabel Fine { get; } = new("fine_labels", Index: 1, Count: 2, Classes: 100);

            internal static CifarDataset Description { get; } = new("cifar100", "cifar-100",
                new(RemoteFile.In("cifar-100-python.tar.gz", "85cd44d02ba6437773c5bbd22e183051d648de2e7d6b014e1ef29b855ba677a7", MaxBytes, Origin),
                    "cifar-100-python.tar.gz", "cifar-100-python", ["train"], "test", IsPickled: true),
                new(RemoteFile.In("cifar-100-binary.tar.gz", "03b5dce01913d631647c71ecec9e9cb8", MaxBytes, Origin),
                    "cifar-100-binary.tar.gz", "cifar-100-binary", ["train.bin"], "test.bin", IsPickled: false));

            /// <summary>
            /// Loads CIFAR-100: from the folder that <c>KERASSHARP_DATASETS</c> names (the official archives, binary or Python's, or what is in them), from
            /// the cache <c>~/.keras/datasets</c> that Python's Keras shares, or by a download into it.
            /// </summary>
            /// <param name="label_mode"><c>"fine"</c>: 100 kinds; <c>"coarse"</c>: 20 groups.</param>
            /// <param name="cancellation_token">Ends a download; what has come stays for the next attempt.</param>
            /// <returns>
            /// Images: uint8, <c>(50000, 32, 32, 3)</c> and <c>(10000, 32, 32, 3)</c>, red, green, blue. Labels: int64, as in Keras,
            /// <c>(50000, 1)</c> and <c>(10000, 1)</c>.
            /// </returns>
            /// <exception cref="ValueError">An unknown <paramref name="label_mode"/>.</exception>
            /// <exception cref="DatasetNotFoundError">The data set was not found and could not be downloaded. The message lists all that was tried.</exception>
            /// <exception cref="OSError">A file in the named folder is damaged.</exception>
            public static ((NDArray x_train, NDArray y_train), (NDArray x_test, NDArray y_test)) load_data(
                string label_mode = "fine", CancellationToken cancellation_token = default)
            {
                var label = label_mode switch
                {
                    "fine" => Fine,
                    "coarse" => Coarse,
                    _ => throw new ValueError($"`label_mode` must be one of `\"fine\"`, `\"coarse\"`. Received: label_mode={label_mode}."),
                };
                return DatasetHooks.Apply("cifar100", () => Description.Load(DatasetPlaces.FromEnvironment(), label, cancellation_token)
                    .ToArrays(labels => Array.ConvertAll(labels, value => (long)value))).Nested;
            }
        }
    }
}
