using KerasSharp.Engine;
using NumSharp;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Tf.Code;

/// <summary>What programs try with <c>keras.Input</c>.</summary>
internal static class SymbolicTwins
{
    public static IReadOnlyDictionary<string, Func<Operands, object?>> All { get; } = new Dictionary<string, Func<Operands, object?>>
    {
        ["bool(x)"] = o => (bool)o.x,
        ["if x > 0: pass"] = o =>
        {
            if (o.x > 0)
            {
                return null;
            }

            return null;
        },
        ["len(x)"] = o => len(o.x),
        ["float(x)"] = o => (double)o.x,
        ["int(x)"] = o => (int)o.x,
        ["list(x)"] = o => o.x.ToList(),
        ["for row in x: pass"] = o =>
        {
            foreach (var row in o.x)
            {
                Assert.NotNull(row);
            }

            return null;
        },
        ["x.numpy()"] = o => o.x.numpy(),
        ["np.array(x)"] = o => o.x.numpy(),
        ["np.sqrt(x)"] = o => np.sqrt(o.x.numpy()),
        ["x[0] = 1"] = _ => Twins.CannotSet(typeof(KerasTensor), "Item", typeof(ReadOnlySpan<TensorIndex>)),
        ["x == x"] = o => PythonOperations.Apply("==", o.x, o.x),
        ["x + keras.Input((4,))"] = o => o.x + keras.Input(4),
        ["tf.matmul(x, keras.Input((4,)))"] = o => tf.matmul(o.x, keras.Input(4)),
        ["tf.concat([x, keras.Input((2, 2))], axis=1)"] = o => tf.concat([o.x, keras.Input((2, 2))], axis: 1),
        ["tf.reshape(x, [-1, 5])"] = o => tf.reshape(o.x, [-1, 5]),
        ["x[:, 9]"] = o => o.x[.., 9],
        ["x.shape[0]"] = o => o.x.shape[0],
        ["x.shape[1]"] = o => o.x.shape[1],
        ["x.name"] = o => o.x.name,
        ["x.dtype"] = o => o.x.dtype,
        ["tf.is_tensor(x)"] = o => tf.is_tensor(o.x),
        ["keras.backend.is_keras_tensor(x)"] = o => keras.backend.is_keras_tensor(o.x),
        ["keras.backend.int_shape(x)"] = o => str(keras.backend.int_shape(o.x)),
        ["tf.squeeze(x, 1)"] = o => tf.squeeze(o.x, 1),
        ["tf.split(x, 2, axis=1)"] = o => tf.split(o.x, 2, axis: 1),
        ["range(x.shape[0])"] = o => range(o.x.shape[0]),
    };
}
