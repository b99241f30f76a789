using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Models.Training;
using KerasSharp.TestSupport.Naive;
using NumSharp;

namespace KerasSharp.Tests.Models.Training;

public class HostArrayTests
{
    [Fact]
    public void Halves_go_to_the_backend_that_holds_the_batch()
    {
        var array = HostArray.Of(new NDArray(new[] { (Half)1, (Half)2, (Half)3, (Half)4 }).reshape(2, 2));
        using (Backend.UseOnThisThread(new NaiveBackend()))
        {
            var batch = array.Batch([1, 0]);
            Assert.IsType<NaiveStorage>(batch.Storage);
            Assert.Equal([3f, 4, 1, 2], batch.ToArray<float>());
        }
    }

    [Fact]
    public void A_row_that_does_not_exist_is_refused_for_halves_too()
    {
        var array = HostArray.Of(new NDArray(new[] { (Half)1, (Half)2 }));
        Assert.ThrowsAny<Exception>(() => array.Batch([2]));
        Assert.ThrowsAny<Exception>(() => array.Batch([-1]));
    }
}
