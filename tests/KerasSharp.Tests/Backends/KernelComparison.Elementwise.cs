using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Backends;

// Functions of one and of two elements.
public abstract partial class KernelComparison
{
    private static readonly (int[] A, int[] B, int[] Y)[] Broadcasts =
        [([3, 4], [3, 4], [3, 4]), ([3, 4], [4], [3, 4]), ([3, 1], [1, 4], [3, 4]), ([], [2, 3], [2, 3]), ([2, 3, 4], [3, 1], [2, 3, 4]), ([5], [], [5])];

    [Theory]
    [EveryValue<UnaryOp>]
    public void Unary(UnaryOp op)
    {
        foreach (var (dtype, tolerance) in new[] { (DType.Float32, Close), (DType.Float64, CloseInDouble) })
        {
            void Same(Host x) => both.Same((b, t) => b.Unary(op, t[0], t[1], 0.25f), tolerance, x, Host.Output(dtype, x.Dims));
            Same(Host.Positive(random, dtype, 7, 9));
            Same(Host.Random(random, dtype, 7, 9) is var x && op == UnaryOp.Acosh ? x with { Data = Array.ConvertAll(x.Data, v => v + 2.5) } : x);
            Same(new Host(dtype, [-3, -1.5, -0.5, 0.5, 1.5, 2.5, 30, -30, 0, 1], [10]));
        }
    }

