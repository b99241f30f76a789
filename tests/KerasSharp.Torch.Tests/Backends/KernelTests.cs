using System.Reflection;
using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Tests.Backends.Managed;

namespace KerasSharp.Tests.Backends;

/// <summary>Every kernel of <see cref="IBackend"/>, by its name: torch's numbers equal the managed ones.</summary>
public class KernelTests
{
    private const double Exact = 0, Close = 3e-6;
    private readonly Random random = new(7);

    [Fact]
    public void Every_kernel_has_a_test_of_its_name()
    {
        var tests = GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(m => m.Name).ToHashSet();
        var kernels = typeof(IBackend).GetMethods().Where(m => !m.IsSpecialName).Select(m => m.Name).Distinct();

        // Allocate, Upload and Download carry every other test.
        Assert.Empty(kernels.Except(tests).Except([nameof(IBackend.Allocate), nameof(IBackend.Upload), nameof(IBackend.Download)]));
    }

    [Fact]
    public void Copy() => OnBoth.Same(
        (b, t) =>
        {
            b.Copy(t[0], t[1]);
            b.Fill(t[0], 3);
        },
        Exact, Host.Random(random, 3, 4), Host.Output(3, 4));

    [Fact]
    public void UploadRows() => OnBoth.Same(
        (b, t) => b.UploadRows<float>([1, 2, 3, 4, 5, 6, 7, 8], 2, [3, 0, 3], t[0].Storage), Exact, Host.Output(3, 2));

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Int32)]
    [InlineData(DType.UInt8)]
    [InlineData(DType.Bool)]
    public void Fill(DType dtype)
    {
        OnBoth.Same((b, t) => b.Fill(t[0], 1), Exact, Host.Output(dtype, 2, 3));
        OnBoth.Same((b, t) => b.Fill(t[0], 0), Exact, Host.Output(dtype));
    }

    [Theory]
    [CombinatorialTypes]
    public void Cast(DType from, DType to)
    {
        OnBoth.Same((b, t) => b.Cast(t[0], t[1]), Exact, Host.Whole(random, from, 5, 3), Host.Output(to, 5, 3));
        if (from == DType.Float32 && to is DType.Int32 or DType.Bool)
        {
            OnBoth.Same((b, t) => b.Cast(t[0], t[1]), Exact, new Host(from, [-2.7f, 2.7f, 0.4f, -0.4f, 0], [5]), Host.Output(to, 5));
        }
    }

    [Theory]
    [EveryValue<UnaryOp>]
    public void Unary(UnaryOp op)
    {
        OnBoth.Same((b, t) => b.Unary(op, t[0], t[1], 0.3f), Close, Host.Positive(random, 7, 9), Host.Output(7, 9));
        if (op is not (UnaryOp.Log or UnaryOp.Sqrt or UnaryOp.Log1p))
        {
            OnBoth.Same((b, t) => b.Unary(op, t[0], t[1], 0.3f), Close, new Host(DType.Float32, [-3, -1.5f, -0.5f, 0.5f, 1.5f, 2.5f, 30, -30], [8]), Host.Output(8));
        }
    }

    [Theory]
    [EveryValue<UnaryOp>]
    public void UnaryGradient(UnaryOp op)
    {
        var positive = op is UnaryOp.Log or UnaryOp.Sqrt or UnaryOp.Log1p or UnaryOp.Reciprocal;
        var x = positive ? Host.Positive(random, 40) : Host.Random(random, 40);
        void Kernel(IBackend b, Tensor[] t)
        {
            b.Unary(op, t[0], t[1], 0.3f);
            b.UnaryGradient(op, t[0], t[1], t[2], t[3], 0.3f);
        }

        OnBoth.Same(Kernel, 1e-5, x, Host.Output(40), Host.Random(random, 40), Host.Output(40));
    }

    [Theory]
    [EveryValue<BinaryOp>]
    public void Binary(BinaryOp op)
    {
        foreach (var (a, b, y) in Broadcasts)
        {
            OnBoth.Same((k, t) => k.Binary(op, t[0], t[1], t[2]), Close, Host.Positive(random, a), Host.Positive(random, b), Host.Output(y));
        }

        OnBoth.Same((k, t) => k.Binary(op, t[0], t[1], t[2]), Close, new Host(DType.Float32, [2, 3, 0], [3]), new Host(DType.Float32, [0, 2, 0], [3]), Host.Output(3));
    }

    [Fact]
    public void Blend()
    {
        foreach (var (a, b) in new[] { (0.3f, 0.7f), (-0.1f, 1f), (1f, 1f), (2f, 0f) })
        {
            OnBoth.Same((k, t) => k.Blend(a, t[0], b, t[1]), Close, Host.Random(random, 30), Host.Random(random, 30));
            OnBoth.Same((k, t) => k.Blend(a, t[0], b, t[0]), Close, Host.Random(random, 30));
        }
    }

    [Theory]
    [EveryValue<CompareOp>]
    public void Compare(CompareOp op)
    {
        foreach (var dtype in Enum.GetValues<DType>())
        {
            foreach (var (a, b, y) in Broadcasts)
            {
                OnBoth.Same((k, t) => k.Compare(op, t[0], t[1], t[2]), Exact, Host.Whole(random, dtype, a), Host.Whole(random, dtype, b), Host.Output(DType.Bool, y));
            }
        }
    }

    [Fact]
    public void Select() => OnBoth.Same(
        (b, t) => b.Select(t[0], t[1], t[2], t[3]), Exact,
        Host.Whole(random, DType.Bool, 4, 5), Host.Random(random, 4, 5), Host.Random(random, 4, 5), Host.Output(4, 5));

    [Theory]
    [EveryValue<ReduceOp>]
    public void Reduce(ReduceOp op)
    {
        foreach (var axes in new int[][] { [0], [1], [2], [0, 2], [1, 2], [0, 1, 2], [] })
        {
            int[] dims = [3, 4, 5];
            OnBoth.Same((b, t) => b.Reduce(op, t[0], axes, t[1]), Close, Host.Random(random, dims), Host.Output([.. dims.Where((_, i) => !axes.Contains(i))]));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ArgReduce(bool max)
    {
        OnBoth.Same((b, t) => b.ArgReduce(max, t[0], 1, t[1]), Exact, Host.Whole(random, DType.Float32, 6, 9, 5), Host.Output(DType.Int32, 6, 5));
        OnBoth.Same((b, t) => b.ArgReduce(max, t[0], 0, t[1]), Exact, new Host(DType.Float32, [1, float.NaN, 3, float.NaN], [4]), Host.Output(DType.Int32));
    }

    [Fact]
    public void Transpose()
    {
        OnBoth.Same((b, t) => b.Transpose(t[0], [2, 0, 1], t[1]), Exact, Host.Random(random, 2, 3, 4), Host.Output(4, 2, 3));

        // A permutation that moves nothing must copy all the same: the source changes afterwards.
        OnBoth.Same(
            (b, t) =>
            {
                b.Transpose(t[0], [1, 0], t[1]);
                b.Blend(1, t[0], 1, t[0]);
            },
            Exact, Host.Random(random, 1, 5), Host.Output(5, 1));
    }

    [Fact]
    public void Slice() => OnBoth.Same(
        (b, t) =>
        {
            b.Slice(t[0], [1, 2, 0], t[1]);
            b.Slice(t[0], [1, 0, 0], t[2]);
            b.Blend(1, t[0], 1, t[0]);
        },
        Exact, Host.Random(random, 4, 5, 2), Host.Output(2, 2, 2), Host.Output(2, 5, 2));

    [Fact]
    public void SetSlice() => OnBoth.Same(
        (b, t) => b.SetSlice(t[0], [1, 2, 0], t[1]), Exact, Host.Random(random, 2, 2, 2), Host.Random(random, 4, 5, 2));

    [Theory]
    [EveryValue<FusedActivation>]
    public void MatMul(FusedActivation activation)
    {
        foreach (var (a, b, ta, tb, y) in new (int[], int[], bool, bool, int[])[]
        {
            ([4, 6], [6, 5], false, false, [4, 5]), ([6, 4], [6, 5], true, false, [4, 5]), ([4, 6], [5, 6], false, true, [4, 5]), ([6, 4], [5, 6], true, true, [4, 5]),
            ([2, 3, 4, 6], [6, 5], false, false, [2, 3, 4, 5]), ([3, 4, 6], [3, 6, 5], false, false, [3, 4, 5]), ([3, 6, 4], [3, 6, 5], true, false, [3, 4, 5]),
        })
        {
            OnBoth.Same((k, t) => k.MatMul(t[0], t[1], ta, tb, null, activation, t[2]), Close, Host.Random(random, a), Host.Random(random, b), Host.Output(y));
            OnBoth.Same((k, t) => k.MatMul(t[0], t[1], ta, tb, t[2], activation, t[3]), Close, Host.Random(random, a), Host.Random(random, b), Host.Random(random, 5), Host.Output(y));
        }
    }

    [Fact]
    public void Conv2D() => ForConvolutions((g, x, kernel, y) =>
    {
        OnBoth.Same((b, t) => b.Conv2D(g, t[0], t[1], t[2], FusedActivation.Tanh, t[3]), 2e-5, Host.Random(random, x), Host.Random(random, kernel), Host.Random(random, g.Filters), Host.Output(y));
        OnBoth.Same((b, t) => b.Conv2D(g, t[0], t[1], null, FusedActivation.None, t[2]), 2e-5, Host.Random(random, x), Host.Random(random, kernel), Host.Output(y));
    });

    [Fact]
    public void Conv2DGradientInput() => ForConvolutions((g, x, kernel, y) => OnBoth.Same(
        (b, t) => b.Conv2DGradientInput(g, t[0], t[1], t[2]), 2e-5, Host.Random(random, y), Host.Random(random, kernel), Host.Output(x)));

    [Fact]
    public void Conv2DGradientKernel() => ForConvolutions((g, x, kernel, y) => OnBoth.Same(
        (b, t) => b.Conv2DGradientKernel(g, t[0], t[1], t[2]), 1e-4, Host.Random(random, x), Host.Random(random, y), Host.Output(kernel)));

    [Theory]
    [EveryValue<PoolOp>]
    public void Pool2D(PoolOp op) => ForPoolings((g, x, y) => OnBoth.Same(
        (b, t) => b.Pool2D(op, g, t[0], t[1]), Close, Host.Random(random, x), Host.Output(y)));

    [Theory]
    [EveryValue<PoolOp>]
    public void Pool2DGradient(PoolOp op) => ForPoolings((g, x, y) =>
    {
        // Whole numbers: equal maxima, of which the first gets the gradient.
        foreach (var input in new[] { Host.Random(random, x), Host.Whole(random, DType.Float32, x) })
        {
            void Kernel(IBackend b, Tensor[] t)
            {
                b.Pool2D(op, g, t[0], t[1]);
                b.Pool2DGradient(op, g, t[0], t[1], t[2], t[3]);
            }

            OnBoth.Same(Kernel, Close, input, Host.Output(y), Host.Random(random, y), Host.Output(x));
        }
    });

    [Theory]
    [EveryValue<FusedActivation>]
    public void ActivationGradient(FusedActivation activation) => OnBoth.Same(
        (b, t) => b.ActivationGradient(activation, t[0], t[1], t[2]), Close, Host.Random(random, 50), Host.Random(random, 50), Host.Output(50));

    [Fact]
    public void Softmax() => OnBoth.Same((b, t) => b.Softmax(t[0], t[1]), Close, Host.Random(random, 3, 4, 10), Host.Output(3, 4, 10));

    [Fact]
    public void SoftmaxGradient() => OnBoth.Same(
        (b, t) => b.SoftmaxGradient(t[0], t[1], t[2]), Close, Host.Positive(random, 6, 10), Host.Random(random, 6, 10), Host.Output(6, 10));

    [Fact]
    public void SoftmaxCrossEntropy()
    {
        OnBoth.Same(
            (b, t) => b.SoftmaxCrossEntropy(t[0], t[1], t[2], t[3]), Close, Host.Random(random, 6, 10), Host.Positive(random, 6, 10), Host.Output(6), Host.Output(6, 10));

        // An impossible class that no target names.
        OnBoth.Same(
            (b, t) => b.SoftmaxCrossEntropy(t[0], t[1], t[2], t[3]), Close,
            new Host(DType.Float32, [0, 200, float.NegativeInfinity], [1, 3]), new Host(DType.Float32, [1, 0, 0], [1, 3]), Host.Output(1), Host.Output(1, 3));
    }

    [Fact]
    public void SumRows() => OnBoth.Same((b, t) => b.SumRows(t[0], t[1]), 1e-5, Host.Random(random, 3, 40, 6), Host.Output(6));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Adam(bool amsgrad)
    {
        void Kernel(IBackend b, Tensor[] t)
        {
            for (var i = 0; i < 3; i++)
            {
                b.Adam(t[0], t[1], t[2], t[3], amsgrad ? t[4] : null, new(0.05f, 0.1f, 0.001f, 1e-7f));
            }
        }

        OnBoth.Same(Kernel, 1e-5, Host.Random(random, 50), Host.Random(random, 50), Host.Random(random, 50), Host.Positive(random, 50), Host.Positive(random, 50));
    }

    private static readonly (int[] A, int[] B, int[] Y)[] Broadcasts =
        [([3, 4], [3, 4], [3, 4]), ([3, 4], [4], [3, 4]), ([3, 1], [1, 4], [3, 4]), ([], [2, 3], [2, 3]), ([2, 3, 4], [3, 1], [2, 3, 4])];

    private void ForConvolutions(Action<Conv2DGeometry, int[], int[], int[]> test)
    {
        foreach (var g in ConvCases.Tutorial.Concat(Enumerable.Range(0, 40).Select(_ => ConvCases.Random(random))))
        {
            test(g, [g.Batch, g.Height, g.Width, g.Channels], [g.KernelHeight, g.KernelWidth, g.Channels / g.Groups, g.Filters], [g.Batch, g.OutputHeight, g.OutputWidth, g.Filters]);
        }
    }

    private void ForPoolings(Action<Pool2DGeometry, int[], int[]> test)
    {
        Pool2DGeometry[] shapes = [new(2, 28, 28, 6, 2, 2, 14, 14, 2, 2, 0, 0), .. Enumerable.Range(0, 40).Select(_ => ConvCases.RandomPool(random))];
        foreach (var g in shapes)
        {
            test(g, [g.Batch, g.Height, g.Width, g.Channels], [g.Batch, g.OutputHeight, g.OutputWidth, g.Channels]);
        }
    }
}
