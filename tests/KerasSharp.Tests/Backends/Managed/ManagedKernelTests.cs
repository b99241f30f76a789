using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.Engine;
using KerasSharp.TestSupport.Naive;

namespace KerasSharp.Tests.Backends.Managed;

/// <summary>The managed backend computes what the naive one does; and what only it promises.</summary>
public class ManagedKernelTests() : KernelComparison(new NaiveBackend(), new ManagedBackend())
{
    [Theory]
    [EveryValue<UnaryOp>]
    public void Gradients_of_functions_equal_difference_quotients(UnaryOp op)
    {
        const double Step = 1e-5;
        var values = Host.Random(Random, 63).Data;
        for (var i = 0; i < values.Length; i++)
        {
            // Into the domain, and away from kinks.
            values[i] = op switch
            {
                UnaryOp.Log or UnaryOp.Sqrt or UnaryOp.Rsqrt or UnaryOp.Log1p or UnaryOp.Reciprocal => Math.Abs(values[i]) + 0.2,
                UnaryOp.Acosh => Math.Abs(values[i]) + 1.2,
                UnaryOp.Asin or UnaryOp.Acos or UnaryOp.Atanh => values[i] * 0.9,
                UnaryOp.Floor or UnaryOp.Ceil or UnaryOp.Round => (0.9 * Math.Abs(values[i])) is var v && Math.Abs(v - 0.5) < 0.01 ? 0.2 : v + 0.02,
                _ => Math.Abs(values[i]) < 0.01 ? 0.5 : values[i],
            };
            values[i] = (float)values[i];
        }

        double[] At(double step)
        {
            var naive = new NaiveBackend();
            var y = Host.Output(DType.Float64, 63).On(naive);
            naive.Unary(op, new Host(DType.Float64, Array.ConvertAll(values, v => v + step), [63]).On(naive), y, 0.25f);
            return Host.Read(naive, y);
        }

        var backend = (ManagedBackend)Both.Tested;
        var dy = Host.Random(Random, 63);
        Tensor x = new Host(DType.Float32, values, [63]).On(backend), y = Host.Output(63).On(backend), dx = Host.Output(63).On(backend);
        backend.Unary(op, x, y, 0.25f);
        backend.UnaryGradient(op, x, y, dy.On(backend), dx, 0.25f);
        var slopes = At(Step).Zip(At(-Step), (above, below) => (above - below) / (2 * Step));
        Kernel.Close([.. slopes.Zip(dy.Data, (slope, d) => slope * d)], dx.ToArray<float>(), 1e-5, $"gradient of {op}");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Floats_that_are_too_large_become_the_largest_integers(int times)
    {
        double[] values = [1e20, -1e20, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 2147483648, -2147483648];
        double[] asInt = [int.MaxValue, int.MinValue, int.MaxValue, int.MinValue, 0, int.MaxValue, int.MinValue];
        double[] asLong = [long.MaxValue, long.MinValue, long.MaxValue, long.MinValue, 0, 2147483648, -2147483648];
        foreach (var from in new[] { DType.Float32, DType.Float64 })
        {
            foreach (var (to, expected) in new[] { (DType.Int32, asInt), (DType.Int64, asLong) })
            {
                var x = new Host(from, [.. Enumerable.Repeat(values, times).SelectMany(v => v)], [7 * times]).On(Both.Tested);
                var y = Host.Output(to, 7 * times).On(Both.Tested);
                Both.Tested.Cast(x, y);
                Assert.Equal(Enumerable.Repeat(expected, times).SelectMany(v => v), Host.Read(Both.Tested, y));
            }
        }
    }

    [Fact]
    public void Large_int64_are_cast_exactly()
    {
        var backend = Both.Tested;
        Tensor x = Host.Output(DType.Int64, 2).On(backend), y = Host.Output(DType.Int32, 2).On(backend);
        backend.Upload<long>([(1L << 62) + 1, (7L << 32) - 3], x.Storage);
        backend.Cast(x, y);
        Assert.Equal([1, -3], y.ToArray<int>());
    }

    [Fact]
    public void Every_16_bit_float_survives_float32()
    {
        var backend = Both.Tested;
        ushort[] bits = [.. Enumerable.Range(0, 65536).Select(i => (ushort)i)];
        foreach (var dtype in new[] { DType.Float16, DType.BFloat16 })
        {
            Tensor x = new(backend.Allocate(dtype, bits.Length), [bits.Length]), wide = Host.Output(bits.Length).On(backend), back = new(backend.Allocate(dtype, bits.Length), [bits.Length]);
            backend.Upload<ushort>(bits, x.Storage);
            backend.Cast(x, wide);
            backend.Cast(wide, back);
            var result = new ushort[bits.Length];
            backend.Download(back.Storage, result.AsSpan());
            var floats = wide.ToArray<float>();
            for (var i = 0; i < bits.Length; i++)
            {
                // NaN stays NaN, though not with the same bits.
                if (float.IsNaN(floats[i])) Assert.True(dtype == DType.Float16 ? Half.IsNaN(BitConverter.UInt16BitsToHalf(result[i])) : (result[i] & 0x7FFF) > 0x7F80);
                else Assert.Equal(bits[i], result[i]);
            }
        }
    }

    [Fact]
    public void What_a_kernel_does_not_take_is_an_error()
    {
        var backend = (ManagedBackend)Both.Tested;
        Tensor wide = Host.Random(Random, DType.Float64, 2, 2).On(backend), half = Host.Random(Random, DType.Float16, 2, 2).On(backend);
        Assert.Equal(
            "The managed backend computes this in float32 only. Received: a tensor of dtype float64.",
            Assert.Throws<TypeError>(() => backend.MatMul(wide, wide, false, false, wide)).Message);
        Assert.Throws<NotImplementedError>(() => backend.Unary(UnaryOp.Exp, half, half));
        Assert.Throws<NotImplementedError>(() => backend.Binary(BinaryOp.Add, half, half, half));
        Assert.Throws<TypeError>(() => backend.Upload<float>([1, 2, 3, 4], wide.Storage));
    }
}
