using KerasSharp.Engine;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Tf.Code;

/// <summary>What programs do with tensors.</summary>
internal static class TensorTwins
{
    public static IReadOnlyDictionary<string, Func<Operands, object?>> All { get; } = new Dictionary<string, Func<Operands, object?>>
    {
        ["x[0] = 1.0"] = _ => Twins.CannotSet(typeof(Tensor), "Item", typeof(ReadOnlySpan<TensorIndex>)),
        // C# deletes through a method, where something can be deleted.
        ["del x[0]"] = _ => Twins.Lacks(typeof(Tensor), "RemoveAt"),
        ["x in [x]"] = o => new List<Tensor> { o.x }.Contains(o.x),
        ["x is x"] = o => ReferenceEquals(o.x, o.x),
        ["x.ref() == x.ref()"] = o => o.x.@ref() == o.x.@ref(),
        ["x.assign(1.0)"] = o => o.x.assign(1.0),
        ["x.reshape([1, 2])"] = _ => Twins.Lacks(typeof(Tensor), "reshape"),
        ["x.T"] = _ => Twins.Lacks(typeof(Tensor), "T"),
        ["x.astype('int32')"] = _ => Twins.Lacks(typeof(Tensor), "astype"),
        ["x.mean()"] = _ => Twins.Lacks(typeof(Tensor), "mean"),
        ["x.tolist()"] = _ => Twins.Lacks(typeof(Tensor), "tolist"),
        ["x.ndim"] = o => o.x.ndim,
        ["x.device"] = o => o.x.device,
        ["x.name"] = o => o.x.name,
        ["x.shape.as_list()"] = o => o.x.shape.as_list(),
        ["x.shape[0]"] = o => o.x.shape[0],
        ["x.dtype"] = o => o.x.dtype,
        ["x.dtype.name"] = o => o.x.dtype.name,
        ["x.dtype == tf.float32"] = o => o.x.dtype == tf.float32,
        ["x.dtype == 'float32'"] = o => o.x.dtype == "float32",
        ["tf.is_tensor(v)"] = o => tf.is_tensor(o.v),
        ["isinstance(x, tf.Tensor)"] = o => o.x is Tensor,
        ["isinstance(v, tf.Tensor)"] = o => (object)o.v is Tensor,
        ["a, b = x"] = o =>
        {
            var (a, b) = o.x;
            Assert.Equal((1f, 2f), (a.item(), b.item()));
            return null;
        },
        ["a, b, c = x"] = o =>
        {
            var (a, b, c) = o.x;
            return (a, b, c);
        },
        ["list(tf.constant(2.0))"] = _ => tf.constant(2.0).ToList(),
        ["max(x)"] = o => max(o.x),
        ["sum(x)"] = o => sum(o.x),
        ["sorted(x)"] = o => sorted(o.x),
        ["x < None"] = o => o.x < (Tensor)null!,
    };
}
