using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Utils;

/// <summary>to_categorical and normalize: utils.json.</summary>
public class GoldenUtilsTests
{
    private static readonly GoldenCases Categorical = new("utils.json", "to_categorical");
    private static readonly GoldenCases Normalized = new("utils.json", "normalize");

    public static TheoryData<string> CategoricalCases => new(Categorical.Names);

    public static TheoryData<string> NormalizedCases => new(Normalized.Names);

    [Theory, MemberData(nameof(CategoricalCases))]
    public void Labels_become_rows_of_0_and_1(string name) => Categorical.Run(name, c =>
    {
        var args = GoldenArguments.Of(c);
        var rows = keras.utils.to_categorical(
            new GoldenArray(c.GetProperty("y")).ToNDArray(), (int?)args.GetValueOrDefault("num_classes"), (string?)args.GetValueOrDefault("dtype") ?? "float32");
        new GoldenArray(c.GetProperty("output")).Close(rows, atol: 0, rtol: 0);
    });

    [Theory, MemberData(nameof(NormalizedCases))]
    public void Vectors_get_length_1(string name) => Normalized.Run(name, c =>
    {
        var args = GoldenArguments.Of(c);
        var result = keras.utils.normalize(
            new GoldenArray(c.GetProperty("x")).ToNDArray(), (int?)args.GetValueOrDefault("axis") ?? -1, (int?)args.GetValueOrDefault("order") ?? 2);
        new GoldenArray(c.GetProperty("output")).Close(result, atol: 0, rtol: 1e-6);
    });

    [Fact]
    public void Sixty_thousand_labels_of_bytes_keep_their_order()
    {
        var labels = Enumerable.Range(0, 60000).Select(i => (byte)(i * 7 % 10)).ToArray();
        var rows = keras.utils.to_categorical(new NDArray(labels), 10);
        Assert.Equal([60000, 10], rows.shape);
        var flat = rows.flatten().ToArray<float>();
        Assert.All(Enumerable.Range(0, labels.Length), i => Assert.Equal(1, flat[(i * 10) + labels[i]]));
        Assert.Equal(60000, flat.Sum());
    }

    [Fact]
    public void Plain_arrays_stand_for_arrays_of_NumPy()
        => Assert.Equal([0f, 1, 1, 0], keras.utils.to_categorical(new[] { 1, 0 }).flatten().ToArray<float>());
}
