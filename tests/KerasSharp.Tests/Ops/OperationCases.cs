using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Ops;

/// <summary>How each operation of <c>keras.ops</c> is tried: on random shapes and values, away from kinks.</summary>
internal static class OperationCases
{
    /// <summary>Makes inputs and the function of them.</summary>
    public delegate (Func<Tensor[], Tensor> Function, (float[] Values, int[] Shape)[] Inputs) Maker(Inputs random);

    /// <summary>Operations with gradients.</summary>
    public static readonly Dictionary<string, Maker> Differentiable = new()
    {
        ["abs"] = Unary(ops.abs),
        ["negative"] = Unary(ops.negative),
        ["sign"] = Unary(ops.sign),
        ["square"] = Unary(ops.square),
        ["sqrt"] = Unary(ops.sqrt, 0.1, 4),
        ["exp"] = Unary(ops.exp),
        ["expm1"] = Unary(ops.expm1),
        ["log"] = Unary(ops.log, 0.1, 4),
        ["log1p"] = Unary(ops.log1p, -0.8, 4),
        ["sin"] = Unary(ops.sin),
        ["cos"] = Unary(ops.cos),
        ["floor"] = Unary(ops.floor, 1.1, 1.9),
        ["round"] = Unary(ops.round, 0.6, 1.4),
        ["reciprocal"] = Unary(ops.reciprocal, 0.2, 3),
        ["tanh"] = Unary(ops.tanh),
        ["sigmoid"] = Unary(ops.sigmoid),
        ["softplus"] = Unary(ops.softplus),
        ["softsign"] = Unary(ops.softsign),
        ["erf"] = Unary(ops.erf),
        ["relu"] = Unary(ops.relu),
        ["leaky_relu"] = Unary(x => ops.leaky_relu(x, 0.3)),
        ["elu"] = Unary(x => ops.elu(x, 0.7)),
        ["silu"] = Unary(ops.silu),
        ["clip"] = Unary(x => ops.clip(x, -0.9, 1.1), 0.05, 0.85),
        ["copy"] = Unary(ops.copy),
        ["add"] = Binary(ops.add),
        ["subtract"] = Binary(ops.subtract),
        ["multiply"] = Binary(ops.multiply),
        ["divide"] = Binary(ops.divide),
        ["divide_no_nan"] = Binary(ops.divide_no_nan),
        ["maximum"] = Binary(ops.maximum),
        ["minimum"] = Binary(ops.minimum),
        ["power"] = Binary((x, y) => ops.power(ops.abs(x), y)),
        ["sum"] = Reduction((x, axis, keep) => ops.sum(x, axis, keep)),
        ["mean"] = Reduction((x, axis, keep) => ops.mean(x, axis, keep)),
        ["max"] = Reduction((x, axis, keep) => ops.max(x, axis, keep)),
        ["min"] = Reduction((x, axis, keep) => ops.min(x, axis, keep)),
        ["prod"] = Reduction((x, axis, keep) => ops.prod(x, axis, keep)),
        ["var"] = Reduction((x, axis, keep) => ops.var(x, axis, keep)),
        ["matmul"] = MatMul,
        ["dense"] = Dense,
        ["conv2d"] = Conv2D,
        ["max_pool2d"] = random => Pool2D(random, PoolOp.Max),
        ["average_pool2d"] = random => Pool2D(random, PoolOp.Average),
        ["softmax"] = random =>
        {
            var shape = random.Shape(1, 4);
            var axis = random.Next(-shape.Length, shape.Length);
            return (x => ops.softmax(x[0], axis), [random.Away(shape)]);
        },
        ["softmax_cross_entropy"] = random =>
        {
            var shape = random.Shape(2, 3);
            var target = random.Between(0, 1, shape);
            return (x => ops.softmax_cross_entropy(Constant(target), x[0]), [random.Away(shape)]);
        },
        ["sigmoid_cross_entropy"] = random =>
        {
            var shape = random.Shape(1, 3);
            var target = random.Between(0, 1, shape);
            return (x => ops.sigmoid_cross_entropy(Constant(target), x[0]), [random.Away(shape)]);
        },
        ["reshape"] = Shaped((x, _) => ops.reshape(x, -1)),
        ["expand_dims"] = Shaped((x, random) => ops.expand_dims(x, random % (x.ndim + 1))),
        ["squeeze"] = Shaped((x, random) => ops.squeeze(ops.expand_dims(x, random % (x.ndim + 1)), random % (x.ndim + 1))),
        ["transpose"] = Shaped((x, random) => ops.transpose(x, (int[])[.. Enumerable.Range(0, x.ndim).OrderBy(i => (i + 1) * (random + 3) % 7)])),
        ["swapaxes"] = Shaped((x, random) => ops.swapaxes(x, random % x.ndim, -1)),
        ["slice"] = random =>
        {
            var shape = random.Shape(1, 4);
            int[] start = [.. shape.Select(d => random.Next(0, d))];
            int[] size = [.. shape.Select((d, i) => random.Next(1, d - start[i] + 1))];
            return (x => ops.slice(x[0], start, size), [random.Away(shape)]);
        },
        ["concatenate"] = random =>
        {
            var shape = random.Shape(1, 4);
            var axis = random.Next(0, shape.Length);
            return (x => ops.concatenate(x, axis), [.. Enumerable.Range(0, 3).Select(_ => random.Away([.. shape.Select((d, i) => i == axis ? random.Next(1, 4) : d)]))]);
        },
        ["where"] = random =>
        {
            var shape = random.Shape(1, 3);
            var condition = random.Between(-1, 1, shape);
            return (x => ops.where(ops.greater(Constant(condition), Tensor.Scalar(0)), x[0], x[1]), [random.Away(shape), random.Away(shape)]);
        },
    };

