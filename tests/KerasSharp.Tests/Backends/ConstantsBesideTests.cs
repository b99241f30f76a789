using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.TestSupport.Naive;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Backends;

/// <summary>What an operation needs beside its inputs, a bound or a list of places, lies on the backend that holds them, not on the one in use.</summary>
public class ConstantsBesideTests
{
    private static readonly Host Numbers = new(DType.Float32, [3, -1, 2, 0, 5, -4], [2, 3]);
    private static readonly Host Classes = new(DType.Int32, [2, 0, 1], [3]);
    private static readonly Host Square = new(DType.Float32, [1, 2, 3, 4], [2, 2]);

    private static readonly Dictionary<string, (Host X, Func<Tensor, Tensor> Function)> Functions = new()
    {
        ["clip"] = (Numbers, x => ops.clip(x, -1, 2)),
        ["one_hot"] = (Classes, x => ops.one_hot(x, 3)),
        ["tf.one_hot"] = (Classes, x => tf.one_hot(x, 4, axis: 0)),
        ["top_k"] = (Numbers, x => ops.top_k(x, 2).values),
        ["x + 1"] = (Numbers, x => x + 1),
        ["0.5 * x"] = (Numbers, x => 0.5 * x),
        ["relu6"] = (Numbers, ops.relu6),
        ["relu with a threshold"] = (Numbers, x => activations.relu(x, threshold: 1)),
        ["selu"] = (Numbers, activations.selu),
        ["logical_not"] = (new(DType.Bool, [0, 1], [2]), ops.logical_not),
        ["~"] = (Classes, x => ~x),
        ["where"] = (Numbers, x => tf.where(ops.greater(x, x * 0))),
        ["einsum of a diagonal"] = (Square, x => ops.einsum("ii->i", x)),
        ["norm"] = (Square, x => tf.norm(x, ord: 3)),
        ["pad"] = (Numbers, x => tf.pad(x, [[1, 1], [2, 0]], "REFLECT")),
        ["cosine_similarity"] = (Square, x => losses.cosine_similarity(x, x + 1)),
        ["msle"] = (Square, x => losses.mean_squared_logarithmic_error(x, x + 1)),
        ["huber"] = (Square, x => losses.huber(x, x * 2)),
        ["elements of a mask"] = (Numbers, x => x[ops.greater(x, x * 0)]),
    };

    public static TheoryData<string> Names => new(Functions.Keys);

    [Theory, MemberData(nameof(Names))]
    public void Constants_lie_beside_the_tensor(string name)
    {
        var (x, function) = Functions[name];
        var other = new NaiveBackend();
        var expected = function(x.On(Backend.Current));
        var actual = function(x.On(other));
        Assert.Same(other, actual.Storage.Backend);
        Assert.Equal(expected.Dims, actual.Dims);
        foreach (var (want, got) in Host.Read(Backend.Current, expected).Zip(Host.Read(other, actual)))
        {
            Assert.Equal(want, got, 1e-5);
        }
    }
}
