using System.Text.Json;
using KerasSharp.TestSupport;
using NumSharp;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Numpy;

// np.random has one state for the whole process: its tests run one after the other.
[Collection("np.random")]
public class NumpyRandomTests
{
    private static readonly Dictionary<string, Func<Numbers, object>> Twins = new()
    {
        ["rand"] = n => np.random.rand(n.Longs()),
        ["randn"] = n => np.random.randn(n.Longs()),
        ["random_sample"] = n => np.random.random_sample(n.Longs()),
        ["uniform"] = n => np.random.uniform(n[0], n[1], n.Int(2)),
        ["normal"] = n => np.random.normal(n[0], n[1], n.Int(2)),
        ["permutation"] = n => np.random.permutation(n.Int(0)),
        ["bytes"] = n => np.random.bytes(n.Int(0)),
        ["randint"] = n => n.Count == 1 ? np.random.randint(n.Int(0))
            : n.Size.Length > 0 ? np.random.randint(n.Int(0), n.Int(1), (n.Size[0], n.Size[1]))
            : n.DType is not null ? np.random.randint(n.Long(0), n.Long(1), n.Int(2), dtype: n.DType)
            : np.random.randint(n.Int(0), n.Int(1), n.Int(2)),
        ["choice"] = n => n.Count == 1 ? np.random.choice(range(n.Int(0))) : np.random.choice(range(n.Int(0)), n.Int(1), replace: n.Replace, p: n.P),
        ["shuffle of arange"] = n => Shuffled(np.arange(n.Long(0))),
        ["shuffle of the rows of arange"] = n => Shuffled(np.arange(n.Long(0)).reshape(n.Size)),
        ["permutation of arange"] = n => np.random.permutation(np.arange(n.Long(0)).reshape(n.Size)),
    };

