using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>TensorFlow's functions in the expressions of second_order.json, by operations of <c>keras.ops</c>.</summary>
internal static class ExpressionFunctions
{
    /// <summary>By the name under <c>tf</c>.</summary>
    public static readonly Dictionary<string, Func<ExpressionArguments, Tensor>> Table = new()
    {
        ["tf.abs"] = a => ops.abs(a["x"]),
        ["tf.add"] = a => ops.add(a["x"], a["y"]),
        ["tf.argmax"] = a => ops.argmax(a["input"], a.Integer("axis", 0), "int64"),
        ["tf.cast"] = a => ops.cast(a["x"], a.Text("dtype")),
        ["tf.clip_by_value"] = a => ops.clip(a["t"], a.Number("clip_value_min"), a.Number("clip_value_max")),
        ["tf.concat"] = a => ops.concatenate(a.Several("values"), a.Integer("axis", 0)),
        ["tf.cos"] = a => ops.cos(a["x"]),
        ["tf.cumsum"] = a => ops.cumsum(a["x"], a.Integer("axis", 0)),
        ["tf.divide"] = a => ops.divide(a["x"], a["y"]),
        ["tf.einsum"] = a => ops.einsum(a.Text("equation"), a.Several("inputs")),
        ["tf.exp"] = a => ops.exp(a["x"]),
        ["tf.expand_dims"] = a => ops.expand_dims(a["input"], a.Integer("axis", 0)),
        ["tf.floor"] = a => ops.floor(a["x"]),
        ["tf.gather"] = a => ops.take(a["params"], a["indices"], a.Integer("axis", 0)),
        ["tf.greater"] = a => ops.greater(a["x"], a["y"]),
        ["tf.identity"] = a => ops.copy(a["input"]),
        ["tf.linalg.matvec"] = a => ops.squeeze(ops.matmul(a["a"], ops.expand_dims(a["b"], -1)), -1),
        ["tf.math.atan2"] = a => ops.arctan2(a["y"], a["x"]),
        ["tf.math.divide_no_nan"] = a => ops.divide_no_nan(a["x"], a["y"]),
        ["tf.math.erf"] = a => ops.erf(a["x"]),
        ["tf.math.expm1"] = a => ops.expm1(a["x"]),
        ["tf.math.floordiv"] = a => ops.floor_divide(a["x"], a["y"]),
        ["tf.math.l2_normalize"] = a => Normalized(a["x"], a.Axis()),
        ["tf.math.log"] = a => ops.log(a["x"]),
        ["tf.math.log1p"] = a => ops.log1p(a["x"]),
        ["tf.math.log_sigmoid"] = a => ops.negative(ops.softplus(ops.negative(a["x"]))),
        ["tf.math.reciprocal"] = a => ops.reciprocal(a["x"]),
        ["tf.math.reduce_std"] = a => ops.std(a["input_tensor"], a.Axis(), a.Flag("keepdims")),
        ["tf.math.reduce_variance"] = a => ops.var(a["input_tensor"], a.Axis(), a.Flag("keepdims")),
        ["tf.math.rsqrt"] = a => ops.rsqrt(a["x"]),
        ["tf.math.squared_difference"] = a => ops.square(ops.subtract(a["x"], a["y"])),
        ["tf.matmul"] = a => ops.matmul(a["a"], a["b"], a.Flag("transpose_a"), a.Flag("transpose_b")),
        ["tf.maximum"] = a => ops.maximum(a["x"], a["y"]),
        ["tf.minimum"] = a => ops.minimum(a["x"], a["y"]),
        ["tf.multiply"] = a => ops.multiply(a["x"], a["y"]),
        ["tf.negative"] = a => ops.negative(a["x"]),
        ["tf.nn.avg_pool2d"] = a => ops.average_pool2d(Pooling(a), a["input"]),
        ["tf.nn.batch_normalization"] = BatchNormalization,
        ["tf.nn.bias_add"] = a => ops.add(a["value"], a["bias"]),
        ["tf.nn.conv2d"] = Convolution,
        ["tf.nn.conv2d_transpose"] = a => ops.conv2d_transpose(a["input"], a["filters"], a.Integers("output_shape"), a.Pair("strides"), Same(a), (1, 1)),
        ["tf.nn.depthwise_conv2d"] = a => ops.depthwise_conv2d(a["input"], a["filter"], a.Pair("strides"), Same(a), (1, 1)),
        ["tf.nn.elu"] = a => ops.elu(a["features"]),
        ["tf.nn.embedding_lookup"] = a => ops.take(a["params"], a["ids"]),
        ["tf.nn.gelu"] = a => activations.gelu(a["features"], a.Flag("approximate")),
        ["tf.nn.leaky_relu"] = a => ops.leaky_relu(a["features"], a.Number("alpha", 0.2)),
        ["tf.nn.log_softmax"] = a => ops.log_softmax(a["logits"]),
        ["tf.nn.max_pool2d"] = a => ops.max_pool2d(Pooling(a), a["input"]),
        ["tf.nn.relu"] = a => ops.relu(a["features"]),
        ["tf.nn.relu6"] = a => activations.relu6(a["features"]),
        ["tf.nn.selu"] = a => activations.selu(a["features"]),
        ["tf.nn.sigmoid_cross_entropy_with_logits"] = a => ops.sigmoid_cross_entropy(a["labels"], a["logits"]),
        ["tf.nn.silu"] = a => ops.silu(a["features"]),
        ["tf.nn.softmax"] = a => ops.softmax(a["logits"], a.Integer("axis", -1)),
        ["tf.nn.softmax_cross_entropy_with_logits"] = a => ops.softmax_cross_entropy(a["labels"], a["logits"]),
        ["tf.nn.softplus"] = a => ops.softplus(a["features"]),
        ["tf.nn.softsign"] = a => ops.softsign(a["features"]),
        ["tf.nn.sparse_softmax_cross_entropy_with_logits"] = a =>
        {
            var logits = a["logits"];
            return ops.softmax_cross_entropy(ops.one_hot(a["labels"], logits.dim(-1)), logits);
        },
        ["tf.norm"] = a => a.Integer("ord", 2) == 1 ? ops.sum(ops.abs(a["tensor"]), a.Axis()) : ops.sqrt(ops.sum(ops.square(a["tensor"]), a.Axis())),
        ["tf.pad"] = Pad,
        ["tf.pow"] = a => ops.power(a["x"], a["y"]),
        ["tf.reduce_logsumexp"] = a => ops.logsumexp(a["input_tensor"], a.Axis(), a.Flag("keepdims")),
        ["tf.reduce_max"] = a => ops.max(a["input_tensor"], a.Axis(), a.Flag("keepdims")),
        ["tf.reduce_mean"] = a => ops.mean(a["input_tensor"], a.Axis(), a.Flag("keepdims")),
        ["tf.reduce_min"] = a => ops.min(a["input_tensor"], a.Axis(), a.Flag("keepdims")),
        ["tf.reduce_prod"] = a => ops.prod(a["input_tensor"], a.Axis(), a.Flag("keepdims")),
        ["tf.reduce_sum"] = a => ops.sum(a["input_tensor"], a.Axis(), a.Flag("keepdims")),
        ["tf.reshape"] = a => ops.reshape(a["tensor"], a.Integers("shape")),
        ["tf.reverse"] = a => ops.flip(a["tensor"], a.Axis()),
        ["tf.round"] = a => ops.round(a["x"]),
        ["tf.sigmoid"] = a => ops.sigmoid(a["x"]),
        ["tf.sign"] = a => ops.sign(a["x"]),
        ["tf.sin"] = a => ops.sin(a["x"]),
        ["tf.sqrt"] = a => ops.sqrt(a["x"]),
        ["tf.square"] = a => ops.square(a["x"]),
        ["tf.stack"] = a => ops.stack(a.Several("values"), a.Integer("axis", 0)),
        ["tf.stop_gradient"] = a => ops.stop_gradient(a["input"]),
        ["tf.subtract"] = a => ops.subtract(a["x"], a["y"]),
        ["tf.tanh"] = a => ops.tanh(a["x"]),
        ["tf.tensordot"] = a => ops.tensordot(a["a"], a["b"], a.Integer("axes", 2)),
        ["tf.tile"] = Tile,
        ["tf.transpose"] = a => ops.transpose(a["a"], a.Axis("perm")),
        ["tf.where"] = a => ops.where(a["condition"], a["x"], a["y"]),
    };

