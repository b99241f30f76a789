using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Backends;

// Reductions, and what picks elements or runs along one axis.
public abstract partial class KernelComparison
{
    [Theory]
    [EveryValue<ReduceOp>]
    public void Reduce(ReduceOp op)
    {
        foreach (var dtype in Numbers)
        {
            for (var trial = 0; trial < 30; trial++)
            {
                var dims = Dims(0, 4);
                int[] axes = [.. Enumerable.Range(0, dims.Length).Where(_ => random.Next(2) == 0)];
                var x = Host.Any(random, dtype, dims);

                // A product of many ones and twos is exact.
                if (op == ReduceOp.Prod) x = x with { Data = Array.ConvertAll(x.Data, v => v > 0 ? 1.0 : dtype == DType.UInt8 ? 2 : -1) };
                int[] rest = [.. dims.Where((_, i) => !axes.Contains(i))];
                both.Same((b, t) => b.Reduce(op, t[0], axes, t[1]), dtype == DType.Float64 ? CloseInDouble : Close, x, Host.Output(dtype, rest));
            }
        }
    }

    [Fact]
    public void Reduce_of_long_axes()
    {
        foreach (var op in Enum.GetValues<ReduceOp>().Except([ReduceOp.Prod]))
        {
            foreach (var (dims, axes, rest) in new (int[], int[], int[])[] { ([5, 70_001], [1], [5]), ([3001, 30], [0], [30]), ([300, 7, 40], [0, 2], [7]), ([100_003], [0], []) })
            {
                both.Same((b, t) => b.Reduce(op, t[0], axes, t[1]), Close, Host.Random(random, dims), Host.Output(rest));
            }
        }
    }

    [Fact]
    public void Reduce_of_NaN()
    {
        foreach (var op in Enum.GetValues<ReduceOp>())
        {
            both.Same((b, t) => b.Reduce(op, t[0], [1], t[1]), Exact, new Host(DType.Float32, [1, double.NaN, 3, 1, 2, 3], [2, 3]), Host.Output(2));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ArgReduce(bool max)
    {
        foreach (var dtype in Numbers)
        {
            foreach (var index in new[] { DType.Int32, DType.Int64 })
            {
                both.Same((b, t) => b.ArgReduce(max, t[0], 1, t[1]), Exact, Host.Whole(random, dtype, 6, 9, 5), Host.Output(index, 6, 5));
                both.Same((b, t) => b.ArgReduce(max, t[0], 2, t[1]), Exact, Host.Any(random, dtype, 6, 2, 9), Host.Output(index, 6, 2));
            }
        }

        both.Same((b, t) => b.ArgReduce(max, t[0], 0, t[1]), Exact, new Host(DType.Float32, [1, double.NaN, 3, double.NaN], [4]), Host.Output(DType.Int32));
    }

    [Fact]
    public void Gather()
    {
        ForIndices(Types, (dtype, whole, indices, axis, picked) => both.Same(
            (b, t) => b.Gather(t[0], t[1], axis, t[2]), Exact, Host.Any(random, dtype, whole), indices, Host.Output(dtype, picked)));
        var (x, y) = (Host.Random(random, 5, 2).On(both.Tested), Host.Output(3, 2).On(both.Tested));
        foreach (var dtype in new[] { DType.Int32, DType.Int64 })
        {
            string Message(double[] values, params int[] dims)
                => Assert.Throws<ValueError>(() => both.Tested.Gather(x, new Host(dtype, values, dims).On(both.Tested), 0, y)).Message;

            Assert.Equal("indices[2] = 7 is not in [0, 5)", Message([0, 4, 7], 3));
            Assert.Equal("indices[1,0] = -1 is not in [0, 5)", Message([0, 4, -1, 0], 2, 2));
            Assert.Equal("indices = 5 is not in [0, 5)", Message([5]));
        }
    }

    [Fact]
    public void ScatterAdd()
    {
        ForIndices(Numbers, (dtype, whole, indices, axis, picked) => both.Same(
            (b, t) => b.ScatterAdd(t[0], t[1], axis, t[2]), Close, Host.Any(random, dtype, picked), indices, Host.Any(random, dtype, whole)));
        both.Same(
            (b, t) => b.ScatterAdd(t[0], t[1], 0, t[2]), 1e-5, Host.Random(random, 500, 150), Host.Indices(random, DType.Int32, 20, 500), Host.Random(random, 20, 150));
        var (updates, y) = (Host.Random(random, 1, 2).On(both.Tested), Host.Output(5, 2).On(both.Tested));
        var error = Assert.Throws<ValueError>(() => both.Tested.ScatterAdd(updates, new Host(DType.Int32, [5], [1]).On(both.Tested), 0, y));
        Assert.Equal("indices[0] = 5 is not in [0, 5)", error.Message);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void CumSum(bool exclusive, bool reverse)
    {
        foreach (var dtype in new[] { DType.Float32, DType.Float64, DType.Int32, DType.Int64 })
        {
            for (var trial = 0; trial < 20; trial++)
            {
                var dims = Dims(1, 4);
                var axis = random.Next(dims.Length);
                both.Same((b, t) => b.CumSum(t[0], axis, exclusive, reverse, t[1]), Close, Host.Any(random, dtype, dims), Host.Output(dtype, dims));
            }
        }
    }

    [Fact]
    public void TopK()
    {
        foreach (var dtype in Numbers)
        {
            for (var trial = 0; trial < 40; trial++)
            {
                int[] before = Dims(0, 2);
                int columns = random.Next(1, 60), k = random.Next(1, columns + 1);
                var x = trial % 2 == 0 ? Host.Whole(random, dtype, [.. before, columns]) : Host.Any(random, dtype, [.. before, columns]);
                if (dtype.IsFloating() && trial % 3 == 0) x.Data[random.Next(x.Data.Length)] = double.NaN;
                both.Same((b, t) => b.TopK(t[0], t[1], t[2]), Exact, x, Host.Output(dtype, [.. before, k]), Host.Output(DType.Int32, [.. before, k]));
            }
        }
    }

    private void ForIndices(DType[] types, Action<DType, int[], Host, int, int[]> test)
    {
        for (var trial = 0; trial < 120; trial++)
        {
            int[] whole = Dims(1, 4), dims = Dims(0, 2);
            var axis = random.Next(whole.Length);
            test(
                types[trial % types.Length], whole, Host.Indices(random, trial % 3 == 0 ? DType.Int64 : DType.Int32, whole[axis], dims), axis,
                [.. whole[..axis], .. dims, .. whole[(axis + 1)..]]);
        }
    }
}
