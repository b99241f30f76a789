using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Tests.Backends.Managed;

namespace KerasSharp.Tests.Backends;

// Products, convolutions, pooling.
public abstract partial class KernelComparison
{
    /// <summary>Factors, which of them are transposed, and the product.</summary>
    private protected static (int[] A, int[] B, bool TransposeA, bool TransposeB, int[] Y)[] Products { get; } =
    [
        ([4, 6], [6, 5], false, false, [4, 5]), ([6, 4], [6, 5], true, false, [4, 5]), ([4, 6], [5, 6], false, true, [4, 5]), ([6, 4], [5, 6], true, true, [4, 5]),
        ([2, 3, 4, 6], [6, 5], false, false, [2, 3, 4, 5]), ([3, 4, 6], [3, 6, 5], false, false, [3, 4, 5]), ([3, 6, 4], [3, 6, 5], true, false, [3, 4, 5]),
    ];

    [Fact]
    public void MatMul()
    {
        foreach (var (a, b, ta, tb, y) in Products)
        {
            both.Same((k, t) => k.MatMul(t[0], t[1], ta, tb, t[2]), Close, Host.Random(random, a), Host.Random(random, b), Host.Output(y));
        }
    }

    [Fact]
    public void Conv2D() => ForConvolutions((g, x, kernel, y) => both.Same(
        (b, t) => b.Conv2D(g, t[0], t[1], t[2]), 2e-5, Host.Random(random, x), Host.Random(random, kernel), Host.Output(y)));

    [Fact]
    public void Conv2DGradientInput() => ForConvolutions((g, x, kernel, y) => both.Same(
        (b, t) => b.Conv2DGradientInput(g, t[0], t[1], t[2]), 2e-5, Host.Random(random, y), Host.Random(random, kernel), Host.Output(x)));

    [Fact]
    public void Conv2DGradientKernel() => ForConvolutions((g, x, kernel, y) => both.Same(
        (b, t) => b.Conv2DGradientKernel(g, t[0], t[1], t[2]), 1e-4, Host.Random(random, x), Host.Random(random, y), Host.Output(kernel)));

    [Theory]
    [EveryValue<PoolOp>]
    public void Pool2D(PoolOp op) => ForPoolings((g, x, y) => both.Same(
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

            both.Same(Kernel, Close, input, Host.Output(y), Host.Random(random, y), Host.Output(x));
        }
    });

    [Fact]
    public void Pool2DSelect() => ForPoolings((g, x, y) => both.Same(
        (b, t) => b.Pool2DSelect(g, t[0], t[1], t[2]), Exact, Host.Whole(random, DType.Float32, x), Host.Random(random, x), Host.Output(y)));

    private protected void ForConvolutions(Action<Conv2DGeometry, int[], int[], int[]> test)
    {
        foreach (var g in ConvCases.Tutorial.Concat(Enumerable.Range(0, 60).Select(i => i < 40 ? ConvCases.Random(random) : ConvCases.RandomDepthwise(random))))
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