    private static bool Same(ExpressionArguments a) => a.Text("padding") == "SAME";

    private static Tensor Convolution(ExpressionArguments a)
    {
        var (x, kernel) = (a["input"], a["filters"]);
        var geometry = WindowGeometry.Convolution(x.DimsArray, kernel.DimsArray, a.Pair("strides"), Same(a), (1, 1));
        return ops.conv2d(geometry, x, kernel, null, FusedActivation.None);
    }

    private static Pool2DGeometry Pooling(ExpressionArguments a)
    {
        var (x, (rows, columns)) = (a["input"], a.Pair("ksize"));
        var kernel = new[] { rows, columns, x.dim(3), 1 };
        var g = WindowGeometry.Convolution(x.DimsArray, kernel, a.Pair("strides"), Same(a), (1, 1));
        return new(g.Batch, g.Height, g.Width, g.Channels, rows, columns, g.OutputHeight, g.OutputWidth, g.StrideHeight, g.StrideWidth, g.PadTop, g.PadLeft);
    }

    private static Tensor BatchNormalization(ExpressionArguments a)
    {
        var inverse = ops.rsqrt(a["variance"] + a.Number("variance_epsilon")) * a["scale"];
        return (a["x"] * inverse) + (a["offset"] - (a["mean"] * inverse));
    }

    private static Tensor Normalized(Tensor x, IntTuple axis)
        => x * ops.rsqrt(ops.maximum(ops.sum(ops.square(x), axis, keepdims: true), Tensor.Scalar(1e-12f)));

    private static Tensor Pad(ExpressionArguments a)
    {
        var flat = a.Integers("paddings");
        var widths = new int[flat.Length / 2, 2];
        for (var i = 0; i < flat.Length; i++)
        {
            widths[i / 2, i % 2] = flat[i];
        }

        return ops.pad(a["tensor"], widths);
    }

    private static Tensor Tile(ExpressionArguments a)
    {
        var x = a["input"];
        var times = a.Integers("multiples");
        for (var axis = 0; axis < times.Length; axis++)
        {
            x = ops.concatenate([.. Enumerable.Repeat(x, times[axis])], axis);
        }

        return x;
    }
}
