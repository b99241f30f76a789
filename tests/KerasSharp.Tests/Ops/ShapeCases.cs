using KerasSharp.Engine;
using static KerasSharp.keras;
using static KerasSharp.Tests.Ops.OperationCases;

namespace KerasSharp.Tests.Ops;

/// <summary>Operations that move elements, and products over axes: as <see cref="OperationCases"/>.</summary>
internal static class ShapeCases
{
    private static readonly (string Equation, int[][] Shapes)[] Equations =
    [
        ("bij,jk->bik", [[2, 3, 4], [4, 2]]), ("ij,jk", [[2, 3], [3, 4]]), ("ij->ji", [[2, 3]]), ("ii->i", [[3, 3]]), ("ii", [[3, 3]]), ("iij->j", [[2, 2, 3]]),
        ("i,j->ij", [[2], [3]]), ("ij,ij->", [[2, 3], [2, 3]]), ("...ij,...jk->...ik", [[2, 1, 2, 3], [2, 3, 2]]), ("...,...", [[2, 3], [1, 3]]),
        ("bhqd,bhkd->bhqk", [[1, 2, 3, 2], [1, 2, 2, 2]]), ("ab,bc,cd->ad", [[2, 3], [3, 2], [2, 2]]), ("ij,k->i", [[2, 3], [4]]), ("b...d,dk->b...k", [[2, 3, 2], [2, 4]]),
    ];

    /// <summary>Operations with gradients.</summary>
    public static readonly Dictionary<string, Maker> Differentiable = new()
    {
        ["broadcast_to"] = Shaped((x, _) => ops.broadcast_to(ops.expand_dims(x, -1), [2, .. x.Dims, 3])),
        ["conv2d_transpose"] = ConvTranspose,
        ["depthwise_conv2d"] = Depthwise,
        ["einsum"] = random =>
        {
            var (equation, shapes) = random.Of(Equations);
            return (x => ops.einsum(equation, x), [.. shapes.Select(random.Away)]);
        },
        ["flip"] = Shaped((x, random) => ops.flip(x, random % x.ndim)),
        ["pad"] = Shaped((x, random) => ops.pad(x, Widths(x.ndim, random), random % 2)),
        ["stack"] = random =>
        {
            var shape = random.Shape(0, 3);
            var axis = random.Next(-shape.Length - 1, shape.Length + 1);
            return (x => ops.stack(x, axis), [random.Away(shape), random.Away(shape)]);
        },
        ["strided_slice"] = Shaped((x, _) => ops.strided_slice(x, new int[x.ndim], [.. x.Dims.ToArray().Select(_ => 2)], [.. x.Dims.ToArray().Select(d => (d + 1) / 2)])),
        ["sum_to"] = Shaped((x, random) => ops.sum_to(x, random % 3 == 0 ? [] : random % 3 == 1 ? [x.dim(-1)] : [.. x.Dims.ToArray().Select((d, i) => i % 2 == 0 ? 1 : d)])),
        ["take"] = Shaped((x, random) => ops.take(x, Tensor.From<int>([0, x.dim(random % x.ndim) - 1, 0, 0], 2, 2), random % x.ndim)),
        ["tensordot"] = random =>
        {
            int[] first = [2, 3, random.Next(1, 4)], second = [first[2], 3, random.Next(1, 4)];
            var both = random.Next(0, 2) == 0;
            return (x => both ? ops.tensordot(x[0], x[1], [1, -1], [1, 0]) : ops.tensordot(x[0], x[1], 1), [random.Away(first), random.Away(second)]);
        },
    };

    /// <summary>Operations of which only the values are compared.</summary>
    public static readonly Dictionary<string, Maker> Flat = new()
    {
        ["full_like"] = Shaped((x, random) => ops.full_like(x, random / 8.0)),
    };

    private static int[,] Widths(int rank, int random)
    {
        var widths = new int[rank, 2];
        for (var i = 0; i < rank; i++)
        {
            (widths[i, 0], widths[i, 1]) = ((random + i) % 3, (random + (2 * i)) % 2);
        }

        return widths;
    }

    private static (Func<Tensor[], Tensor>, (float[], int[])[]) Depthwise(Inputs random)
    {
        int h = random.Next(3, 6), w = random.Next(3, 6), c = random.Next(1, 4), kh = random.Next(1, 4), kw = random.Next(1, 4), times = random.Next(1, 3);
        var (strides, same, dilations) = ((random.Next(1, 3), random.Next(1, 3)), random.Next(0, 2) == 0, (1, kh == 1 ? 2 : 1));
        same |= ((kw - 1) * dilations.Item2) + 1 > w;
        return (x => ops.depthwise_conv2d(x[0], x[1], strides, same, dilations), [random.Away([2, h, w, c]), random.Away([kh, kw, c, times])]);
    }

    private static (Func<Tensor[], Tensor>, (float[], int[])[]) ConvTranspose(Inputs random)
    {
        int h = random.Next(1, 4), w = random.Next(1, 4), c = random.Next(1, 3), filters = random.Next(1, 3), kh = random.Next(1, 4), kw = random.Next(1, 4);
        int sh = random.Next(1, 3), sw = random.Next(1, 3);
        var same = random.Next(0, 2) == 0;
        int[] output = same ? [2, h * sh, w * sw, filters] : [2, ((h - 1) * sh) + kh, ((w - 1) * sw) + kw, filters];
        return (x => ops.conv2d_transpose(x[0], x[1], output, (sh, sw), same, (1, 1)), [random.Away([2, h, w, c]), random.Away([kh, kw, filters, c])]);
    }
}