    private static readonly GoldenCases Golden = new(
        "numpy.json",
        "random",
        label: c => $"seed {c.GetProperty("seed")}, {string.Join("; ", Calls(c).Select(k => k.Text).Take(2))}",
        waitsFor: (_, c) => Calls(c).Select(k => k.Function).FirstOrDefault(f => !Twins.ContainsKey(f)) is { } missing ? $"no twin of {missing}" : null);

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        np.random.seed(c.GetProperty("seed").GetInt32());
        foreach (var (text, function, result) in Calls(c))
        {
            var got = Twins[function](new Numbers(text));
            var (rtol, exact) = function is "randn" or "normal" ? (1e-15, false) : (0, true);
            var want = result.ValueKind == JsonValueKind.Array ? [.. result.EnumerateArray().Select(v => v.GetDouble())] : new GoldenArray(result).ToDoubles();
            var values = got is NDArray array ? array.astype(typeof(double)).flatten().ToArray<double>() : [Convert.ToDouble(got)];
            GoldenArray.Close<double>(want, values, atol: 0, rtol: rtol, what: text);
            if (got is NDArray nd && result.ValueKind == JsonValueKind.Object)
            {
                Assert.Equal(new GoldenArray(result).shape.Select(d => (long)d), nd.shape);
                Assert.True(exact || nd.dtype == typeof(double));
            }
        }
    });

    // NumPy 1.24's own answers, for the widths that the golden file does not ask.
    [Theory]
    [InlineData("int8", -100, 100, "[2, -5, 79, -39, -8]")]
    [InlineData("int16", -5, 5, "[1, -4, -2, -3, 0]")]
    [InlineData("uint16", 0, 1000, "[102, 993, 435, 860, 866]")]
    [InlineData("bool", 0, 2, "[False, True, True, False, False]")]
    [InlineData("int32", 0, 10, "[6, 3, 7, 4, 6]")]
    [InlineData("uint32", 0, 4294967296, "[1608637542, 3421126067, 4083286876, 787846414, 3143890026]")]
    [InlineData("int64", -5000000000, 5000000000, "[-4212153586, -2436548076, 4019323606, -462746828, 2395928407]")]
    [InlineData("uint64", 0, 10, "[6, 3, 7, 4, 6]")]
    public void Whole_numbers_of_other_widths(string dtype, long low, long high, string expected)
    {
        np.random.seed(42);
        var got = np.random.randint(low, high, 5, dtype: dtype);
        Assert.Equal(dtype, str(got.dtype));
        Assert.Equal(expected, $"[{string.Join(", ", enumerate(got).Select(i => str(i.Item)))}]");
    }

    [Fact]
    public void Choice_without_replacement_by_probability()
    {
        np.random.seed(42);
        Assert.Equal("[2 5 4 0]", str(np.random.choice(range(6), 4, replace: false, p: [0.1, 0.2, 0.3, 0.1, 0.2, 0.1])));

        np.random.seed(7);
        var p = range(1, 15).Select(i => i / 105.0).ToArray();
        Assert.Equal("[19 46 37 43 49 40 31 25 13 22 34 28]", str(np.random.choice(range(10, 50, 3), 12, replace: false, p: p)));
    }

    [Fact]
    public void Bad_arguments_are_refused_in_NumPys_words()
    {
        Assert.Equal("Cannot take a larger sample than population when 'replace=False'", Message(() => np.random.choice(range(3), 4, replace: false)));
        Assert.Equal("probabilities do not sum to 1", Message(() => np.random.choice(range(2), 1, p: [0.5, 0.4])));
        Assert.Equal("'a' and 'p' must have same size", Message(() => np.random.choice(range(3), 1, p: [0.5, 0.5])));
        Assert.Equal("'a' cannot be empty unless no samples are taken", Message(() => np.random.choice(range(0), 1)));
        Assert.Equal("low >= high", Message(() => np.random.randint(3, 3, 1, dtype: "int64")));
        Assert.Equal("high is out of bounds for uint8", Message(() => np.random.randint(0, 257, 1, dtype: "uint8")));
        Assert.Equal("low is out of bounds for uint8", Message(() => np.random.randint(-1, 2, 1, dtype: "uint8")));
    }

    private static string Message(Action action) => Assert.Throws<ValueError>(action).Message;

    private static NDArray Shuffled(NDArray array)
    {
        np.random.shuffle(array);
        return array;
    }

    private static IEnumerable<(string Text, string Function, JsonElement Result)> Calls(JsonElement c) => c.GetProperty("calls").EnumerateArray().Select(k =>
    {
        var text = k.GetProperty("call").GetString()!;
        return (text, text[..text.IndexOf('(', StringComparison.Ordinal)], k.GetProperty("result"));
    });

    /// <summary>The arguments of a call as the file writes it: <c>choice(4, 6, p=[0.1, 0.9])</c>, <c>shuffle of the rows of arange(12).reshape(6, 2)</c>.</summary>
    private sealed class Numbers
    {
        private readonly double[] values;

        public Numbers(string call)
        {
            var arguments = call[(call.IndexOf('(', StringComparison.Ordinal) + 1)..];
            Replace = !arguments.Contains("replace=False", StringComparison.Ordinal);
            DType = Group(arguments, @"dtype=(\w+)");
            P = Group(arguments, @"p=\[(.*?)\]") is { } p ? Parse(p) : null;
            Size = Group(arguments, @"\((.*?)\)") is { } size ? Array.ConvertAll(Parse(size), v => (int)v) : [];
            values = Parse(arguments.Split('(')[0].Split("p=")[0].Split("dtype")[0].Split("replace")[0]);
        }

        public bool Replace { get; }

        public string? DType { get; }

        public double[]? P { get; }

        public int[] Size { get; }

        public int Count => values.Length + (Size.Length > 0 ? 1 : 0);

        public double this[int i] => values[i];

        public int Int(int i) => (int)values[i];

        public long Long(int i) => (long)values[i];

        public long[] Longs() => Array.ConvertAll(values, v => (long)v);

        private static string? Group(string text, string pattern) =>
            System.Text.RegularExpressions.Regex.Match(text, pattern) is { Success: true } match ? match.Groups[1].Value : null;

        private static double[] Parse(string text) =>
            [.. System.Text.RegularExpressions.Regex.Matches(text, @"-?\d+(\.\d+)?").Select(m => double.Parse(m.Value))];
    }
}
