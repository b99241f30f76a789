using System.Reflection;
using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.Engine;
using KerasSharp.Torch;

namespace KerasSharp.Tests.Backends;

/// <summary>The torch backend computes what the managed one does: the primitives (in the base class), and here each fused kernel, by its name.</summary>
public class TorchKernelTests() : KernelComparison(new ManagedBackend(), new TorchBackend())
{
    private const double Close = 3e-6, Exact = 0;

    [Fact]
    public void Every_fused_kernel_has_a_test_of_its_name()
    {
        var tests = GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(m => m.Name).ToHashSet();
        var fused = typeof(TorchBackend).GetInterfaces().Where(i => i != typeof(IBackend)).SelectMany(i => i.GetMethods()).Select(m => m.Name);
        Assert.Empty(fused.Except(tests.Select(name => name.Replace("_with_bias_and_activation", ""))));
    }

    [Fact]
    public void UploadRows() => Both.Same(
        (b, t) => ((IRowUploads)b).UploadRows<float>([1, 2, 3, 4, 5, 6, 7, 8], 2, [3, 0, 3], t[0].Storage), Exact, Host.Output(3, 2));

    [Theory]
    [EveryValue<UnaryOp>]
    public void UnaryGradient(UnaryOp op)
    {
        var positive = op is UnaryOp.Log or UnaryOp.Sqrt or UnaryOp.Rsqrt or UnaryOp.Log1p or UnaryOp.Reciprocal or UnaryOp.Acosh;
        var x = positive ? Host.Positive(Random, 40) : Host.Random(Random, 40);
        if (op == UnaryOp.Acosh) x = x with { Data = Array.ConvertAll(x.Data, v => v + 1) };
        if (op is UnaryOp.Asin or UnaryOp.Acos or UnaryOp.Atanh) x = x with { Data = Array.ConvertAll(x.Data, v => v * 0.9) };
        void Kernel(IBackend b, Tensor[] t)
        {
            b.Unary(op, t[0], t[1], 0.3f);
            ((IActivationGradients)b).UnaryGradient(op, t[0], t[1], t[2], t[3], 0.3f);
        }

        Both.Same(Kernel, 1e-5, x, Host.Output(40), Host.Random(Random, 40), Host.Output(40));
    }

    [Theory]
    [EveryValue<FusedActivation>]
    public void ActivationGradient(FusedActivation activation) => Both.Same(
        (b, t) => ((IActivationGradients)b).ActivationGradient(activation, t[0], t[1], t[2]), Close, Host.Random(Random, 50), Host.Random(Random, 50), Host.Output(50));

    [Theory]
    [EveryValue<FusedActivation>]
    public void MatMul_with_bias_and_activation(FusedActivation activation)
    {
        foreach (var (a, b, ta, tb, y) in Products)
        {
            Both.Same((k, t) => ((IFusedMatMul)k).MatMul(t[0], t[1], ta, tb, null, activation, t[2]), Close, Host.Random(Random, a), Host.Random(Random, b), Host.Output(y));
            Both.Same(
                (k, t) => ((IFusedMatMul)k).MatMul(t[0], t[1], ta, tb, t[2], activation, t[3]), Close,
                Host.Random(Random, a), Host.Random(Random, b), Host.Random(Random, 5), Host.Output(y));
        }
    }

    [Fact]
    public void Conv2D_with_bias_and_activation() => ForConvolutions((g, x, kernel, y) =>
    {
        Both.Same(
            (b, t) => ((IFusedConv2D)b).Conv2D(g, t[0], t[1], t[2], FusedActivation.Tanh, t[3]), 2e-5,
            Host.Random(Random, x), Host.Random(Random, kernel), Host.Random(Random, g.Filters), Host.Output(y));
        Both.Same(
            (b, t) => ((IFusedConv2D)b).Conv2D(g, t[0], t[1], null, FusedActivation.Relu, t[2]), 2e-5, Host.Random(Random, x), Host.Random(Random, kernel), Host.Output(y));
    });

    [Fact]
    public void Softmax() => Both.Same((b, t) => ((ISoftmax)b).Softmax(t[0], t[1]), Close, Host.Random(Random, 3, 4, 10), Host.Output(3, 4, 10));

    [Fact]
    public void SoftmaxGradient() => Both.Same(
        (b, t) => ((ISoftmax)b).SoftmaxGradient(t[0], t[1], t[2]), Close, Host.Positive(Random, 6, 10), Host.Random(Random, 6, 10), Host.Output(6, 10));

    [Fact]
    public void SoftmaxCrossEntropy()
    {
        Both.Same(
            (b, t) => ((ISoftmax)b).SoftmaxCrossEntropy(t[0], t[1], t[2], t[3]), Close,
            Host.Random(Random, 6, 10), Host.Positive(Random, 6, 10), Host.Output(6), Host.Output(6, 10));

        // An impossible class that no target names.
        Both.Same(
            (b, t) => ((ISoftmax)b).SoftmaxCrossEntropy(t[0], t[1], t[2], t[3]), Close,
            new Host(DType.Float32, [0, 200, double.NegativeInfinity], [1, 3]), new Host(DType.Float32, [1, 0, 0], [1, 3]), Host.Output(1), Host.Output(1, 3));
    }

    [Fact]
    public void SumRows() => Both.Same((b, t) => ((IRowSums)b).SumRows(t[0], t[1]), 1e-5, Host.Random(Random, 3, 40, 6), Host.Output(6));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Adam(bool amsgrad)
    {
        void Kernel(IBackend b, Tensor[] t)
        {
            for (var i = 0; i < 3; i++)
            {
                ((IAdam)b).Adam(t[0], t[1], t[2], t[3], amsgrad ? t[4] : null, new(0.05f, 0.1f, 0.001f, 1e-7f));
            }
        }

        Both.Same(Kernel, 1e-5, Host.Random(Random, 50), Host.Random(Random, 50), Host.Random(Random, 50), Host.Positive(Random, 50), Host.Positive(Random, 50));
    }
}
