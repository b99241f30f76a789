using System.Reflection;
using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Ops;

/// <summary>Arguments that nobody should hand to an operation: tensors of every type and odd shapes, axes and sizes out of range.</summary>
internal sealed class RandomArguments(int seed)
{
    private static readonly DType[] Types = Enum.GetValues<DType>();
    private static readonly string[] Words = ["float32", "int32", "bool", "float16", "nonsense", "ij,jk->ik", "ij->ji", "ii", "...i,i", "->", "i"];

    private readonly Random random = new(seed);
    private DType commonType;
    private int[] commonShape = [];

    /// <summary>Arguments for a function.</summary>
    public object?[] For(MethodInfo function)
    {
        commonType = random.Next(2) == 0 ? DType.Float32 : Types[random.Next(Types.Length)];
        commonShape = Shape();
        return Array.ConvertAll(function.GetParameters(), Argument);
    }

    /// <summary>Words for a message.</summary>
    public static string Describe(object? argument) => argument switch
    {
        null => "null",
        Tensor { IsSymbolic: false } t => $"{t.dtype.Name()}{t.shape}",
        string text => text,
        System.Collections.IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Describe))}]",
        _ => argument.ToString()!,
    };

    private object? Argument(ParameterInfo parameter)
    {
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        if (type == typeof(Tensor))
        {
            // A bias may be missing.
            return parameter.Name == "bias" && random.Next(2) == 0 ? null : OneTensor();
        }

        return type switch
        {
            _ when type.IsAssignableFrom(typeof(Tensor[])) => Enumerable.Range(0, random.Next(4)).Select(_ => OneTensor()).ToArray(),
            _ when type == typeof(IntTuple) => random.Next(3) switch { 0 => default, 1 => (IntTuple)Number(), _ => (IntTuple)Numbers() },
            _ when type == typeof(TensorLike) => random.Next(2) == 0 ? (TensorLike)Number() : new[] { 0, -1, 0.3, 1e300, double.NaN }[random.Next(5)],
            _ when type == typeof(int) => Number(),
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(double) => new[] { 0, -1, 0.3, 1e300, double.NaN, 2 }[random.Next(6)],
            _ when type == typeof(string) => Words[random.Next(Words.Length)],
            _ when type == typeof(DType) => Types[random.Next(Types.Length)],
            _ when type.IsAssignableFrom(typeof(int[])) => Numbers(),
            _ when type == typeof(int[,]) => Pairs(),
            _ when type == typeof((int, int)) => (Number(), Number()),
            _ when type == typeof(FusedActivation) => Enum.GetValues<FusedActivation>()[random.Next(Enum.GetValues<FusedActivation>().Length)],
            _ when type == typeof(RandomStream) => new RandomStream(Philox.OfSeed(1, 0)),
            _ when type == typeof(Conv2DGeometry) => Geometry(true),
            _ when type == typeof(Pool2DGeometry) => Geometry(false),
            _ => throw new NotSupportedException($"No random {type}."),
        };
    }

    private Tensor OneTensor()
    {
        var type = random.Next(3) > 0 ? commonType : Types[random.Next(Types.Length)];
        var shape = random.Next(3) > 0 ? commonShape : Shape();
        var size = shape.Aggregate(1, (product, d) => product * d);
        var values = Tensor.From<float>([.. Enumerable.Range(0, size).Select(_ => (float)random.Next(-4, 5))], shape);
        return keras.ops.cast(values, type);
    }

    private int[] Shape() => [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => random.Next(8) == 0 ? 0 : random.Next(1, 4))];

    private int Number() => random.Next(10) == 0 ? 1000 : random.Next(-3, 5);

    private int[] Numbers() => random.Next(3) == 0 ? (int[])commonShape.Clone() : [.. Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(-2, 5))];

    private int[,] Pairs()
    {
        var pairs = new int[random.Next(2) == 0 ? commonShape.Length : random.Next(5), random.Next(5) == 0 ? 1 : 2];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i / pairs.GetLength(1), i % pairs.GetLength(1)] = random.Next(-1, 4);
        }

        return pairs;
    }

    // Mostly that of the tensor's own shape, so that some calls go through.
    private object Geometry(bool isConvolution)
    {
        int At(int axis) => commonShape.Length == 4 && random.Next(8) > 0 ? commonShape[axis] : random.Next(0, 4);
        int n = At(0), h = At(1), w = At(2), c = At(3), kh = random.Next(0, 4), kw = random.Next(0, 4), sh = random.Next(0, 3), sw = random.Next(0, 3);
        int oh = Places(h, kh, sh), ow = Places(w, kw, sw);
        return isConvolution ? new Conv2DGeometry(n, h, w, c, kh, kw, oh, ow, random.Next(0, 3), sh, sw, 1, random.Next(0, 3), 0, 0, 1)
            : new Pool2DGeometry(n, h, w, c, kh, kw, oh, ow, sh, sw, 0, random.Next(0, 2));
    }

    private int Places(int length, int window, int stride) => random.Next(8) == 0 ? random.Next(-1, 5) : ((length - window) / Math.Max(1, stride)) + 1;
}
