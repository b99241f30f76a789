using System.Text.Json;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>The expressions of second_order.json: inputs, constants, calls of functions under <c>tf</c>, indices, custom gradients.</summary>
internal static class Expression
{
    /// <summary>The value of an expression for inputs by name.</summary>
    public static Tensor Evaluate(JsonElement node, Func<string, Tensor> inputs)
    {
        if (node.ValueKind == JsonValueKind.Number)
        {
            return Tensor.Scalar(node.GetSingle());
        }

        if (node.TryGetProperty("input", out var input))
        {
            return inputs(input.GetString()!);
        }

        if (node.TryGetProperty("constant", out var constant))
        {
            return GoldenTensor.Of(constant);
        }

        var args = node.GetProperty("args");
        return node.GetProperty("op").GetString()! switch
        {
            "getitem" => Item(Evaluate(args.GetProperty("x"), inputs), [.. args.GetProperty("index").EnumerateArray()]),
            "custom_gradient" => Custom(args, inputs),
            var op => ExpressionFunctions.Table[op](new ExpressionArguments(args, inputs)),
        };
    }

    /// <summary>The functions that an expression calls.</summary>
    public static IEnumerable<string> Functions(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Functions),
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p => Functions(p.Value))
            .Concat(node.TryGetProperty("op", out var op) && op.GetString() is { } name && name is not ("getitem" or "custom_gradient") ? [name] : []),
        _ => [],
    };

    private static Tensor Item(Tensor x, JsonElement[] index)
    {
        var dots = Array.FindIndex(index, e => e.ValueKind == JsonValueKind.String);
        var (start, size) = (new int[x.ndim], x.Dims.ToArray());
        var dropped = new List<int>();
        for (var i = 0; i < index.Length; i++)
        {
            var axis = dots >= 0 && i > dots ? x.ndim - index.Length + i : i;
            if (i == dots)
            {
                continue;
            }

            if (index[i].ValueKind == JsonValueKind.Number)
            {
                (start[axis], size[axis]) = ((index[i].GetInt32() + size[axis]) % size[axis], 1);
                dropped.Add(axis);
                continue;
            }

            var slice = index[i].GetProperty("slice");
            int Bound(int place, int otherwise) => slice[place].ValueKind == JsonValueKind.Null ? otherwise
                : slice[place].GetInt32() is < 0 and var back ? back + x.dim(axis) : slice[place].GetInt32();
            start[axis] = Bound(0, 0);
            size[axis] = Bound(1, x.dim(axis)) - start[axis];
            Assert.Equal(JsonValueKind.Null, slice[2].ValueKind);
        }

        var piece = ops.slice(x, start, size);
        return dropped.Count == 0 ? piece : ops.squeeze(piece, dropped.ToArray());
    }

    private static Tensor Custom(JsonElement args, Func<string, Tensor> inputs)
    {
        var arguments = args.GetProperty("arguments").EnumerateObject().ToArray();
        var gradients = args.GetProperty("gradients");
        var function = tf.custom_gradient((Tensor[] values) =>
        {
            Tensor Named(string name) => values[Array.FindIndex(arguments, a => a.Name == name)];
            Tensor?[] Backward(Tensor upstream) => Array.ConvertAll(arguments, a => Evaluate(gradients.GetProperty(a.Name), n => n == "upstream" ? upstream : Named(n)));
            return (Evaluate(args.GetProperty("forward"), Named), Backward);
        });
        return function(Array.ConvertAll(arguments, a => Evaluate(a.Value, inputs)));
    }
}
