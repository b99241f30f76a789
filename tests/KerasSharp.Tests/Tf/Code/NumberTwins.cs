using KerasSharp.Engine;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Tf.Code;

/// <summary>Tensors as numbers, as conditions and in texts.</summary>
internal static class NumberTwins
{
    private static readonly int[] Tens = [10, 20, 30];

    public static IReadOnlyDictionary<string, Func<Operands, object?>> All { get; } = new Dictionary<string, Func<Operands, object?>>
    {
        ["len(tf.constant(1.0))"] = _ => len(tf.constant(1.0)),
        ["float(x)"] = o => (double)o.x,
        ["int(x)"] = o => (int)o.x,
        ["if x: pass"] = o =>
        {
            if (o.x)
            {
                return null;
            }

            return null;
        },
        ["x if x else v"] = o => o.x ? o.x : o.v,
        ["x and v"] = o => o.x && o.v,
        ["range(tf.constant(2.5))"] = _ => range((dynamic)tf.constant(2.5)),
        ["tf.constant(1.5).__index__()"] = _ => Twins.Lacks(typeof(Tensor), "__index__"),
        ["[10, 20, 30][tf.constant(1)]"] = _ => Tens[(int)tf.constant(1)],
        ["round(tf.constant(2.5))"] = _ => Math.Round((dynamic)tf.constant(2.5)),
        ["[float(a) for a in x]"] = o => o.x.Select(a => (double)a).ToList(),
        ["'%.2f' % x[0]"] = o => "%.2f" % o.x[0],
        ["f'{x[0]:.3f}'"] = o => str($"{o.x[0]:.3f}"),
        ["str(x[0].numpy())"] = o => str(o.x[0].numpy()),
    };
}
