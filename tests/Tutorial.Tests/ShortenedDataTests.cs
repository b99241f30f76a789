using KerasSharp.Datasets;
using KerasSharp.Tutorial;
using NumSharp;

namespace KerasSharp.Tests.Tutorial;

public class ShortenedDataTests
{
    private static readonly DatasetArrays Full = new(np.arange(6000).reshape(1200, 5), np.arange(1200), np.arange(3000).reshape(600, 5), np.arange(600));

    [Theory]
    [InlineData(400, 400, 200)]
    [InlineData(100, 100, 100)]
    [InlineData(1200, 1200, 600)]
    [InlineData(5000, 1200, 600)]
    public void The_first_samples_stay_and_as_large_a_share_of_the_tests(int samples, int train, int test)
    {
        var arrays = ShortenedData.Of(Full, samples);
        Assert.Equal([train, 5L], arrays.x_train.shape);
        Assert.Equal([(long)train], arrays.y_train.shape);
        Assert.Equal([test, 5L], arrays.x_test.shape);
        Assert.Equal([(long)test], arrays.y_test.shape);
        Assert.Equal(Enumerable.Range(0, train * 5).Select(i => (long)i), arrays.x_train.flatten().ToArray<long>());
        Assert.Equal(Enumerable.Range(0, test).Select(i => (long)i), arrays.y_test.ToArray<long>());
    }
}