    /// <summary>Operations whose result does not depend smoothly on their input: only their values are compared.</summary>
    public static readonly Dictionary<string, Maker> Flat = new()
    {
        ["argmax"] = Shaped((x, random) => ops.argmax(x, random % x.ndim)),
        ["argmin"] = Shaped((x, random) => ops.argmin(x, -1 - (random % x.ndim))),
        ["cast"] = Shaped((x, random) => ops.cast(x, random % 2 == 0 ? "int32" : "bool")),
        ["equal"] = Binary((x, y) => ops.equal(ops.round(x), ops.round(y))),
        ["not_equal"] = Binary((x, y) => ops.not_equal(ops.round(x), ops.round(y))),
        ["less"] = Binary(ops.less),
        ["less_equal"] = Binary((x, y) => ops.less_equal(ops.round(x), ops.round(y))),
        ["greater"] = Binary(ops.greater),
        ["greater_equal"] = Binary((x, y) => ops.greater_equal(ops.round(x), ops.round(y))),
        ["one_hot"] = Shaped((x, _) => ops.one_hot(ops.cast(x, "int32"), 3)),
        ["stop_gradient"] = Shaped((x, _) => ops.stop_gradient(x)),
        ["zeros"] = Shaped((x, _) => ops.zeros(x.DimsArray)),
        ["ones"] = Shaped((x, _) => ops.ones(x.DimsArray)),
        ["zeros_like"] = Shaped((x, _) => ops.zeros_like(x)),
        ["ones_like"] = Shaped((x, _) => ops.ones_like(x)),
        ["random_uniform"] = Shaped((x, random) => ops.random_uniform(x.DimsArray, new RandomStream(Philox.OfSeed(random, 0)), -1, 2)),
        ["random_normal"] = Shaped((x, random) => ops.random_normal(x.DimsArray, new RandomStream(Philox.OfSeed(random, 0)), 1, 3)),
        ["dropout_mask"] = Shaped((x, random) => ops.dropout_mask(x.DimsArray, 0.4, new RandomStream(Philox.OfSeed(random, 0)))),
    };

    internal static Maker Unary(Func<Tensor, Tensor> function, double low = 0, double high = 0) => random =>
    {
        var shape = random.Shape(0, 4);
        return (x => function(x[0]), [high == 0 ? random.Away(shape) : random.Between(low, high, shape)]);
    };

