using KerasSharp.Datasets;
using NumSharp;

namespace KerasSharp.Tutorial;

/// <summary>What <c>--samples</c> leaves of a data set: the first training samples, and as large a share of the test samples.</summary>
internal static class ShortenedData
{
    // The parts show 20 test pictures, and their reports have a line for each of ten classes.
    private const int FewestTests = 100;

    public static DatasetArrays Of(DatasetArrays full, int samples)
    {
        var (all, tests) = (full.x_train.shape[0], full.x_test.shape[0]);
        if (samples >= all)
        {
            return full;
        }

        var share = Math.Min(tests, Math.Max(FewestTests, (long)Math.Round((double)samples * tests / all)));
        return new(First(full.x_train, samples), First(full.y_train, samples), First(full.x_test, share), First(full.y_test, share));
    }

    // A copy: the large array can then be freed.
    private static NDArray First(NDArray array, long count) => array[$"0:{count}"].copy();
}
