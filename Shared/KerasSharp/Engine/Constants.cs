using System.Collections;

namespace KerasSharp.Engine;

/// <summary>Tensors of Python values: numbers, lists of lists of numbers.</summary>
internal static class Constants
{
    /// <summary>A tensor of a number, a tensor, or lists of them, as <c>tf.constant</c> makes it: int32, float32 or bool.</summary>
    /// <exception cref="ValueError">The lists do not form a box, or hold something else than numbers.</exception>
    public static Tensor Of(object? value)
    {
        if (value is Tensor tensor)
        {
            return tensor;
        }

        var numbers = new List<double>();
        var kind = 0;
        int[] dims = [.. Measure(value)];
        Collect(value, 0);
        return kind switch
        {
            2 => Tensor.From<float>(numbers.Select(n => (float)n).ToArray(), dims),
            1 => Tensor.From<int>(numbers.Select(n => checked((int)n)).ToArray(), dims),
            _ => Tensor.From<bool>(numbers.Select(n => n != 0).ToArray(), dims),
        };

        void Collect(object? item, int depth)
        {
            switch (item)
            {
                case IEnumerable list and not string:
                    var count = 0;
                    foreach (var one in list)
                    {
                        Collect(one, depth + 1);
                        count++;
                    }

                    if (depth >= dims.Length || count != dims[depth])
                    {
                        throw new ValueError("Can't convert non-rectangular Python sequence to Tensor.");
                    }

                    break;
                case IConvertible number and not string when depth == dims.Length:
                    kind = Math.Max(kind, number is bool ? 0 : number is float or double or decimal ? 2 : 1);
                    numbers.Add(number.ToDouble(null));
                    break;
                default:
                    throw new ValueError($"Can't convert Python sequence with mixed types to Tensor. Received: {item ?? "None"}");
            }
        }
    }

    private static IEnumerable<int> Measure(object? value)
    {
        while (value is IEnumerable list and not string)
        {
            object?[] items = [.. list.Cast<object?>()];
            yield return items.Length;
            value = items.Length > 0 ? items[0] : null;
        }
    }
}
