using KerasSharp.Engine;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Tf.Code;

/// <summary>What programs do with variables.</summary>
internal static class VariableTwins
{
    public static IReadOnlyDictionary<string, Func<Operands, object?>> All { get; } = new Dictionary<string, Func<Operands, object?>>
    {
        ["v[0] = 1.0"] = _ => Twins.CannotSet(typeof(Variable), "Item", typeof(ReadOnlySpan<TensorIndex>)),
        ["v.shape = (3,)"] = _ => Twins.CannotSet(typeof(Variable), "shape"),
        ["tf.Variable(None)"] = _ => tf.Variable(default),
        ["tf.Variable()"] = _ => tf.Variable(),
        ["tf.Variable([1.0, 2.0], shape=[3])"] = _ => tf.Variable([1.0, 2.0], shape: [3]),
        ["tf.Variable(['a'], dtype=tf.float32)"] = _ => tf.Variable(new[] { "a" }, dtype: tf.float32),
        ["len(v)"] = o => len(o.v),
        ["v.name"] = o => o.v.name,
        ["v.dtype"] = o => o.v.dtype,
        ["v.shape"] = o => o.v.shape,
        ["v.numpy()"] = o => o.v.numpy(),
        ["v.trainable"] = o => o.v.trainable,
        ["v + 1"] = o => o.v + 1,
        ["-v"] = o => -o.v,
        ["v[0]"] = o => o.v[0],
        ["tf.convert_to_tensor(v)"] = o => tf.convert_to_tensor(o.v),
        ["tf.identity(v)"] = o => tf.identity(o.v),
        ["tf.reduce_sum(v)"] = o => tf.reduce_sum(o.v),
    };
}
