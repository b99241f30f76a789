using KerasSharp.Engine;
using KerasSharp.Ops;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Ops;

/// <summary>Images seen through maps: maps whose result is plain to see, edges by their picture, TensorFlow's gradient.</summary>
public class ProjectiveTransformTests
{
    private static readonly float[] Row = [1, 2, 3, 4];

    public static TheoryData<string, int, float[]> Edges => new()
    {
        { "reflect", 2, [3, 4, 4, 3] },
        { "reflect", -3, [3, 2, 1, 1] },
        { "reflect", 6, [2, 1, 1, 2] },
        { "wrap", 1, [2, 3, 4, 1] },
        { "wrap", -1, [4, 1, 2, 3] },
        { "nearest", 2, [3, 4, 4, 4] },
        { "nearest", -2, [1, 1, 1, 2] },
        { "constant", 1, [2, 3, 4, 9] },
        { "constant", -2, [9, 9, 1, 2] },
    };

    [Theory, MemberData(nameof(Edges))]
    public void What_lies_beyond_the_edge(string mode, int distance, float[] expected)
    {
        foreach (var interpolation in (string[])["nearest", "bilinear"])
        {
            Assert.Equal(expected, Apply(Image(Row), [1, 0, distance, 0, 1, 0, 0, 0], mode, interpolation, 9));
        }
    }

    [Fact]
    public void Half_a_pixel_is_the_mean_of_two()
        => Assert.Equal([1.5f, 2.5f, 3.5f, 4], Apply(Image(Row), [1, 0, 0.5f, 0, 1, 0, 0, 0], "nearest", "bilinear", 0));

    [Fact]
    public void Half_a_pixel_beyond_the_edge_is_half_of_the_fill_value()
        => Assert.Equal([1.5f, 2.5f, 3.5f, 7], Apply(Image(Row), [1, 0, 0.5f, 0, 1, 0, 0, 0], "constant", "bilinear", 10));

    [Fact]
    public void Axes_change_places_by_a_map_that_exchanges_them()
    {
        var x = Tensor.From<float>([.. Enumerable.Range(0, 18).Select(i => (float)i)], 1, 3, 3, 2);
        var y = new ProjectiveTransform("constant", 0, "bilinear").apply(x, Map([0, 1, 0, 1, 0, 0, 0, 0]));
        Assert.Equal(ops.transpose(x, new[] { 0, 2, 1, 3 }).ToArray<float>(), y.ToArray<float>());
    }

    [Fact]
    public void A_projection_divides_by_the_depth()
    {
        // Column c is read at c / (1 + c / 3): 0, 0.75, 1.2, 1.5.
        var y = Apply(Image(Row), [1, 0, 0, 0, 1, 0, 1 / 3f, 0], "nearest", "bilinear", 0);
        Assert.Equal([1, 1.75, 2.2, 2.5], y.Select(v => Math.Round(v, 5)));
    }

    [Fact]
    public void Each_image_has_its_own_map()
    {
        var x = Tensor.From<float>([1, 2, 3, 4], 2, 1, 2, 1);
        var maps = Tensor.From<float>([1, 0, 1, 0, 1, 0, 0, 0, 1, 0, -1, 0, 1, 0, 0, 0], 2, 8);
        Assert.Equal([2, 0, 0, 3], new ProjectiveTransform("constant", 0, "nearest").apply(x, maps).ToArray<float>());
    }

    [Fact]
    public void The_gradient_goes_the_way_back_and_can_be_differentiated_again()
    {
        var x = Image(Row);
        var weights = Image([1, 10, 100, 1000]);
        using var outer = new GradientTape();
        outer.watch(x);
        outer.start();
        using var inner = new GradientTape();
        inner.watch(x);
        inner.start();
        var y = new ProjectiveTransform("constant", 5, "bilinear").apply(ops.square(x), Map([1, 0, 1, 0, 1, 0, 0, 0]));
        var loss = ops.sum(y * weights);
        inner.stop();
        var first = inner.gradient(loss, x)!;
        var sum = ops.sum(first);
        outer.stop();
        // Output i is x[i + 1] squared: its weight comes back one place further, times 2 x.
        Assert.Equal([0, 4, 60, 800], first.ToArray<float>());
        Assert.Equal([0, 2, 20, 200], outer.gradient(sum, x)!.ToArray<float>());
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ValueError>(() => new ProjectiveTransform("wrap", 0, "nearest").apply(ops.zeros(2, 2, 1), Map(new float[8])));
        Assert.Throws<TypeError>(() => new ProjectiveTransform("wrap", 0, "nearest").apply(ops.cast(ops.zeros(1, 2, 2, 1), "int32"), Map(new float[8])));
    }

    private static float[] Apply(Tensor image, float[] map, string mode, string interpolation, double fill)
        => new ProjectiveTransform(mode, fill, interpolation).apply(image, Map(map)).ToArray<float>();

    private static Tensor Image(float[] row) => Tensor.From<float>(row, 1, 1, row.Length, 1);

    private static Tensor Map(float[] numbers) => Tensor.From<float>(numbers, 1, 8);
}
