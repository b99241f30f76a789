using System.Numerics;
using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Engine;

/// <summary>Sizes at the edge of what an int holds: exact, or a <see cref="ValueError"/>.</summary>
public class CheckedGeometryTests
{
    private static readonly int[] Lengths = [0, 1, 2, 5, 28, 65536, 1 << 29, int.MaxValue - 1, int.MaxValue];
    private static readonly int[] Steps = [1, 2, 3, 65536, 1_100_000, 1 << 30, int.MaxValue - 1, int.MaxValue];

    [Fact]
    public void Lengths_and_paddings_of_windows_are_exact_or_refused()
    {
        foreach (var length in Lengths)
        {
            foreach (var window in Steps)
            {
                foreach (var stride in Steps)
                {
                    foreach (var dilation in Steps)
                    {
                        BigInteger valid = length - ((BigInteger)dilation * (window - 1));
                        var places = CheckedGeometry.OutputLength(length, window, false, stride, dilation);
                        Assert.Equal(valid <= 0 ? BigInteger.Max(valid, int.MinValue) : (valid + stride - 1) / stride, places);

                        var same = ((BigInteger)length + stride - 1) / stride;
                        Assert.Equal(same, CheckedGeometry.OutputLength(length, window, true, stride, dilation));
                        var reach = ((same - 1) * stride) + ((BigInteger)dilation * (window - 1)) + 1;
                        if (reach > int.MaxValue)
                        {
                            Assert.Contains($"{window}", Assert.Throws<ValueError>(() => CheckedGeometry.PadBefore(length, window, stride, dilation)).Message);
                        }
                        else
                        {
                            Assert.Equal(BigInteger.Max(0, reach - length) / 2, CheckedGeometry.PadBefore(length, window, stride, dilation));
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void A_smaller_dilation_sees_the_same_elements()
    {
        for (var length = 1; length < 8; length++)
        {
            for (var window = 1; window < 7; window++)
            {
                foreach (var dilation in (int[])[1, 2, 3, 5, 9, 13, 14, 15, 16, 17, 40])
                {
                    var less = CheckedGeometry.Dilation(length, window, true, dilation);
                    Assert.InRange(less, 1, dilation);
                    Assert.Equal(Seen(dilation), Seen(less));
                }

                IEnumerable<(int, int, int)> Seen(int dilation)
                {
                    var pad = CheckedGeometry.PadBefore(length, window, 1, dilation);
                    return from o in Enumerable.Range(0, length)
                           from k in Enumerable.Range(0, window)
                           let i = o + (k * dilation) - pad
                           where i >= 0 && i < length
                           select (o, k, i);
                }
            }
        }
    }

    [Fact]
    public void A_number_of_elements_is_exact_or_refused()
    {
        var random = new Random(1);
        int[] dims = [0, 1, 2, 3, 255, 65536, 1 << 29, int.MaxValue];
        for (var trial = 0; trial < 2000; trial++)
        {
            var shape = random.GetItems(dims, random.Next(6));
            var limit = shape.Aggregate(BigInteger.One, (product, d) => product * Math.Max(d, 1));
            if (limit <= int.MaxValue)
            {
                Assert.Equal(shape.Aggregate(BigInteger.One, (product, d) => product * d), CheckedGeometry.Size(shape));
            }
            else
            {
                Assert.Contains($"{new TensorShape(shape)}", Assert.Throws<ValueError>(() => CheckedGeometry.Size(shape)).Message);
            }
        }
    }

    [Fact]
    public void A_shape_has_no_negative_dimension_and_not_too_many()
    {
        Assert.Throws<ValueError>(() => CheckedGeometry.Size([2, -1]));
        Assert.Throws<ValueError>(() => CheckedGeometry.Size([-65536, -65536]));
        int[] longest = [.. Enumerable.Repeat(1, CheckedGeometry.MaxRank)];
        Assert.Equal(1, CheckedGeometry.Size(longest));
        Assert.Contains("255 axes", Assert.Throws<ValueError>(() => CheckedGeometry.Size([.. longest, 1])).Message);
        Assert.Throws<ValueError>(() => keras.ops.reshape(Tensor.Scalar(1), [.. Enumerable.Repeat(1, 1_000_000)]));

        // The longest shape goes through kernels that keep strides on the stack.
        var x = keras.ops.reshape(Tensor.Scalar(3), longest);
        Assert.Equal(3, keras.ops.sum(keras.ops.transpose(x) + Tensor.Full(0, 1)).item());
    }

    [Fact]
    public void A_product_has_64_bits()
    {
        Assert.Equal(1L << 62, CheckedGeometry.Product([1 << 30, 1 << 30, 4]));
        Assert.Equal(-6, CheckedGeometry.Product([2, -3]));
        Assert.Throws<ValueError>(() => CheckedGeometry.Product([1 << 30, 1 << 30, 8]));
        Assert.Throws<ValueError>(() => new TensorShape(65536, 65536, 65536, 65536).num_elements());
        Assert.Equal(1L << 32, new TensorShape(65536, 65536).num_elements());
    }

    [Fact]
    public void A_geometry_that_kernels_cannot_compute_is_refused_before_them()
    {
        var good = new Conv2DGeometry(1, 4, 4, 1, 3, 3, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1);
        CheckedGeometry.Check(good);
        Conv2DGeometry[] bad =
        [
            good with { DilationHeight = 1 << 30 }, good with { StrideWidth = int.MaxValue }, good with { KernelHeight = int.MaxValue }, good with { PadTop = -1 },
            good with { Batch = 1 << 30 }, good with { Channels = int.MaxValue }, good with { Filters = 1 << 30 }, good with { Groups = 0 }, good with { Groups = 2 },
            good with { OutputHeight = 0 }, good with { OutputHeight = 1 << 28 }, good with { Height = 0 }, good with { DilationHeight = 1 << 28, DilationWidth = 1 << 28 },
        ];
        var (x, kernel) = (Tensor.Full(1, 1, 4, 4, 1), Tensor.Full(1, 3, 3, 1, 1));
        Assert.All(bad, g => Assert.Throws<ValueError>(() => keras.ops.conv2d(g, x, kernel, null, FusedActivation.None)));

        var pool = new Pool2DGeometry(1, 4, 4, 1, 2, 2, 2, 2, 2, 2, 0, 0);
        CheckedGeometry.Check(pool);
        Pool2DGeometry[] badPools =
        [
            pool with { PoolHeight = int.MaxValue }, pool with { StrideHeight = 4 }, pool with { StrideWidth = int.MaxValue }, pool with { OutputWidth = 1 << 30 },
            pool with { PadLeft = -1 }, pool with { Channels = 1 << 29 }, pool with { PoolWidth = 0 }, pool with { Width = 0 },
        ];
        Assert.All(badPools, g => Assert.Throws<ValueError>(() => keras.ops.max_pool2d(g, x)));
    }

    [Fact]
    public void A_box_that_leaves_a_tensor_by_overflow_is_refused()
    {
        var x = Tensor.Full(1, 4);
        Assert.Throws<ValueError>(() => keras.ops.slice(x, [2], [int.MaxValue]));
        Assert.Throws<ValueError>(() => keras.ops.slice(x, [int.MaxValue], [int.MaxValue]));
        Assert.Equal([1f, 1], keras.ops.slice(x, [2], [2]).ToArray<float>());
    }

    [Fact]
    public void A_product_over_no_elements_is_zero_and_has_gradients()
    {
        var x = new Variable(Tensor.Full(1, 2, 0));
        var kernel = new Variable(Tensor.Full(1, 0, 3));
        using var tape = new GradientTape().start();
        var y = keras.ops.matmul(x, kernel);
        Assert.Equal([0f, 0, 0, 0, 0, 0], y.ToArray<float>());
        var gradients = tape.gradient(keras.ops.sum(y), [x, kernel]);
        Assert.Equal(new TensorShape(2, 0), gradients[0]!.shape);
        Assert.Equal(new TensorShape(0, 3), gradients[1]!.shape);
    }
}
