using NumSharp;

namespace KerasSharp.Datasets;

/// <summary>
/// A data set as <c>load_data</c> returns it. Images are uint8, <c>(samples, height, width)</c> or <c>(samples, height, width, 3)</c>;
/// labels are uint8 (int64 where Keras has them so), <c>(samples,)</c> or <c>(samples, 1)</c>.
/// </summary>
public sealed record DatasetArrays(NDArray x_train, NDArray y_train, NDArray x_test, NDArray y_test)
{
    /// <summary>As Keras nests them: <c>var ((x_train, y_train), (x_test, y_test)) = …</c></summary>
    internal ((NDArray x_train, NDArray y_train), (NDArray x_test, NDArray y_test)) Nested => ((x_train, y_train), (x_test, y_test));
}
