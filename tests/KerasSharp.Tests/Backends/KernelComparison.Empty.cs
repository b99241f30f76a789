using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Backends;

// Tensors without elements: no kernel fails, and none writes where there is nothing to write.
public abstract partial class KernelComparison
{
    [Fact]
    public void Nothing_comes_of_nothing()
    {
        void Run(Action<IBackend, Tensor[]> kernel, params Host[] tensors) => kernel(both.Tested, Array.ConvertAll(tensors, t => t.On(both.Tested)));
        Host Nothing(DType dtype = DType.Float32) => Host.Output(dtype, 2, 0, 3);
        foreach (var dtype in Types)
        {
            Run((b, t) => b.Copy(t[0], t[1]), Nothing(dtype), Nothing(dtype));
            Run((b, t) => b.Fill(t[0], 1), Nothing(dtype));
            Run((b, t) => b.Cast(t[0], t[1]), Nothing(dtype), Nothing());
            Run((b, t) => b.Cast(t[0], t[1]), Nothing(), Nothing(dtype));
            Run((b, t) => b.Compare(CompareOp.Less, t[0], t[1], t[2]), Nothing(dtype), Host.Output(dtype, 3), Nothing(DType.Bool));
            Run((b, t) => b.Select(t[0], t[1], t[2], t[3]), Nothing(DType.Bool), Nothing(dtype), Nothing(dtype), Nothing(dtype));
            Run((b, t) => b.Transpose(t[0], [2, 1, 0], t[1]), Nothing(dtype), Host.Output(dtype, 3, 0, 2));
            Run((b, t) => b.Slice(t[0], [0, 0, 0], [1, 1, 1], t[1]), Nothing(dtype), Host.Output(dtype, 1, 0, 2));
            Run((b, t) => b.SetSlice(t[0], [0, 0, 0], [1, -1, 1], t[1]), Nothing(dtype), Host.Output(dtype, 2, 2, 3));
            Run((b, t) => b.Gather(t[0], t[1], 1, t[2]), Nothing(dtype), Host.Output(DType.Int32, 0), Host.Output(dtype, 2, 0, 3));
            Run((b, t) => b.Gather(t[0], t[1], 2, t[2]), Nothing(dtype), Host.Indices(random, DType.Int64, 3, 4), Host.Output(dtype, 2, 0, 4));
        }

        foreach (var dtype in Numbers)
        {
            Run((b, t) => b.Unary(UnaryOp.Abs, t[0], t[1]), Nothing(dtype), Nothing(dtype));
            Run((b, t) => b.Binary(BinaryOp.Add, t[0], t[1], t[2]), Nothing(dtype), Nothing(dtype), Nothing(dtype));
            Run((b, t) => b.Binary(BinaryOp.FloorDivide, t[0], t[1], t[2]), Nothing(dtype), Host.Output(dtype), Nothing(dtype));
            Run((b, t) => b.ScatterAdd(t[0], t[1], 0, t[2]), Host.Output(dtype, 0, 3), Host.Output(DType.Int32, 0), Host.Output(dtype, 2, 3));
            Run((b, t) => b.TopK(t[0], t[1], t[2]), Host.Output(dtype, 0, 3), Host.Output(dtype, 0, 2), Host.Output(DType.Int32, 0, 2));
            Run((b, t) => b.ArgReduce(true, t[0], 0, t[1]), Nothing(dtype), Host.Output(DType.Int32, 0, 3));
        }

        foreach (var dtype in new[] { DType.Float32, DType.Float64, DType.Int32, DType.Int64 })
        {
            Run((b, t) => b.CumSum(t[0], 1, false, false, t[1]), Nothing(dtype), Nothing(dtype));
        }

        Run((b, t) => b.Blend(1, t[0], 2, t[1]), Nothing(), Nothing());
        Run((b, t) => b.MatMul(t[0], t[1], false, false, t[2]), Host.Output(0, 3), Host.Output(3, 2), Host.Output(0, 2));
        var conv = new Conv2DGeometry(0, 4, 4, 2, 3, 3, 2, 2, 5, 1, 1, 1, 1, 0, 0, 1);
        Run((b, t) => b.Conv2D(conv, t[0], t[1], t[2]), Host.Output(0, 4, 4, 2), Host.Output(3, 3, 2, 5), Host.Output(0, 2, 2, 5));
        var pool = new Pool2DGeometry(0, 4, 4, 2, 2, 2, 2, 2, 2, 2, 0, 0);
        Run((b, t) => b.Pool2D(PoolOp.Max, pool, t[0], t[1]), Host.Output(0, 4, 4, 2), Host.Output(0, 2, 2, 2));
        Run((b, t) => b.Pool2DSelect(pool, t[0], t[1], t[2]), Host.Output(0, 4, 4, 2), Host.Output(0, 4, 4, 2), Host.Output(0, 2, 2, 2));
    }

    [Theory]
    [EveryValue<DType>]
    public void Reductions_of_nothing_are_the_neutral_element(DType dtype)
    {
        if (!Numbers.Contains(dtype)) return;
        var (least, most) = dtype switch
        {
            DType.Int32 => (int.MinValue, int.MaxValue),
            DType.Int64 => (long.MinValue, (double)long.MaxValue),
            DType.UInt8 => (0, 255),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
        foreach (var (op, expected) in new[] { (ReduceOp.Sum, 0), (ReduceOp.Prod, 1), (ReduceOp.Max, least), (ReduceOp.Min, most) })
        {
            var (x, y) = (Host.Output(dtype, 2, 0).On(both.Tested), Host.Output(dtype, 2).On(both.Tested));
            both.Tested.Reduce(op, x, [1], y);
            Assert.Equal([expected, expected], Host.Read(both.Tested, y));
        }
    }
}
