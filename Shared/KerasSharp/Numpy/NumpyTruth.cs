using NumSharp;

namespace KerasSharp;

/// <summary>
/// The truth of an array of one element, so that a comparison can stand where Python's does:
/// <c>var color = pred_class == true_class ? "green" : "red";</c>
/// Source: <see href="https://numpy.org/doc/1.26/reference/generated/numpy.ndarray.__bool__.html"/>.
/// </summary>
public static class NumpyTruth
{
    extension(NDArray)
    {
        /// <summary>Whether the one element is not zero.</summary>
        /// <exception cref="ValueError">The array has more than one element.</exception>
        public static bool operator true(NDArray array) => Truth(array);

        /// <summary>Whether the one element is zero.</summary>
        public static bool operator false(NDArray array) => !Truth(array);
    }

    private static bool Truth(NDArray array) => array.size == 1
        ? (bool)array.reshape(Array.Empty<int>())
        : throw new ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()");
}
