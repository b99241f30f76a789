using KerasSharp.Python;
using KerasSharp.sklearn;
using KerasSharp.TestSupport;
using NumSharp;
using static KerasSharp.sklearn.metrics;

namespace KerasSharp.Tests.SkLearn;

public class ConfusionMatrixTests
{
    private static readonly GoldenCases Golden =
        new("sklearn.json", "confusion_matrix", label: c => $"{c.GetProperty("data").GetString()} {c.GetProperty("args").GetRawText()}");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        var (truth, predicted) = GoldenLabels.Of(c);
        var args = c.GetProperty("args");
        GoldenLabels.OnlyKnows(args, "labels", "normalize", "sample_weight");
        var warned = new List<(string, string)>();
        using var _ = PythonWarnings.Catch(warned);
        var matrix = confusion_matrix(truth, predicted,
            labels: args.TryGetProperty("labels", out var labels) ? GoldenLabels.Ints(labels) : default(Labels),
            normalize: args.TryGetProperty("normalize", out var normalize) ? normalize.GetString() : null,
            sample_weight: GoldenLabels.Weights(args));
        new GoldenArray(c.GetProperty("result")).Close(matrix, atol: 1e-12, rtol: 0);
        GoldenLabels.SameWarnings(c.GetProperty("warnings"), warned);
    });

    [Fact]
    public void Labels_come_from_any_array()
    {
        var expected = new long[] { 1, 1, 0, 2 };
        foreach (var matrix in new[]
        {
            confusion_matrix(new[] { 0, 0, 1, 1 }, new[] { 0, 1, 1, 1 }),
            confusion_matrix(np.array(new byte[] { 0, 0, 1, 1 }), np.array(new long[] { 0, 1, 1, 1 })),
            confusion_matrix(np.array(new byte[] { 0, 0, 1, 1 }).reshape(4, 1), np.array(new[] { 0f, 1f, 1f, 1f })),
            confusion_matrix([false, false, true, true], [0, 1, 1, 1]),
            confusion_matrix(["a", "a", "b", "b"], new[] { "a", "b", "b", "b" }),
        })
        {
            Assert.Equal([2L, 2], matrix.shape);
            Assert.Equal(NPTypeCode.Int64, matrix.typecode);
            Assert.Equal(expected, matrix.flatten().ToArray<long>());
        }
    }

    [Fact]
    public void Weights_add_up_in_their_own_kind_of_number()
    {
        var whole = confusion_matrix([0, 1, 1], [0, 1, 0], sample_weight: np.array(new[] { 2, 3, 4 }));
        Assert.Equal(NPTypeCode.Int64, whole.typecode);
        Assert.Equal([2L, 0, 4, 3], whole.flatten().ToArray<long>());
        var fractions = confusion_matrix([0, 1, 1], [0, 1, 0], sample_weight: np.array(new[] { 0.5, 0.25, 2 }));
        Assert.Equal([0.5, 0, 2, 0.25], fractions.flatten().ToArray<double>());
    }

    [Fact]
    public void An_empty_row_stays_zero_when_rows_are_normalized() =>
        Assert.Equal([0.5, 0.5, 0, 0], confusion_matrix([0, 0], [0, 1], normalize: "true").flatten().ToArray<double>());
}