    internal static Maker Binary(Func<Tensor, Tensor, Tensor> function) => random =>
    {
        var (a, b) = random.BroadcastPair();
        return (x => function(x[0], x[1]), [random.Away(a), random.Away(b)]);
    };

    internal static Maker Reduction(Func<Tensor, IntTuple, bool, Tensor> function) => random =>
    {
        var shape = random.Shape(1, 4);
        var axes = random.Next(0, 4) == 0 ? default : (IntTuple)Enumerable.Range(0, shape.Length).Where(_ => random.Next(0, 2) == 0).ToArray();
        var keep = random.Next(0, 2) == 0;
        return (x => function(x[0], axes, keep), [random.Away(shape)]);
    };

    internal static Maker Shaped(Func<Tensor, int, Tensor> function) => random =>
    {
        var number = random.Next(0, 100);
        return (x => function(x[0], number), [random.Away(random.Shape(1, 4))]);
    };

    private static (Func<Tensor[], Tensor>, (float[], int[])[]) MatMul(Inputs random)
    {
        int[] lead = random.Shape(0, 2);
        int m = random.Next(1, 5), k = random.Next(1, 5), n = random.Next(1, 5);
        int[] second = random.Next(0, 2) == 0 ? [k, n] : [.. lead, k, n];
        return (x => ops.matmul(x[0], x[1]), [random.Away([.. lead, m, k]), random.Away(second)]);
    }

    private static (Func<Tensor[], Tensor>, (float[], int[])[]) Dense(Inputs random)
    {
        int m = random.Next(1, 5), k = random.Next(1, 5), n = random.Next(1, 5);
        var activation = random.Of(FusedActivation.None, FusedActivation.Tanh, FusedActivation.Sigmoid);
        var withBias = random.Next(0, 2) == 0;
        (float[], int[])[] inputs = [random.Away([.. random.Shape(0, 1), m, k]), random.Away([k, n]), .. withBias ? [random.Away([n])] : Array.Empty<(float[], int[])>()];
        return (x => ops.dense(x[0], x[1], withBias ? x[2] : null, activation), inputs);
    }

    private static (Func<Tensor[], Tensor>, (float[], int[])[]) Conv2D(Inputs random)
    {
        int groups = random.Next(1, 3), channels = groups * random.Next(1, 3), filters = groups * random.Next(1, 3);
        int h = random.Next(3, 7), w = random.Next(3, 7), kh = random.Next(1, 4), kw = random.Next(1, 4), n = random.Next(1, 3);
        int sh = random.Next(1, 3), sw = random.Next(1, 3), top = random.Next(0, kh), left = random.Next(0, kw);
        var g = new Conv2DGeometry(
            n, h, w, channels, kh, kw, ((h + top - kh) / sh) + 1, ((w + left - kw) / sw) + 1, filters, sh, sw, 1, 1, top, left, groups);
        var activation = random.Of(FusedActivation.None, FusedActivation.Tanh, FusedActivation.Sigmoid);
        return (x => ops.conv2d(g, x[0], x[1], x[2], activation), [random.Away([n, h, w, channels]), random.Away([kh, kw, channels / groups, filters]), random.Away([filters])]);
    }

    private static (Func<Tensor[], Tensor>, (float[], int[])[]) Pool2D(Inputs random, PoolOp op)
    {
        int n = random.Next(1, 3), h = random.Next(3, 7), w = random.Next(3, 7), c = random.Next(1, 4), ph = random.Next(1, 4), pw = random.Next(1, 4);
        int sh = random.Next(1, 4), sw = random.Next(1, 4), top = random.Next(0, ph), left = random.Next(0, pw);
        var g = new Pool2DGeometry(n, h, w, c, ph, pw, ((h + top - ph) / sh) + 1, ((w + left - pw) / sw) + 1, sh, sw, top, left);
        return (x => op == PoolOp.Max ? ops.max_pool2d(g, x[0]) : ops.average_pool2d(g, x[0]), [random.Away([n, h, w, c])]);
    }

    private static Tensor Constant((float[] Values, int[] Shape) value) => Tensor.From<float>(value.Values, value.Shape);
}
