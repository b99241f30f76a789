using KerasSharp.Saving;
using KerasSharp.Saving.Json;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Saving.Json;

public class PythonJsonTests
{
    // json.dumps of CPython 3.11.
    [Fact]
    public void Values_are_written_as_Python_writes_them()
    {
        var value = new Config
        {
            ["none"] = null,
            ["flag"] = true,
            ["count"] = 3,
            ["rate"] = 0.001f,
            ["epsilon"] = 1e-7,
            ["one"] = 1.0,
            ["big"] = 1e22,
            ["odd"] = new object?[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0 },
            ["shape"] = new TensorShape(null, 28, 28, 1),
            ["absent"] = default(TensorShape),
            ["text"] = "a\"b\\c/\n\t\u0001\u007f 卷積 😀",
            ["empty"] = new Config(),
            ["none of them"] = Array.Empty<int>(),
        };
        Assert.Equal(
            """{"none": null, "flag": true, "count": 3, "rate": 0.0010000000474974513, "epsilon": 1e-07, "one": 1.0, "big": 1e+22, "odd": """
            + """[NaN, Infinity, -Infinity, -0.0], "shape": [null, 28, 28, 1], "absent": null, "text": "a\"b\\c/\n\t\u0001\u007f """
            + """\u5377\u7a4d \ud83d\ude00", "empty": {}, "none of them": []}""",
            PythonJson.dumps(value));
    }

    [Fact]
    public void Indent_and_sorted_keys_are_Pythons()
    {
        var value = new Config { ["b"] = new List<object?> { 1, new Config() }, ["a"] = new Config { ["c"] = null } };
        Assert.Equal("{\n  \"a\": {\n    \"c\": null\n  },\n  \"b\": [\n    1,\n    {}\n  ]\n}", PythonJson.dumps(value, indent: 2, sort_keys: true));
        Assert.Equal("[\n1\n]", PythonJson.dumps(new[] { 1 }, indent: 0));
    }

    [Fact]
    public void What_has_no_JSON_form_is_named()
    {
        Assert.Equal("Object of type PythonJsonTests is not JSON serializable", Assert.Throws<TypeError>(() => PythonJson.dumps(this)).Message);
        var loop = new List<object?>();
        loop.Add(loop);
        Assert.Throws<ValueError>(() => PythonJson.dumps(loop));
    }

    public static TheoryData<string> ModelFiles => new(GoldenModelFolder.Files("model.json"));

    [Theory(SkipTestWithoutData = true), MemberData(nameof(ModelFiles))]
    public void Keras_own_text_comes_back_to_the_character(string file)
    {
        var text = File.ReadAllText(Path.Combine(Paths.Golden, file));
        Assert.Equal(text, PythonJson.dumps(PythonJson.loads(text)));
    }

    [Fact]
    public void Values_are_read()
    {
        var value = Assert.IsType<Config>(PythonJson.loads(""" {"a": [1, -2.5e3, true, false, null, NaN, -Infinity], "b": "\u00e9\ud83d\ude00\/\n", "a2": {}, "b": "last"} """));
        Assert.Equal(new object?[] { 1L, -2500.0, true, false, null, double.NaN, double.NegativeInfinity }, value["a"]);
        Assert.Equal("last", value["b"]);
        Assert.Equal(["a", "b", "a2"], value.Keys);
        Assert.Equal(long.MinValue, PythonJson.loads("-9223372036854775808"));
    }

    // The messages are CPython 3.11's.
    [Theory]
    [InlineData("", "Expecting value: line 1 column 1 (char 0)")]
    [InlineData("{\"a\": ", "Expecting value: line 1 column 7 (char 6)")]
    [InlineData("{\"a\"}", "Expecting ':' delimiter: line 1 column 5 (char 4)")]
    [InlineData("{\"a\": 1 \"b\"}", "Expecting ',' delimiter: line 1 column 9 (char 8)")]
    [InlineData("{a: 1}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)")]
    [InlineData("[1, 2\n, ]", "Expecting value: line 2 column 3 (char 8)")]
    [InlineData("[1 2]", "Expecting ',' delimiter: line 1 column 4 (char 3)")]
    [InlineData("[1", "Expecting ',' delimiter: line 1 column 3 (char 2)")]
    [InlineData("\"ab", "Unterminated string starting at: line 1 column 1 (char 0)")]
    [InlineData("\"ab\\", "Unterminated string starting at: line 1 column 1 (char 0)")]
    [InlineData("\"a\nb\"", "Invalid control character at: line 1 column 3 (char 2)")]
    [InlineData("\"\\x\"", "Invalid \\escape: line 1 column 2 (char 1)")]
    [InlineData("\"\\u12g4\"", "Invalid \\uXXXX escape: line 1 column 4 (char 3)")]
    [InlineData("1 2", "Extra data: line 1 column 3 (char 2)")]
    [InlineData("01", "Extra data: line 1 column 2 (char 1)")]
    [InlineData("1.", "Extra data: line 1 column 2 (char 1)")]
    [InlineData("-", "Expecting value: line 1 column 1 (char 0)")]
    [InlineData("nul", "Expecting value: line 1 column 1 (char 0)")]
    public void Damage_is_reported_in_Pythons_words(string text, string message) =>
        Assert.Equal(message, Assert.Throws<JSONDecodeError>(() => PythonJson.loads(text)).Message);

    [Fact]
    public void Depth_and_length_have_limits()
    {
        Assert.Throws<ValueError>(() => PythonJson.loads(new string('[', 1_000_000)));
        Assert.Throws<ValueError>(() => PythonJson.loads(new string(' ', PythonJson.MaxLength + 1)));
        var deep = new string('[', PythonJson.MaxDepth) + new string(']', PythonJson.MaxDepth);
        Assert.Equal(deep, PythonJson.dumps(PythonJson.loads(deep)));
    }

    [Fact]
    public void Cut_and_bent_texts_give_nothing_but_a_ValueError()
    {
        var text = GoldenFile.Load("callbacks.json").GetProperty("errors").GetRawText()[..2000];
        var random = new Random(1);
        for (var i = 0; i < 3000; i++)
        {
            var bent = text[..random.Next(text.Length)].ToCharArray();
            for (var n = random.Next(3); n > 0 && bent.Length > 0; n--)
            {
                bent[random.Next(bent.Length)] = "{}[]\",:\\u0 e-.tfn\n"[random.Next(18)];
            }

            try
            {
                PythonJson.loads(new string(bent));
            }
            catch (ValueError)
            {
            }
        }
    }
}