    [Theory]
    [EveryValue<UnaryOp>]
    public void Unary_of_special_numbers(UnaryOp op)
    {
        foreach (var dtype in new[] { DType.Float32, DType.Float64 })
        {
            // Long enough for the vectorized path, whose rest is computed otherwise.
            double[] special = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0];
            both.Same(
                (b, t) => b.Unary(op, t[0], t[1], 0.25f), Close,
                new Host(dtype, [.. Enumerable.Range(0, 37).Select(i => special[i % 4])], [37]), Host.Output(dtype, 37));
        }
    }

    [Theory]
    [InlineData(UnaryOp.Abs)]
    [InlineData(UnaryOp.Negative)]
    [InlineData(UnaryOp.Sign)]
    [InlineData(UnaryOp.Square)]
    public void Unary_of_integers(UnaryOp op)
    {
        foreach (var dtype in new[] { DType.Int32, DType.Int64, DType.UInt8 })
        {
            both.Same((b, t) => b.Unary(op, t[0], t[1]), Exact, Host.Any(random, dtype, 5, 7), Host.Output(dtype, 5, 7));
        }
    }

    [Fact]
    public void The_smallest_integer_has_no_positive_counterpart()
    {
        both.Same((b, t) => b.Unary(UnaryOp.Abs, t[0], t[1]), Exact, new Host(DType.Int32, [int.MinValue], [1]), Host.Output(DType.Int32, 1));
        both.Same((b, t) => b.Unary(UnaryOp.Negative, t[0], t[1]), Exact, new Host(DType.Int32, [int.MinValue], [1]), Host.Output(DType.Int32, 1));
    }

    [Theory]
    [EveryValue<BinaryOp>]
    public void Binary(BinaryOp op)
    {
        foreach (var (dtype, tolerance) in new[] { (DType.Float32, Close), (DType.Float64, CloseInDouble) })
        {
            foreach (var (a, b, y) in Broadcasts)
            {
                both.Same((k, t) => k.Binary(op, t[0], t[1], t[2]), tolerance, Host.Positive(random, dtype, a), Host.Positive(random, dtype, b), Host.Output(dtype, y));
                both.Same((k, t) => k.Binary(op, t[0], t[1], t[2]), tolerance, Host.Any(random, dtype, a), Host.Any(random, dtype, b), Host.Output(dtype, y));
            }

            both.Same(
                (k, t) => k.Binary(op, t[0], t[1], t[2]), tolerance,
                new Host(dtype, [2, 3, 0, -2, 1, 1], [6]), new Host(dtype, [0, 2, 0, 0, double.PositiveInfinity, double.NaN], [6]), Host.Output(dtype, 6));
        }
    }

    [Theory]
    [InlineData(BinaryOp.Subtract)]
    [InlineData(BinaryOp.Divide)]
    [InlineData(BinaryOp.Maximum)]
    [InlineData(BinaryOp.Power)]
    public void Binary_of_large_shapes(BinaryOp op)
    {
        // Long rows, short rows that repeat, and more than one thread takes at once.
        foreach (var (a, b, y) in new (int[], int[], int[])[]
        {
            ([4001, 7], [7], [4001, 7]), ([7], [4001, 7], [4001, 7]), ([40_003], [], [40_003]), ([], [40_003], [40_003]), ([3, 20_001], [3, 1], [3, 20_001]),
            ([90, 30, 6], [90, 1, 6], [90, 30, 6]), ([5, 1, 300], [40, 1], [5, 40, 300]), ([3, 1, 40], [1, 50, 1], [3, 50, 40]), ([20, 50, 1, 9], [50, 4, 9], [20, 50, 4, 9]),
        })
        {
            both.Same((k, t) => k.Binary(op, t[0], t[1], t[2]), Close, Host.Positive(random, a), Host.Positive(random, b), Host.Output(y));
            both.Same((k, t) => k.Compare(CompareOp.Less, t[0], t[1], t[2]), Exact, Host.Positive(random, a), Host.Positive(random, b), Host.Output(DType.Bool, y));
        }
    }

    [Theory]
    [EveryValue<BinaryOp>]
    public void Binary_of_integers(BinaryOp op)
    {
        if (op == BinaryOp.Atan2) return;
        foreach (var dtype in new[] { DType.Int32, DType.Int64, DType.UInt8 })
        {
            foreach (var (a, b, y) in Broadcasts)
            {
                // Powers stay small; nothing is divided by 0.
                var left = op == BinaryOp.Power ? Host.Whole(random, dtype, a) : Host.Any(random, dtype, a);
                var right = op == BinaryOp.Power ? Host.Whole(random, dtype, b) : Host.Any(random, dtype, b);
                if (op is BinaryOp.Divide or BinaryOp.FloorDivide or BinaryOp.FloorModulo) right = right with { Data = Array.ConvertAll(right.Data, v => v == 0 ? 1 : v) };
                both.Same((k, t) => k.Binary(op, t[0], t[1], t[2]), Exact, left, right, Host.Output(dtype, y));
            }
        }
    }

    [Theory]
    [InlineData(BinaryOp.Multiply)]
    [InlineData(BinaryOp.Maximum)]
    [InlineData(BinaryOp.Minimum)]
    public void Binary_of_truth_values(BinaryOp op)
    {
        foreach (var (a, b, y) in Broadcasts)
        {
            both.Same((k, t) => k.Binary(op, t[0], t[1], t[2]), Exact, Host.Any(random, DType.Bool, a), Host.Any(random, DType.Bool, b), Host.Output(DType.Bool, y));
        }
    }

    [Theory]
    [InlineData(BinaryOp.FloorDivide)]
    [InlineData(BinaryOp.FloorModulo)]
    [InlineData(BinaryOp.Divide)]
    public void Integers_divided_by_zero(BinaryOp op)
    {
        foreach (var dtype in new[] { DType.Int32, DType.Int64, DType.UInt8 })
        {
            var (a, b, y) = (Host.Whole(random, dtype, 3).On(both.Tested), new Host(dtype, [1, 0, 2], [3]).On(both.Tested), Host.Output(dtype, 3).On(both.Tested));
            Assert.Equal("Integer division by zero", Assert.Throws<ValueError>(() => both.Tested.Binary(op, a, b, y)).Message);
        }

        // The processor traps where the smallest number is divided by -1.
        both.Same(
            (k, t) => k.Binary(op, t[0], t[1], t[2]), Exact, new Host(DType.Int32, [int.MinValue], [1]), new Host(DType.Int32, [-1], [1]), Host.Output(DType.Int32, 1));
    }

    [Fact]
    public void Integers_to_negative_powers()
    {
        var (a, b, y) = (Host.Whole(random, DType.Int32, 2).On(both.Tested), new Host(DType.Int32, [1, -1], [2]).On(both.Tested), Host.Output(DType.Int32, 2).On(both.Tested));
        var error = Assert.Throws<ValueError>(() => both.Tested.Binary(BinaryOp.Power, a, b, y));
        Assert.Equal("Integers to negative integer powers are not allowed.", error.Message);
    }

    [Fact]
    public void Blend()
    {
        foreach (var (a, b) in new[] { (0.25f, 0.75f), (-0.125f, 1f), (1f, 1f), (2f, 0f) })
        {
            both.Same((k, t) => k.Blend(a, t[0], b, t[1]), Close, Host.Random(random, 30), Host.Random(random, 30));
            both.Same((k, t) => k.Blend(a, t[0], b, t[0]), Close, Host.Random(random, 30));
        }
    }

    [Theory]
    [EveryValue<CompareOp>]
    public void Compare(CompareOp op)
    {
        foreach (var dtype in Types)
        {
            foreach (var (a, b, y) in Broadcasts)
            {
                both.Same((k, t) => k.Compare(op, t[0], t[1], t[2]), Exact, Host.Whole(random, dtype, a), Host.Whole(random, dtype, b), Host.Output(DType.Bool, y));
                both.Same((k, t) => k.Compare(op, t[0], t[1], t[2]), Exact, Host.Any(random, dtype, a), Host.Any(random, dtype, b), Host.Output(DType.Bool, y));
            }

            if (dtype.IsFloating())
            {
                both.Same(
                    (k, t) => k.Compare(op, t[0], t[1], t[2]), Exact,
                    new Host(dtype, [double.NaN, 1, 0, double.NaN], [4]), new Host(dtype, [1, double.NaN, -0.0, double.NaN], [4]), Host.Output(DType.Bool, 4));
            }
        }
    }
}
