using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Numpy;

/// <summary>NumPy's lines and their C# twins, under the line that the golden file names.</summary>
public class NumpyFunctionsTests
{
    private static readonly Dictionary<string, Func<NDArray, object>> Twins = new()
    {
        ["np.pad(x, ((1, 2), (2, 1)), mode='constant')"] = x => np.pad(x, ((1, 2), (2, 1)), mode: "constant"),
        ["np.pad(x, ((1, 2), (2, 1)), mode='edge')"] = x => np.pad(x, ((1, 2), (2, 1)), mode: "edge"),
        ["np.pad(x, ((1, 1), (1, 2)), mode='reflect')"] = x => np.pad(x, ((1, 1), (1, 2)), mode: "reflect"),
        ["np.pad(x, ((1, 2), (2, 1)), mode='symmetric')"] = x => np.pad(x, ((1, 2), (2, 1)), mode: "symmetric"),
        ["np.pad(x, ((1, 2), (2, 1)), mode='wrap')"] = x => np.pad(x, ((1, 2), (2, 1)), mode: "wrap"),
        ["np.pad(x, ((1, 2), (2, 1)), mode='maximum')"] = x => np.pad(x, ((1, 2), (2, 1)), mode: "maximum"),
        ["np.pad(x, ((1, 2), (2, 1)), mode='minimum')"] = x => np.pad(x, ((1, 2), (2, 1)), mode: "minimum"),
        ["np.pad(x, ((1, 2), (2, 1)), mode='mean')"] = x => np.pad(x, ((1, 2), (2, 1)), mode: "mean"),
        ["np.pad(x, 2, mode='constant', constant_values=7)"] = x => np.pad(x, 2, mode: "constant", constant_values: 7),
        ["np.pad(x, ((1, 1), (2, 2)), constant_values=((1, 2), (3, 4)))"] = x => np.pad(x, ((1, 1), (2, 2)), constant_values: ((1, 2), (3, 4))),
        ["np.pad(images, ((0, 0), (2, 2), (2, 2)), mode='constant', constant_values=0)"] =
            images => np.pad(images, ((0, 0), (2, 2), (2, 2)), mode: "constant", constant_values: 0),
        ["np.unique(y)"] = y => (NDArray)np.unique(y),
        ["np.unique(f)"] = f => (NDArray)np.unique(f),
        ["np.unique(y, return_counts=True)"] = y =>
        {
            var (unique, counts) = np.unique(y, return_counts: true);
            return new[] { unique, counts };
        },
        ["np.unique(y, return_index=True, return_inverse=True, return_counts=True)"] = y =>
        {
            var (unique, index, inverse, counts) = np.unique(y, return_index: true, return_inverse: true, return_counts: true);
            return new[] { unique, index, inverse, counts };
        },
        ["np.argmax(f)"] = f => np.argmax(f),
        ["np.argmax(f, axis=0)"] = f => np.argmax(f, axis: 0),
        ["np.argmax(f, axis=1)"] = f => np.argmax(f, axis: 1),
        ["np.argmax(f, axis=-1)"] = f => np.argmax(f, axis: -1),
        ["np.argmin(f, axis=1)"] = f => np.argmin(f, axis: 1),
        ["np.argmax of ties: the first"] = x => np.argmax(x, axis: 1),
        ["np.where(f > 0)"] = f => np.where(f > 0),
        ["np.where(y == 2)[0]"] = y => np.where(y == 2)[0],
        ["np.where(f > 0, f, 0)"] = f => np.where(f > 0, f, 0),
        ["f.mean(axis=0)"] = f => f.mean(axis: 0),
        ["f.std()"] = f => f.std(),
        ["f.std(axis=1)"] = f => f.std(axis: 1),
        ["np.sort(f, axis=1)"] = f => np.sort(f, axis: 1),
        ["np.argsort(f, axis=1)"] = f => np.argsort(f, axis: 1),
        ["np.clip(f, -0.5, 0.5)"] = f => np.clip(f, -0.5, 0.5),
        ["f.sum(axis=1, keepdims=True)"] = f => f.sum(axis: 1, keepdims: true),
        ["np.cumsum(f)"] = f => np.cumsum(f),
        ["np.bincount(y)"] = y => np.bincount(y),
    };

    private static readonly GoldenCases Golden = new(
        "numpy.json",
        "functions",
        label: c => c.GetProperty("call").GetString()!,
        waitsFor: (_, c) => Twins.ContainsKey(c.GetProperty("call").GetString()!) ? null : $"no twin of {c.GetProperty("call").GetString()}");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        var call = c.GetProperty("call").GetString()!;
        var input = new GoldenArray(c.GetProperty("inputs").EnumerateObject().Single().Value).ToNDArray();
        var got = Twins[call](input);
        var result = c.GetProperty("result");
        var wants = result.ValueKind == System.Text.Json.JsonValueKind.Array ? result.EnumerateArray().ToArray() : [result];
        NDArray[] gots = got switch { NDArray[] several => several, long index => [np.array(index)], _ => [(NDArray)got] };
        Assert.Equal(wants.Length, gots.Length);

        // Exact but for means, deviations and sums of float32.
        var tolerance = call.Contains("mean(", StringComparison.Ordinal) || call.Contains("std(", StringComparison.Ordinal)
            || call.Contains("sum(", StringComparison.Ordinal) ? 1e-6 : 0;
        foreach (var (want, array) in wants.Zip(gots))
        {
            new GoldenArray(want).Close(array, atol: tolerance, rtol: 0, what: call);
        }
    });
}
