using System.Reflection;
using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Backends;

/// <summary>
/// Every primitive of <see cref="IBackend"/>, by its name, on random shapes and every type that it takes: the numbers of one backend equal
/// those of another. Derived classes say which two.
/// </summary>
public abstract partial class KernelComparison
{
    private const double Exact = 0, Close = 3e-6, CloseInDouble = 1e-12;
    private readonly Random random = new(7);
    private readonly TwoBackends both;

    private protected KernelComparison(IBackend reference, IBackend tested) => both = new(reference, tested);

    private static DType[] Types { get; } = Enum.GetValues<DType>();

    private static DType[] Numbers { get; } = [DType.Float32, DType.Float64, DType.Int32, DType.Int64, DType.UInt8];

    private protected TwoBackends Both => both;

    private protected Random Random => random;

    [Fact]
    public void Every_kernel_has_a_test_of_its_name()
    {
        var tests = GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance).Select(m => m.Name).ToHashSet();
        var kernels = typeof(IBackend).GetMethods().Where(m => !m.IsSpecialName).Select(m => m.Name).Distinct();

        // Allocate, Upload and Download carry every other test.
        Assert.Empty(kernels.Except(tests).Except([nameof(IBackend.Allocate), nameof(IBackend.Upload), nameof(IBackend.Download)]));
    }

    [Fact]
    public void Memory_knows_its_backend_and_type()
    {
        foreach (var dtype in Types)
        {
            var storage = both.Tested.Allocate(dtype, 3);
            Assert.Same(both.Tested, storage.Backend);
            Assert.Equal(dtype, storage.DType);
            Assert.Equal(3, storage.Length);
        }
    }

    [Fact]
    public void Copy()
    {
        foreach (var dtype in Types)
        {
            both.Same(
                (b, t) =>
                {
                    b.Copy(t[0], t[1]);
                    b.Fill(t[0], 3);
                },
                Exact, Host.Any(random, dtype, 3, 4), Host.Output(dtype, 3, 4));
        }
    }

    [Fact]
    public void Fill()
    {
        foreach (var dtype in Types)
        {
            foreach (var value in new[] { 0, 1, 2.75, 0.5, 200.7 })
            {
                both.Same((b, t) => b.Fill(t[0], value), Close, Host.Output(dtype, 2, 3));
                both.Same((b, t) => b.Fill(t[0], value), Close, Host.Output(dtype));
            }
        }
    }

    [Theory]
    [CombinatorialTypes]
    public void Cast(DType from, DType to)
    {
        both.Same((b, t) => b.Cast(t[0], t[1]), Exact, Host.Any(random, from, 5, 31), Host.Output(to, 5, 31));
        if (from.IsFloating())
        {
            // A float32 is rounded to 16 bits alike on all backends; the naive one keeps float32 in double.
            double[] values = [-2.75, 2.75, 0.375, -0.375, 0, 200.5, .. from == DType.Float64 || to == DType.Float64 ? [] : new[] { 1.0009765625, 1.00390625, 1.01171875, 3e-8 }];
            both.Same((b, t) => b.Cast(t[0], t[1]), Exact, new Host(from, values, [values.Length]), Host.Output(to, values.Length));
            if (to.IsFloating() || to == DType.Bool)
            {
                both.Same((b, t) => b.Cast(t[0], t[1]), Exact, new Host(from, [double.NaN, double.PositiveInfinity, double.NegativeInfinity], [3]), Host.Output(to, 3));
            }
        }
    }

    [Fact]
    public void Select()
    {
        foreach (var dtype in Types)
        {
            both.Same(
                (b, t) => b.Select(t[0], t[1], t[2], t[3]), Exact,
                Host.Whole(random, DType.Bool, 4, 5), Host.Any(random, dtype, 4, 5), Host.Any(random, dtype, 4, 5), Host.Output(dtype, 4, 5));
        }
    }

    [Fact]
    public void Transpose()
    {
        foreach (var dtype in Types)
        {
            var dims = Dims(1, 5);
            var permutation = Enumerable.Range(0, dims.Length).OrderBy(_ => random.Next()).ToArray();
            both.Same(
                (b, t) => b.Transpose(t[0], permutation, t[1]), Exact, Host.Any(random, dtype, dims), Host.Output(dtype, Array.ConvertAll(permutation, axis => dims[axis])));
        }

        foreach (var (dims, permutation) in new (int[], int[])[] { ([50, 70], [1, 0]), ([3, 40, 41, 5], [0, 3, 1, 2]), ([3, 5, 40, 41], [0, 2, 3, 1]), ([17, 33, 20], [2, 1, 0]) })
        {
            both.Same(
                (b, t) => b.Transpose(t[0], permutation, t[1]), Exact, Host.Random(random, dims), Host.Output(Array.ConvertAll(permutation, axis => dims[axis])));
        }

        // A permutation that moves nothing must copy all the same: the source changes afterwards.
        both.Same(
            (b, t) =>
            {
                b.Transpose(t[0], [1, 0], t[1]);
                b.Blend(1, t[0], 1, t[0]);
            },
            Exact, Host.Random(random, 1, 5), Host.Output(5, 1));
    }

    [Fact]
    public void Slice()
    {
        ForSlices((dtype, whole, start, step, part) => both.Same(
            (b, t) => b.Slice(t[0], start, step, t[1]), Exact, Host.Any(random, dtype, whole), Host.Output(dtype, part)));

        // What is whole must be copied all the same.
        both.Same(
            (b, t) =>
            {
                b.Slice(t[0], [1, 0, 0], [1, 1, 1], t[1]);
                b.Blend(1, t[0], 1, t[0]);
            },
            Exact, Host.Random(random, 4, 5, 2), Host.Output(2, 5, 2));
    }

    [Fact]
    public void SetSlice() => ForSlices((dtype, whole, start, step, part) => both.Same(
        (b, t) => b.SetSlice(t[0], start, step, t[1]), Exact, Host.Any(random, dtype, part), Host.Any(random, dtype, whole)));

    private static int Size(int[] dims) => dims.Aggregate(1, (a, b) => a * b);

    /// <summary>A shape of few axes, each of length 1 to 6.</summary>
    private int[] Dims(int minRank, int maxRank) => [.. Enumerable.Range(0, random.Next(minRank, maxRank + 1)).Select(_ => random.Next(1, 7))];

    private void ForSlices(Action<DType, int[], int[], int[], int[]> test)
    {
        for (var trial = 0; trial < 100; trial++)
        {
            var whole = Dims(0, 4);
            int[] start = [.. whole.Select(n => random.Next(n))];
            int[] step = [.. whole.Select(_ => random.Next(2) == 0 ? 1 : new[] { -3, -2, -1, 2, 3 }[random.Next(5)])];
            int[] most = [.. whole.Select((n, i) => step[i] > 0 ? ((n - 1 - start[i]) / step[i]) + 1 : (start[i] / -step[i]) + 1)];
            test(Types[trial % Types.Length], whole, start, step, [.. most.Select(n => random.Next(1, n + 1))]);
        }

        test(DType.Float32, [3, 4], [2, 0], [int.MinValue, int.MaxValue], [1, 1]);
        test(DType.Float32, [3, 4], [1, 1], [1, 1], [0, 2]);
    }
}
