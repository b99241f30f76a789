using KerasSharp.Initializers;

namespace KerasSharp.Tests.Initializers;

public class InitializerTests
{
    [Fact]
    public void One_object_gives_the_same_values_again()
    {
        var initializer = new GlorotUniform();
        Assert.Equal(initializer.call([4, 5]).ToArray<float>(), initializer.call([4, 5]).ToArray<float>());
        Assert.NotEqual(initializer.call([4, 5]).ToArray<float>(), new GlorotUniform().call([4, 5]).ToArray<float>());
    }

    [Fact]
    public void Orthogonal_matrices_are_spread_evenly_and_not_the_sign_that_the_algorithm_prefers()
    {
        var positive = Enumerable.Range(0, 400).Count(seed => new Orthogonal(seed: seed).call([3, 3]).ToArray<float>()[0] > 0);
        Assert.InRange(positive, 150, 250);
    }

    [Fact]
    public void Initializers_without_chance_give_other_types_too()
    {
        Assert.Equal([1, 1], new Ones().call([2], "int32").ToArray<int>());
        Assert.Equal("Expected float point dtype, got int32.", Assert.Throws<ValueError>(() => new HeNormal().call([2], "int32")).Message);
    }

    [Fact]
    public void A_scalar_is_drawn_too() => Assert.Single(new HeNormal(seed: 1).call([]).ToArray<float>());
}
