using KerasSharp.Engine;
using NumSharp;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Tf.Code;

/// <summary>Tensors and NumPy's arrays: a tensor becomes an array by numpy(), an array beside a tensor a tensor. item() gives what NumPy calls a scalar.</summary>
internal static class NumpyTwins
{
    public static IReadOnlyDictionary<string, Func<Operands, object?>> All { get; } = new Dictionary<string, Func<Operands, object?>>
    {
        ["x.numpy()"] = o => o.x.numpy(),
        ["x.numpy().tolist()"] = o => o.x.numpy().tolist(),
        ["x.numpy().dtype"] = o => o.x.numpy().dtype,
        ["np.array(x)"] = o => o.x.numpy(),
        ["np.asarray(v)"] = o => o.v.numpy(),
        ["np.mean(x)"] = o => np.mean(o.x.numpy()).item(),
        ["np.sum(x)"] = o => np.sum(o.x.numpy()).item(),
        ["x.numpy()[0] == x[0]"] = o => tf.equal(o.x.numpy()[0], o.x[0]),
        ["x.numpy() + x"] = o => tf.add(o.x.numpy(), o.x),
        ["dict(zip('ab', x.numpy()))"] = o => zip("ab", o.x.numpy()).ToDictionary(pair => pair.First, pair => pair.Second),
    };
}
