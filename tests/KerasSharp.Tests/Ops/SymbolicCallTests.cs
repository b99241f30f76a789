using System.Reflection;
using KerasSharp.Engine;
using KerasSharp.Models;
using NumSharp;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Ops;

/// <summary>
/// Every function of <c>keras.ops</c> on an Input: the layer is the one that the function under <c>tf</c> makes (whose layers are compared with
/// Keras's), and the model loads again from JSON, from files and as a clone.
/// </summary>
[Collection("alone")]
public class SymbolicCallTests
{
    private static readonly NDArray X = new NDArray(new[] { 0.1f, 0.9f, 0.4f, 0.3f, 0.8f, 0.2f, 0.6f, 0.5f, 0.7f, 0.15f, 0.35f, 0.45f }).reshape(2, 2, 3);

    private static readonly Tensor Kernel = tf.constant(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } });

    // The function, and its twin; null where TensorFlow has none of one call.
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Ops, Func<Tensor, Tensor>? Tf)> Cases = new()
    {
        ["abs"] = (ops.abs, x => tf.abs(x)),
        ["add"] = (x => ops.add(x, x), x => tf.add(x, x)),
        ["add number"] = (x => ops.add(x, 0.1), x => tf.add(x, 0.1)),
        ["arccos"] = (ops.arccos, x => tf.acos(x)),
        ["arccosh"] = (x => ops.arccosh(x + 1), x => tf.acosh(x + 1)),
        ["arcsin"] = (ops.arcsin, x => tf.asin(x)),
        ["arcsinh"] = (ops.arcsinh, x => tf.asinh(x)),
        ["arctan"] = (ops.arctan, x => tf.atan(x)),
        ["arctan2"] = (x => ops.arctan2(x, x), x => tf.atan2(x, x)),
        ["arctanh"] = (ops.arctanh, x => tf.atanh(x)),
        ["argmax"] = (x => ops.argmax(x), x => tf.argmax(x, axis: -1, output_type: "int32")),
        ["argmin"] = (x => ops.argmin(x, 1, "int64"), x => tf.argmin(x, axis: 1)),
        ["broadcast_to"] = (x => ops.broadcast_to(x, [2, 2, 3]), x => tf.broadcast_to(x, [2, 2, 3])),
        ["cast"] = (x => ops.cast(x, "float64"), x => tf.cast(x, tf.float64)),
        ["ceil"] = (ops.ceil, x => tf.math.ceil(x)),
        ["clip"] = (x => ops.clip(x, 0.2, 0.6), x => tf.clip_by_value(x, 0.2, 0.6)),
        ["concatenate"] = (x => ops.concatenate([x, x]), x => tf.concat([x, x], -1)),
        ["copy"] = (ops.copy, x => tf.identity(x)),
        ["cos"] = (ops.cos, x => tf.cos(x)),
        ["cosh"] = (ops.cosh, x => tf.cosh(x)),
        ["cumsum"] = (x => ops.cumsum(x, 1, reverse: true), x => tf.cumsum(x, 1, reverse: true)),
        ["divide"] = (x => ops.divide(x, x), x => tf.divide(x, x)),
        ["divide_no_nan"] = (x => ops.divide_no_nan(x, x), x => tf.math.divide_no_nan(x, x)),
        ["einsum"] = (x => ops.einsum("bij,bkj->bik", x, x), x => tf.einsum("bij,bkj->bik", x, x)),
        ["elu"] = (x => ops.elu(x), x => tf.nn.elu(x)),
        ["elu of another slope"] = (x => ops.elu(x, 0.3), null),
        ["equal"] = (x => ops.equal(x, x), x => tf.equal(x, x)),
        ["erf"] = (ops.erf, x => tf.math.erf(x)),
        ["exp"] = (ops.exp, x => tf.exp(x)),
        ["expand_dims"] = (x => ops.expand_dims(x, -1), x => tf.expand_dims(x, -1)),
        ["expm1"] = (ops.expm1, x => tf.math.expm1(x)),
        ["flip"] = (x => ops.flip(x, 1), x => tf.reverse(x, new[] { 1 })),
        ["floor"] = (ops.floor, x => tf.floor(x)),
        ["floor_divide"] = (x => ops.floor_divide(x, 0.3), x => tf.math.floordiv(x, 0.3)),
        ["full_like"] = (x => ops.full_like(x, 2.5), null),
        ["greater"] = (x => ops.greater(x, 0.3), x => tf.greater(x, 0.3)),
        ["greater_equal"] = (x => ops.greater_equal(x, x), x => tf.greater_equal(x, x)),
        ["leaky_relu"] = (x => ops.leaky_relu(x, 0.1), x => tf.nn.leaky_relu(x, 0.1)),
        ["less"] = (x => ops.less(x, x), x => tf.less(x, x)),
        ["less_equal"] = (x => ops.less_equal(x, 0.3), x => tf.less_equal(x, 0.3)),
        ["log"] = (ops.log, x => tf.math.log(x)),
        ["log1p"] = (ops.log1p, x => tf.math.log1p(x)),
        ["logical_and"] = (x => ops.logical_and(x > 0.2, x < 0.6), x => tf.logical_and(x > 0.2, x < 0.6)),
        ["logical_not"] = (x => ops.logical_not(x > 0.2), x => tf.logical_not(x > 0.2)),
        ["logical_or"] = (x => ops.logical_or(x < 0.2, x > 0.6), x => tf.logical_or(x < 0.2, x > 0.6)),
        ["logical_xor"] = (x => ops.logical_xor(x < 0.2, x > 0.6), x => tf.math.logical_xor(x < 0.2, x > 0.6)),
        ["logsumexp"] = (x => ops.logsumexp(x, -1, keepdims: true), x => tf.reduce_logsumexp(x, -1, keepdims: true)),
        ["matmul"] = (x => ops.matmul(x, ops.transpose(x, new[] { 0, 2, 1 })), x => tf.matmul(x, tf.transpose(x, new[] { 0, 2, 1 }))),
        ["max"] = (x => ops.max(x, 1), x => tf.reduce_max(x, 1)),
        ["maximum"] = (x => ops.maximum(x, 0.3), x => tf.maximum(x, 0.3)),
        ["mean"] = (x => ops.mean(x, -1), x => tf.reduce_mean(x, -1)),
        ["mean of all"] = (x => ops.mean(x), x => tf.reduce_mean(x)),
        ["min"] = (x => ops.min(x, new[] { 1, 2 }), x => tf.reduce_min(x, new[] { 1, 2 })),
        ["minimum"] = (x => ops.minimum(0.3, x), x => tf.minimum(0.3, x)),
        ["mod"] = (x => ops.mod(x, 0.3), x => tf.math.floormod(x, 0.3)),
        ["multiply"] = (x => ops.multiply(x, x), x => tf.multiply(x, x)),
        ["negative"] = (ops.negative, x => tf.negative(x)),
        ["not_equal"] = (x => ops.not_equal(x, x), x => tf.not_equal(x, x)),
        ["one_hot"] = (x => ops.one_hot(ops.cast(x * 3, "int32"), 4), x => tf.one_hot(tf.cast(x * 3, tf.int32), 4)),
        ["ones_like"] = (ops.ones_like, x => tf.ones_like(x)),
        ["pad"] = (x => ops.pad(x, new[,] { { 0, 0 }, { 1, 0 }, { 0, 2 } }, 7), x => tf.pad(x, new[,] { { 0, 0 }, { 1, 0 }, { 0, 2 } }, constant_values: 7)),
        ["power"] = (x => ops.power(x, 2), x => tf.pow(x, 2)),
        ["prod"] = (x => ops.prod(x, 1, keepdims: true), x => tf.reduce_prod(x, 1, keepdims: true)),
        ["reciprocal"] = (ops.reciprocal, x => tf.math.reciprocal(x)),
        ["relu"] = (ops.relu, x => tf.nn.relu(x)),
        ["relu6"] = (ops.relu6, x => tf.nn.relu6(x)),
        ["reshape"] = (x => ops.reshape(x, -1, 6), x => tf.reshape(x, [-1, 6])),
        ["round"] = (ops.round, x => tf.round(x)),
        ["rsqrt"] = (ops.rsqrt, x => tf.math.rsqrt(x)),
        ["sigmoid"] = (ops.sigmoid, x => tf.sigmoid(x)),
        ["sign"] = (ops.sign, x => tf.sign(x)),
        ["silu"] = (ops.silu, x => tf.nn.silu(x)),
        ["sin"] = (ops.sin, x => tf.sin(x)),
        ["sinh"] = (ops.sinh, x => tf.sinh(x)),
        ["slice"] = (x => ops.slice(x, [0, 0, 1], [-1, 2, 2]), x => tf.slice(x, [0, 0, 1], [-1, 2, 2])),
        ["softmax"] = (x => ops.softmax(x), x => tf.nn.softmax(x)),
        ["softmax of another axis"] = (x => ops.softmax(x, 1), x => tf.nn.softmax(x, 1)),
        ["softplus"] = (ops.softplus, x => tf.math.softplus(x)),
        ["softsign"] = (ops.softsign, x => tf.nn.softsign(x)),
        ["sqrt"] = (ops.sqrt, x => tf.sqrt(x)),
        ["square"] = (ops.square, x => tf.square(x)),
        ["squeeze"] = (x => ops.squeeze(ops.expand_dims(x, 1), 1), x => tf.squeeze(tf.expand_dims(x, 1), 1)),
        ["stack"] = (x => ops.stack([x, x], 1), x => tf.stack([x, x], 1)),
        ["std"] = (x => ops.std(x, 1), x => tf.math.reduce_std(x, 1)),
        ["stop_gradient"] = (ops.stop_gradient, x => tf.stop_gradient(x)),
        ["subtract"] = (x => ops.subtract(1, x), x => tf.subtract(1, x)),
        ["sum"] = (x => ops.sum(x, 1), x => tf.reduce_sum(x, 1)),
        ["swapaxes"] = (x => ops.swapaxes(x, 1, 2), x => tf.transpose(x, new[] { 0, 2, 1 })),
        ["take"] = (x => ops.take(x, tf.constant([2, 0]), 2), x => tf.gather(x, tf.constant([2, 0]), axis: 2)),
        ["tan"] = (ops.tan, x => tf.tan(x)),
        ["tanh"] = (ops.tanh, x => tf.tanh(x)),
        ["tensordot"] = (x => ops.tensordot(x, Kernel, 1), x => tf.tensordot(x, Kernel, 1)),
        ["tensordot of axes"] = (x => ops.tensordot(x, x, [1], [1]), x => tf.tensordot(x, x, new[,] { { 1 }, { 1 } })),
        ["top_k"] = (x => ops.top_k(x, 2).values, x => tf.math.top_k(x, 2)[0]),
        ["top_k's places"] = (x => ops.top_k(x, 2).indices, x => tf.math.top_k(x, 2)[1]),
        ["transpose"] = (x => ops.transpose(x), x => tf.transpose(x)),
        ["true_divide"] = (x => ops.true_divide(x, 3), x => tf.divide(x, 3)),
        ["var"] = (x => ops.var(x), x => tf.math.reduce_variance(x)),
        ["where"] = (x => ops.where(x > 0.3, x, x * 2), x => tf.where(x > 0.3, x, x * 2)),
        ["where numbers"] = (x => ops.where(x > 0.3, 1.0, x), x => tf.where(x > 0.3, 1.0, x)),
        ["zeros_like"] = (ops.zeros_like, x => tf.zeros_like(x)),
    };

    public static TheoryData<string> Names => new(Cases.Keys);

    [Fact]
    public void No_function_is_forgotten()
    {
        var all = typeof(ops).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m.GetParameters().Any(p => p.ParameterType.IsAssignableTo(typeof(Tensor)) || p.ParameterType.IsAssignableFrom(typeof(Tensor[])))).Select(m => m.Name).Distinct();
        Assert.Equal([], all.Except(Cases.Keys).Order());
    }

    [Theory, MemberData(nameof(Names))]
    public void The_layer_is_that_of_the_function_under_tf(string name)
    {
        var (function, twin) = Cases[name];
        Assert.SkipWhen(twin is null, "TensorFlow has no function of one call that does this.");
        Assert.Equal(Build(twin!).to_json(), Build(function).to_json());
    }

    [Theory, MemberData(nameof(Names))]
    public void The_model_loads_again(string name)
    {
        var function = Cases[name].Ops;
        var model = Build(function);
        var x = Tensor.From(X);
        var want = Values(function(x));
        Same(want, model.apply(x));
        var json = model.to_json();
        var read = models.model_from_json(json);
        Same(want, read.apply(x));
        Assert.Equal(json, read.to_json());
        Same(want, models.clone_model(model).apply(x));
        var file = Path.Combine(Path.GetTempPath(), $"ops-{Guid.NewGuid()}.h5");
        try
        {
            model.save(file);
            Same(want, models.load_model(file).apply(x));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Functional Build(Func<Tensor, Tensor> function)
    {
        backend.clear_session();
        var x = keras.Input((2, 3), name: "x");
        return new Functional(x, function(x));
    }

    private static (int[] Shape, double[] Elements) Values(Tensor tensor) => (tensor.Dims.ToArray(), ops.cast(tensor, "float64").ToArray<double>());

    private static void Same((int[] Shape, double[] Elements) want, Tensor got)
    {
        var (shape, elements) = Values(got);
        Assert.Equal(want.Shape, shape);
        Assert.Equal(want.Elements.Length, elements.Length);
        Assert.All(want.Elements.Zip(elements), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }
}
