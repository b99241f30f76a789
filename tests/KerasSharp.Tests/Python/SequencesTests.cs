using NumSharp;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Python;

public class SequencesTests
{
    [Theory]
    [InlineData(0, 5, 1, new[] { 0, 1, 2, 3, 4 }, "range(0, 5)")]
    [InlineData(2, 9, 3, new[] { 2, 5, 8 }, "range(2, 9, 3)")]
    [InlineData(5, 0, -2, new[] { 5, 3, 1 }, "range(5, 0, -2)")]
    [InlineData(5, 5, 1, new int[0], "range(5, 5)")]
    [InlineData(5, 0, 1, new int[0], "range(5, 0)")]
    public void Range(int start, int stop, int step, int[] numbers, string text)
    {
        var r = range(start, stop, step);
        Assert.Equal(numbers, r);
        Assert.Equal(numbers.Length, len(r));
        Assert.Equal(text, str(r));
        Assert.Equal(numbers, Enumerable.Range(0, len(r)).Select(i => r[i]));
    }

    [Fact]
    public void Range_counts_from_the_end_and_knows_its_bounds()
    {
        Assert.Equal(9, range(10)[-1]);
        Assert.Equal("range object index out of range", Assert.Throws<IndexError>(() => range(3)[3]).Message);
        Assert.Equal("range() arg 3 must not be zero", Assert.Throws<ValueError>(() => range(0, 3, 0)).Message);
        Assert.Equal(int.MaxValue, range(int.MinValue, -1).Count);
    }

    [Fact]
    public void Len()
    {
        Assert.Equal(3, len("卷積😀"));
        Assert.Equal(2, len(new[] { 1, 2 }));
        Assert.Equal(2, len(new int[2, 3]));
        Assert.Equal(2, len(new List<string> { "a", "b" }));
        Assert.Equal(1, len(new Dictionary<string, int> { ["a"] = 1 }));
        Assert.Equal(4, len(np.arange(12).reshape(4, 3)));
        Assert.Equal(3, len((1, 2, 3)));
        Assert.Equal(2, len((TensorShape)(28, 28)));
        Assert.Equal("object of type 'int' has no len()", Assert.Throws<TypeError>(() => len(5)).Message);
        Assert.Equal("len() of unsized object", Assert.Throws<TypeError>(() => len(np.arange(3)[0])).Message);
    }

    [Fact]
    public void Zip_and_enumerate()
    {
        Assert.Equal([(1, "a"), (2, "b")], zip([1, 2, 3], ["a", "b"]));
        Assert.Equal([(1, 2, 3)], zip([1], [2], [3]));
        Assert.Equal([(0, "a"), (1, "b")], enumerate(["a", "b"]));
        string[] names = ["a"];
        int[] numbers = [1];
        Assert.Equal([(0, "a")], enumerate(names));
        Assert.Equal([("a", 1)], zip(names, numbers));
        Assert.Equal(["a 7"], zip(names, np.array(numbers) + 6).Select(p => str($"{p.First} {p.Second}")));
        Assert.Equal(["7 a"], zip(np.array(numbers) + 6, names).Select(p => str($"{p.First} {p.Second}")));
        Assert.Equal([(5, 'x')], enumerate("x", start: 5));
        Assert.Equal(["0 [0 1]", "1 [2 3]"], enumerate(np.arange(4).reshape(2, 2)).Select(r => str($"{r.Index} {r.Item}")));
    }

    [Fact]
    public void Containers_print_as_in_Python()
    {
        Assert.Equal("'it'", repr("it"));
        Assert.Equal("\"it's\"", repr("it's"));
        Assert.Equal(@"'\'""\n\x00\u200b'", repr("'\"\n\0\u200b"));
        Assert.Equal("[1, 2.0, 'a', None, True]", repr(new List<object?> { 1, 2.0, "a", null, true }));
        Assert.Equal("[[1, 2], [3, 4]]", repr(new[,] { { 1, 2 }, { 3, 4 } }));
        Assert.Equal("(1, (2, 'b'))", repr((1, (2, "b"))));
        Assert.Equal("(3, 3)", repr(new[] { 3, 3 }));
        Assert.Equal("{'a': [1.5], 2: None}", repr(new Dictionary<object, object?> { ["a"] = new List<double> { 1.5 }, [2] = null }));
        Assert.Equal("dtype('float32')", repr(typeof(float)));
        Assert.Equal("float32", str(typeof(float)));
        Assert.Equal("[0, 1, 4]", repr(range(3).Select(i => i * i)));
        Assert.Equal("(2, 3)", repr(new Shape(2, 3)));
        Assert.Equal("None", repr(default(TensorShape)));
    }

    [Fact]
    public void Tensors_are_summed_and_ordered()
    {
        List<KerasSharp.Engine.Tensor> losses = [tf.constant(2.0), tf.constant(0.5), tf.constant(1.0)];
        Assert.Equal(3.5, sum(losses).item());
        Assert.Equal(0, sum(new List<KerasSharp.Engine.Tensor>()).item());
        Assert.Same(losses[1], min(losses));
        Assert.Same(losses[0], max(losses));
        Assert.Equal([0.5f, 1, 2], sorted(losses).Select(x => x.item()));
        Assert.Equal("max() arg is an empty sequence", Assert.Throws<ValueError>(() => max(new List<KerasSharp.Engine.Tensor>())).Message);
    }

    [Fact]
    public void A_range_ends_at_a_dimension() => Assert.Equal([0, 1, 2], range(new TensorShape(null, 3)[1]));
}
